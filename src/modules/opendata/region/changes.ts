import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { type Call, keyParts, readKey, writtenKey } from '#kernel/http'
import { type Changed, changedAfter, type ChangedKey } from '#modules/publications'
import { json } from '../answers.ts'
import { countAsked } from '../brake.ts'
import { siteOf } from '../forms.tsx'
import { copiesOf, lineOf, pathOf } from '../reading.ts'
import { type Placed, placed, reading } from './authorities.ts'

/** How many changes come at once. */
const size = 50

const Key = z.tuple([
  keyParts.turn,
  keyParts.slug.or(z.literal('')),
  keyParts.name,
  keyParts.slug.or(z.literal('')),
])
const first: ChangedKey = ['0', '', '', '']

/**
 * What was published and withdrawn of all authorities after a key, each address once, with what stands there now: in the order in which
 * it came. Throws `Invalid` where nobody gave the key, or this house gave it before it was restored.
 */
export async function changesOfAll(c: Call, after: string): Promise<Response> {
  countAsked('lists')
  const key = after ? readKey(Key, after) : first
  const { changed, known } = await changedAfter(key, size + 1)
  if (!known) throw Invalid.field('after', 'opendata.changes_over')
  const some = changed.slice(0, size)
  const sites = new Map((await placed(c)).map((one) => [one.slug, one]))
  const lines = await linesOf(some, sites)
  const { turn, authority, publisher, slug } = some.at(-1) ?? { turn: null }
  const next = turn === null ? key : ([turn, authority, publisher, slug] satisfies ChangedKey)
  return json({
    items: some.flatMap((one) => told(one, sites.get(one.authority), lines)),
    more: changed.length > size,
    next: `${siteOf(c)}/open-data/changes?after=${writtenKey(next)}`,
  })
}

type Line = ReturnType<typeof lineOf>

/** The copies of these changes that are still public, as they are told, by their hashes: each authority is asked once. */
async function linesOf(
  some: readonly Changed[],
  sites: ReadonlyMap<string, Placed>,
): Promise<ReadonlyMap<string, Line>> {
  const known = new Map<string, Line>()
  for (const [slug, own] of Map.groupBy(some, ({ authority }) => authority)) {
    const where = sites.get(slug)
    const hashes = own.flatMap(({ hash }) => hash ?? [])
    if (!where || hashes.length === 0) continue
    const lines = await reading(where, async () =>
      (await copiesOf(hashes)).map((copy) => lineOf(where.site, copy)),
    )
    for (const line of lines ?? []) known.set(line.hash, line)
  }
  return known
}

/** What is told of a change; nothing where what came to stand there does no more, which comes later. */
function told(one: Changed, where: Placed | undefined, lines: ReadonlyMap<string, Line>): object[] {
  if (one.hash === null)
    return [
      {
        ...{ change: 'withdrawn', authority: one.authority, publisher: one.publisher },
        ...{ slug: one.slug, ...(where && { url: where.site + pathOf(one) }) },
        ...{ withdrawn_at: one.changed_at.toString(), said: one.said },
      },
    ]
  const line = lines.get(one.hash)
  return line ? [{ change: 'published', ...line }] : []
}
