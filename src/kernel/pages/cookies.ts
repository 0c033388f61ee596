import { deleteCookie, generateCookie, getCookie, setCookie } from 'hono/cookie'
import type { Call } from '#kernel/http'

/**
 * Over TLS a cookie is bound to this very host by its name (`__Host-`): neither a page without TLS nor a neighbouring
 * host puts its own in the place.
 */
const prefixOf = (c: Call) => (c.get('encrypted') ? ('host' as const) : undefined)

/** What the browser keeps for us alone. */
export const secretOf = (c: Call, name: string): string | undefined => {
  const prefix = prefixOf(c)
  return prefix ? getCookie(c, name, prefix) : getCookie(c, name)
}

/** Gives the browser something to keep that no script reads; returns the line that says so. */
export function keepSecret(c: Call, name: string, value: string, until: Temporal.Instant): string {
  const prefix = prefixOf(c)
  const how = {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: prefix !== undefined,
    expires: new Date(until.epochMilliseconds),
    ...(prefix && { prefix }),
  } as const
  setCookie(c, name, value, how)
  return generateCookie(name, value, how)
}

export function dropSecret(c: Call, name: string): void {
  const prefix = prefixOf(c)
  deleteCookie(c, name, { path: '/', secure: prefix !== undefined, ...(prefix && { prefix }) })
}
