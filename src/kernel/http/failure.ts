import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Forbidden } from '#kernel/errors'
import { type ProblemDetails, problemDetails, problemResponse } from './problem.ts'
import { SignInNeeded } from './serve.ts'

/** Makes the page that tells a person what went wrong. */
export type FailurePage = (problem: ProblemDetails, c: Context) => Promise<string>

/** Answers a failure: to a person with a page, to a program with problem details (RFC 9457). */
export async function answerFailure(
  thrown: unknown,
  c: Context,
  { failurePage }: { failurePage: FailurePage },
): Promise<Response> {
  const wantsPage = !c.req.path.startsWith('/api/')
  if (thrown instanceof SignInNeeded && wantsPage) return toSignIn(c)
  const known = thrown instanceof HTTPException && thrown.status === 403
  const said = known ? new Forbidden('http.foreign_form') : thrown
  if (!wantsPage) return problemResponse(said)
  const problem = problemDetails(said)
  return new Response(await failurePage(problem, c), {
    status: problem.status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function toSignIn(c: Context): Response {
  const url = new URL(c.req.url)
  const next = c.req.method === 'GET' ? url.pathname + url.search : '/'
  return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
}
