import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The network address that asks; behind a proxy of ours, the one that the proxy saw. */
export function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : ''
  if (forwarded) return forwarded
  // Requests made inside the process, by tests, come from no socket.
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : 'local'
}
