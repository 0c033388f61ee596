import type { Context, Hono } from 'hono'
import { isFromHere } from './peer.ts'
import type { Call, House, Refused } from './routes.ts'

/** What was refused, where this request asks for the page from which it was sent. */
export function broughtBy(c: Context<House>): Refused | undefined {
  // A request that came from no socket has none.
  const env: House['Bindings'] | undefined = c.env
  return env?.refused
}

/**
 * The page from which a refused act was sent, as the answer to it: the person stays there, and nothing
 * typed is lost. None where it was sent from elsewhere, or where that page cannot be shown any more.
 */
export async function sentFrom(app: Hono<House>, c: Call): Promise<Response | undefined> {
  const refused = c.get('refused')
  const from = c.req.header('referer') ?? ''
  if (!refused || !isFromHere(from, c)) return undefined
  const { pathname, search } = new URL(from)
  const headers = new Headers(c.req.raw.headers)
  for (const name of ['content-type', 'content-length', 'transfer-encoding', 'origin'])
    headers.delete(name)
  const page = new Request(new URL(pathname + search, c.req.url), { headers })
  const answer = await app.fetch(page, { ...c.env, refused })
  return answer.status === refused.status ? answer : undefined
}
