import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { actAs, anonymous } from '#kernel/access'
import type { Database } from '#kernel/db'
import { type Gate, inPublic, inRegion, tenant } from '#kernel/tenancy'
import type { Call, Route } from './routes.ts'
import { received } from './body.ts'
import { ensureCarried } from './carried.ts'
import { ensureHouseOpen } from './closed.ts'
import { bytesOf } from './page-answer.ts'
import { everybody, type PublicState } from './public-state.ts'
import { unlessOvertaken } from './overtaken.ts'
import { validated } from './validate.ts'

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
  state: PublicState,
): Promise<Response> {
  const within: Within = (work) => inPublic(database, tenant(), work)
  const of = () => state.of(tenant().id)
  return serveOpen(route, c, { within, vary: 'Accept, Accept-Language, Cookie', state: of })
}

/** The same at the host name of the region, of what all authorities have published; it reads no cookie. */
export async function serveRegion(
  route: Route,
  c: Call,
  database: Database,
  { gate, state }: { gate: Gate; state: PublicState },
): Promise<Response> {
  ensureHouseOpen(await gate.ofHouse())
  const within: Within = (work) => inRegion(database, work)
  return serveOpen(route, c, {
    within,
    vary: 'Accept, Accept-Language',
    state: () => state.of(everybody),
  })
}

type Within = (work: () => Promise<Response>) => Promise<Response>

async function serveOpen(
  route: Route,
  c: Call,
  { within, vary, state }: { within: Within; vary: string; state: () => Promise<string> },
): Promise<Response> {
  ensureCarried(c)
  const { values } = await received(route, c)
  // Before the page is made: what changes meanwhile is another state.
  const stood = route.kept && (await state())
  await unlessKnown(c, async () => {
    const answer = await unlessOvertaken(() =>
      within(() =>
        actAs(anonymous, async () =>
          route.run(c, route.input ? validated(route.input, values) : undefined),
        ),
      ),
    )
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
