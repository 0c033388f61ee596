import type { EventData } from '#kernel/events'
import { today } from '#commons/clock'
import { copyAnnexes } from '#commons/annexes'
import { createMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { type Item, type ItemColumns, itemFields, items, lawfulPrivacy } from './item.ts'
import { beginnings } from './levels.ts'
import { agreed } from './purpose.ts'
import { secretArticle } from './secret.ts'

/** A point that is written anew as it stands, but for what is said here. */
export interface Copied {
  of: Item
  changes?: Partial<
    Pick<ItemColumns, 'organ_id' | 'category_id' | 'privacy' | 'motivation' | 'decision'>
  > & {
    title?: string
  }
  history?: EventData
}

/** The states in which a copy may begin. */
export type Begun = 'created' | 'proposed' | 'validated'

/**
 * Writes points anew (copies) with their annexes, each of whom says which one it follows; the author stays who wrote it. So many
 * queries, however many. In another organ what its law asks of privacy and of the vote comes before what the point said.
 */
export async function copyMany(some: readonly Copied[], state: Begun): Promise<Item[]> {
  const began = await beginnings(
    some.map(({ of, changes }) => ({ ...of, organ_id: changes?.organ_id ?? of.organ_id })),
    state,
  )
  const openings = []
  for (const [at, { of: item, changes = {}, history = {} }] of some.entries()) {
    const { title = item.title, ...said } = changes
    const own = { ...wordsOf(item), ...said }
    openings.push({
      root: {
        ...{ title, service_id: item.service_id, created_by: item.created_by },
        state: began[at]?.state ?? state,
      },
      own: { ...(await lawful(own, item)), ...began[at]?.columns, predecessor_id: item.id },
      history: { follows: item.id, reference: item.reference, ...history },
    })
  }
  const copies = await createMany(items, openings)
  await copyAnnexes(
    copies.flatMap((copy) => (copy.predecessor_id ? { from: copy.predecessor_id, to: copy } : [])),
  )
  return copies
}

type Words = ReturnType<typeof wordsOf>

async function lawful(own: Words, { organ_id }: Item): Promise<Words> {
  if (own.organ_id === organ_id) return own
  const { purpose, poll_type } = own
  const kind = (await organs()).find(({ id }) => id === own.organ_id)?.kind
  const secret = kind && (await secretArticle(own.matter, kind, today()))
  const settled = await agreed(
    { purpose, ...(purpose === 'decision' && poll_type !== 'no_vote' && { poll_type }) },
    { purpose: 'decision', poll_type: 'freehand', organ_id: own.organ_id },
  )
  return {
    ...own,
    ...settled,
    ...(secret && { poll_type: 'secret' }),
    privacy: await lawfulPrivacy(own),
  }
}

/** What is said of a point, in the columns of its trade. */
function wordsOf(item: Item) {
  const { title: _title, service_id: _service, ...own } = itemFields
  // The names of the fields are those of the columns.
  const names = Object.keys(own) as (keyof typeof own)[]
  return Object.fromEntries(names.map((name) => [name, item[name]])) as Pick<Item, keyof typeof own>
}
