import { Invalid } from '#kernel/errors'
import type { ProblemDetails } from '#kernel/http'
import { type MessageKey, type MessageParams, t } from '#kernel/i18n'

/** What plonemeeting.restapi itself refuses; everything else is refused by the verbs of the house. */
export class Refused extends Error {
  readonly status: 400 | 401 | 403

  constructor(status: 400 | 401 | 403, key: MessageKey, params: MessageParams = {}) {
    super(t(key, params))
    this.status = status
  }
}

/** A wrong parameter, or one that is missing. */
export const badRequest = (key: MessageKey, params: MessageParams = {}): Refused =>
  new Refused(400, key, params)

const named: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  413: 'RequestEntityTooLarge',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
}

/**
 * A failure as Plone says it. Some of its answers have `message` and `type` at the top, some below `error`: clients of
 * either find them.
 */
export function failed(thrown: unknown, problem: () => ProblemDetails): Response {
  if (thrown instanceof Refused) return said(thrown.status, thrown.message)
  const { status, detail, errors = {} } = problem()
  if (!(thrown instanceof Invalid)) return said(status, detail)
  const fields = Object.entries(errors).map(([name, some]) =>
    name ? `${name}: ${some.join(' ')}` : some.join(' '),
  )
  return said(400, [detail, ...fields].join(' '))
}

function said(status: number, message: string): Response {
  const error = { message, type: named[status] ?? 'InternalServerError' }
  return Response.json(
    { ...error, error },
    {
      status,
      headers: {
        'cache-control': 'no-store',
        ...(status === 401 && { 'www-authenticate': 'Basic realm="beffroi", charset="UTF-8"' }),
        ...(status === 429 && { 'retry-after': '60' }),
      },
    },
  )
}
