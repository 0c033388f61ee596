import type { Context } from 'hono'
import { isFromHere } from './peer.ts'
import {
  headersOf,
  type ProblemDetails,
  problemDetails,
  problemResponse,
  waitOf,
} from './problem.ts'
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
  if (!wantsPage) return problemResponse(thrown)
  const problem = problemDetails(thrown)
  return new Response(await failurePage(problem, c), {
    status: problem.status,
    headers: {
      ...headersOf(problem.status),
      ...waitOf(thrown),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}

/** Whoever sent a form comes back to it: what they typed there is kept as a draft. */
function toSignIn(c: Context): Response {
  const from = c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? '')
  const url = c.req.method === 'GET' || isFromHere(from, c) ? URL.parse(from) : null
  const next = url ? url.pathname + url.search : '/'
  return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303)
}
