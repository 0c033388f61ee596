import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The network address that asks; behind a proxy of ours, the one that the proxy saw. */
export function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : ''
  if (forwarded) return forwarded
  // Requests made inside the process, by tests, come from no socket.
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : 'local'
}

/** Whether the request came over TLS; behind a proxy of ours, to that. */
export function isEncrypted(c: Context, trustProxy: boolean): boolean {
  const forwarded = trustProxy ? c.req.header('x-forwarded-proto') : undefined
  return (forwarded ?? new URL(c.req.url).protocol.slice(0, -1)) === 'https'
}

/** The address of the house at which somebody asks: the gate has let its host in. */
export const originOf = (c: Context, encrypted: boolean): string =>
  `${encrypted ? 'https' : 'http'}://${c.req.header('host')?.toLowerCase() ?? ''}`

/** The port at which the request came in; behind a proxy of ours, the one that the proxy says. */
export function portOf(c: Context, trustProxy: boolean): number | undefined {
  const forwarded = trustProxy ? c.req.header('x-forwarded-port') : undefined
  if (forwarded) return Number(forwarded)
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings> // None inside of the process, as in tests.
  return incoming?.socket.localPort
}

/** Whether a form comes from our own pages: a proxy may change the scheme, never the host. */
export function isFromHere(origin: string, c: Context): boolean {
  return URL.parse(origin)?.host === c.req.header('host')?.toLowerCase()
}

/** The token that a program sends as `Authorization: Bearer …`. */
export const bearerOf = (c: Context): string | undefined =>
  c.req.header('authorization')?.match(/^Bearer (\S+)$/i)?.[1]

/** Name and secret of a program, as `Authorization: Basic …` has them (RFC 6749 § 2.3.1: each is form-encoded first). */
export function basicOf(c: Context): { name: string; secret: string } | undefined {
  const encoded = c.req.header('authorization')?.match(/^Basic ([\w+/]+={0,2})$/i)?.[1]
  const [, name, secret] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? []
  if (name === undefined || secret === undefined) return undefined
  try {
    return { name: decodeURIComponent(name), secret: decodeURIComponent(secret) }
  } catch {
    return undefined
  }
}

/** What keys and tokens of programs begin with: whoever finds one in a text knows it. */
export const programMark = /beffroi_(?:key|token)_/

/** Whether an address holds a key: it stands in logs and histories from then on. */
export const tellsKey = (c: Context): boolean =>
  programMark.test(c.req.url) || c.req.query('access_token') !== undefined
