import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { annexesOf } from '#commons/annexes'
import { tell } from '#commons/dossiers'
import { askForFiles } from './annexes/file.ts'
import { type OpenPoint, originOf } from './origin.ts'
import './tables.ts'

/** What who publishes decided of a point. */
export interface Choice {
  /** Why it is kept back, as everybody reads it; empty: it is not. */
  withheld: string
  /** The title under which it leaves; empty: its own. */
  title: string
  /** The files that leave, by their ids. */
  annexes: readonly string[]
}

const none: Choice = { withheld: '', title: '', annexes: [] }

/** What was decided of these points, by their ids; of the others, nothing. One query. */
export async function choicesOf(ids: readonly string[]): Promise<(itemId: string) => Choice> {
  const rows =
    ids.length === 0
      ? []
      : await db()
          .selectFrom('publications.choice')
          .select(['item_id', 'withheld', 'title', 'annexes'])
          .where('item_id', 'in', [...ids])
          .execute()
  const known = new Map(rows.map(({ item_id, ...choice }) => [item_id, choice]))
  return (itemId) => known.get(itemId) ?? none
}

/** Says what leaves of a point. Files that are no longer there, or of another point, do not. */
export async function choose(item: OpenPoint, { withheld, title, annexes }: Choice): Promise<void> {
  const origin = originOf(item)
  await origin.pointsOf([item.id], { lock: true })
  const there = (await annexesOf(item.id)).filter(({ id }) => annexes.includes(id))
  const values = {
    withheld,
    title: title === item.title ? '' : title,
    annexes: there.map(({ id }) => id),
    chosen_by: actor().name,
    chosen_at: Temporal.Now.instant(),
  }
  await db()
    .insertInto('publications.choice')
    .values({ item_id: item.id, ...values })
    .onConflict((clash) => clash.columns(['tenant_id', 'item_id']).doUpdateSet(values))
    .execute()
  await askForFiles(there)
  await tell(origin.points, item.id, 'withhold', { comment: withheld })
}
