import { randomUUID } from 'node:crypto'
import { Invalid, Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { SignInNeeded } from './serve.ts'

/** What a client is told of a failure (RFC 9457), and the page for a person is made from. */
export interface ProblemDetails {
  /** A URN of ours: `urn:beffroi:problem:errors.not_found`. */
  type: string
  title: string
  status: number
  detail: string
  /** Field name → sentences, when what was sent does not hold. */
  errors?: Record<string, string[]>
}

/** Turns what was thrown into what may be said. A fault of ours is logged under a reference. */
export function problemDetails(thrown: unknown): ProblemDetails {
  if (thrown instanceof SignInNeeded) {
    return {
      type: 'urn:beffroi:problem:sign_in_needed',
      title: t('errors.title.403'),
      status: 401,
      detail: t('http.sign_in_needed'),
    }
  }
  if (thrown instanceof Problem) {
    return {
      type: `urn:beffroi:problem:${thrown.key}`,
      title: t(`errors.title.${thrown.status}`),
      status: thrown.status,
      detail: thrown.sentence,
      ...(thrown instanceof Invalid && { errors: thrown.fields }),
    }
  }
  const id = randomUUID().slice(0, 8)
  console.error(`[${id}]`, thrown)
  return {
    type: 'urn:beffroi:problem:fault',
    title: t('errors.title.500'),
    status: 500,
    detail: t('errors.fault', { id }),
  }
}

/** Problem details as an answer (RFC 9457). */
export function problemResponse(thrown: unknown): Response {
  const problem = problemDetails(thrown)
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
