import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { log, note, noted, withFacts } from '#kernel/log'
import { countRequest } from '#kernel/metrics'
import { type House, methods } from './routes.ts'

/** What a proxy in front may call a request. */
const sane = /^[\w.:-]{8,100}$/

/** Asked by programs, many times a minute: their lines are for who looks for something. */
const quiet = new Set(['/assets/*', '/healthz', '/metrics'])

/** Says which route a request came to, by the pattern of its path; never the path, which may tell of somebody. */
export function cameTo(route: string): void {
  // The first counts: a page that a refused act asks for is not what was asked for.
  if (noted()?.['route'] === 'none') note({ route })
}

/** Writes a line for every request, counts it, and tells whoever asked under which name it is found. */
export function logged(): MiddlewareHandler<House> {
  return async (c, next) => {
    // A page that a refused act asks for is part of the answer to that act.
    if (noted()?.['request'] !== undefined) return next()
    const request = requestName(c.req.header('x-request-id'))
    const begun = performance.now()
    return withFacts({ request, method: methodOf(c), route: 'none' }, async () => {
      await next()
      c.res.headers.set('x-request-id', request)
      tell(c.res.status, performance.now() - begun)
    })
  }
}

/** Under which name a request is found: the one that a proxy gave it, where it could be one. */
export const requestName = (given = ''): string => (sane.test(given) ? given : randomUUID())

/** Says of a request that was answered past all that others go through what is said of those. */
export const answeredAs = (
  of: { request: string; method: string; route: string; authority: string },
  status: number,
  ms: number,
): void => withFacts(of, () => tell(status, ms))

function methodOf(c: Context): string {
  const method = c.req.method.toLowerCase()
  return methods.some((known) => known === method) || method === 'head' ? c.req.method : 'OTHER'
}

function tell(status: number, ms: number): void {
  const { method, route } = noted() ?? {}
  countRequest({ method: String(method), route: String(route), status, took: ms / 1000 })
  const level = quiet.has(String(route)) ? 'debug' : 'info'
  log(level, 'request', { status, ms: Math.round(ms * 10) / 10 })
}
