import { hash } from 'node:crypto'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { actAs, anonymous } from '#kernel/access'
import type { Database } from '#kernel/db'
import { type Gate, inPublic, inRegion, tenant } from '#kernel/tenancy'
import type { Call, Route } from './routes.ts'
import { received } from './body.ts'
import { ensureCarried } from './carried.ts'
import { ensureHouseOpen } from './closed.ts'
import type { KeptPages } from './kept-pages.ts'
import { bytesOf } from './page-answer.ts'
import { everybody } from './public-state.ts'
import { unlessOvertaken } from './overtaken.ts'
import { validated } from './validate.ts'
import { ofWhatStands } from './while-public.ts'

/** A browser or a proxy may keep a public page, and asks each time whether it still is one: what is withdrawn is gone at once. */
const keeping = 'public, no-cache'

const unlessKnown = etag({
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'],
})

/**
 * Serves a public route: nobody is asked who they are, and the transaction reads publications only.
 * A reader who has the same answer already gets 304.
 */
export function servePublic(
  route: Route,
  c: Call,
  database: Database,
  kept: KeptPages,
): Promise<Response> {
  const within: Within = (work) => inPublic(database, tenant(), work)
  const vary = 'Accept, Accept-Language, Cookie'
  return serveOpen(route, c, { within, vary, kept, of: tenant().id })
}

/** The same at the host name of the region, of what all authorities have published; it reads no cookie. */
export async function serveRegion(
  route: Route,
  c: Call,
  database: Database,
  { gate, kept }: { gate: Gate; kept: KeptPages },
): Promise<Response> {
  ensureHouseOpen(await gate.ofHouse())
  const within: Within = (work) => inRegion(database, gate, work)
  return serveOpen(route, c, { within, vary: 'Accept, Accept-Language', kept, of: everybody })
}

type Within = (work: () => Promise<Response>) => Promise<Response>

async function serveOpen(
  route: Route,
  c: Call,
  { within, vary, kept, of }: { within: Within; vary: string; kept: KeptPages; of: string },
): Promise<Response> {
  ensureCarried(c)
  const { values } = await received(route, c)
  // Before the page is made: what changes meanwhile is another state.
  const stood = route.kept && (await kept.state.of(of))
  const state = async () => stood || kept.state.of(of)
  const make = () =>
    unlessOvertaken(() =>
      within(() =>
        actAs(anonymous, async () =>
          ofWhatStands({ of, state }, async () =>
            route.run(c, route.input ? validated(route.input, values) : undefined),
          ),
        ),
      ),
    )
  await unlessKnown(c, async () => {
    const answer = await (stood ? kept.together(c, stood, make) : make())
    // A page says itself by what it is known: else its body would be copied to be read.
    const page = bytesOf(answer)
    if (page) answer.headers.set('etag', `"${hash('sha1', page)}"`)
    c.res = keepable(answer, vary)
  })
  const bytes = bytesOf(c.res)
  if (stood && bytes) c.set('keepable', { route: route.path, state: stood, bytes })
  return c.res
}

/** Words and looks follow the reader's language and preferences, and some have other forms: a shared cache must know. */
function keepable(answer: Response, vary: string): Response {
  if (answer.headers.has('set-cookie')) throw new Error('A public page sets no cookie')
  answer.headers.set('cache-control', keeping)
  answer.headers.set('vary', vary)
  return answer
}
