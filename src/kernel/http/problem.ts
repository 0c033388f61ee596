import { randomUUID } from 'node:crypto'
import { isBusy, tookTooLong } from '#kernel/db'
import { Invalid, Problem, TooMany, Unavailable } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { log } from '#kernel/log'
import { Closed } from './closed.ts'
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

/** When to come again, in seconds, where that is what there is to do. */
const retryAfter = { 429: '60', 503: '5' } as const

export const headersOf = (status: number): Record<string, string> =>
  status === 429 || status === 503
    ? { 'retry-after': retryAfter[status] }
    : status === 401
      ? { 'www-authenticate': 'Bearer realm="beffroi"' }
      : {}

/** The same, where what was thrown says how long it is. */
export const waitOf = (thrown: unknown): Record<string, string> => {
  if (thrown instanceof Closed) return { 'retry-after': String(thrown.retryAfter) }
  const minutes = thrown instanceof TooMany ? Number(thrown.params['minutes']) : Number.NaN
  return minutes > 0 ? { 'retry-after': String(minutes * 60) } : {}
}

/** Turns what was thrown into what may be said. A fault of ours is logged under a reference. */
export function problemDetails(failure: unknown): ProblemDetails {
  const thrown = isBusy(failure) ? busy(failure) : hasNoRoom(failure) ? full(failure) : failure
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
      title: t(thrown instanceof Closed ? thrown.titleKey : `errors.title.${thrown.status}`),
      status: thrown.status,
      detail: thrown.sentence,
      ...(thrown instanceof Invalid && { errors: thrown.fields }),
    }
  }
  const id = randomUUID().slice(0, 8)
  log('error', 'fault', { reference: id }, thrown)
  return {
    type: 'urn:beffroi:problem:fault',
    title: t('errors.title.500'),
    status: 500,
    detail: t('errors.fault', { id }),
  }
}

/** The database does not answer now: nobody's fault, but whoever runs it wants to know. */
function busy(failure: unknown): Unavailable {
  log('warn', 'database busy', {}, failure)
  return new Unavailable(tookTooLong(failure) ? 'http.took_too_long' : 'http.busy')
}

/** What PostgreSQL and the system answer where the disk is full. */
const noRoom = new Set(['53100', 'ENOSPC', 'EDQUOT'])

const hasNoRoom = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && noRoom.has(String(failure.code))

/** The disk is full: nothing is kept until somebody makes room. */
function full(failure: unknown): Unavailable {
  log('error', 'disk full', {}, failure)
  return new Unavailable('http.no_room')
}

/** Problem details as an answer (RFC 9457). */
export function problemResponse(thrown: unknown): Response {
  const problem = problemDetails(thrown)
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, ...headersOf(problem.status), ...waitOf(thrown) },
  })
}
