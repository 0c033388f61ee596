import type { Context } from 'hono'
import { Forbidden } from '#kernel/errors'
import { bearerOf, isFromHere } from './peer.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * What changes something comes from our own pages: a browser says from which site it asks (Fetch Metadata) and from
 * which origin, and both must be ours, whatever is sent and by whatever method. A neighbouring host (`same-site`) is
 * another authority. A form of a browser that says neither is refused; a program that sends JSON says neither, and has
 * no cookies that it did not put there itself.
 *
 * A token is sent by a program alone: no page of elsewhere can make a browser do that. What a browser sends by itself
 * (`Basic`, for a proxy in front) proves nothing.
 */
export function ensureActsFromHere(c: Context): void {
  if (reading.has(c.req.method) || bearerOf(c)) return
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (origin === undefined && site === undefined) {
    if (c.req.method === 'POST' && isForm(c)) throw foreign()
    return
  }
  if (origin !== undefined && !isFromHere(origin, c)) throw foreign()
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign()
}

/**
 * What only who signed in may read is no part of another site’s page: not as a script, picture, frame or object of it,
 * nor asked for by its scripts. Following a link to it is no such thing.
 */
export function ensureReadsFromHere(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none' || bearerOf(c)) return
  const isLink = c.req.header('sec-fetch-mode') === 'navigate'
  if (!isLink || framed.has(c.req.header('sec-fetch-dest') ?? ''))
    throw new Forbidden('http.foreign_page')
}

/** What shows a page as a part of another one. */
const framed = new Set(['iframe', 'frame', 'object', 'embed', 'fencedframe'])

const foreign = () => new Forbidden('http.foreign_form')

/** What a form of another site can send without being asked for leave; a body without a type is one, too. */
function isForm(c: Context): boolean {
  const type = c.req.header('content-type') ?? ''
  return /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)?\s*(;|$)/i.test(
    type,
  )
}
