import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { type Annex, annexesOf } from '#commons/annexes'
import { tell } from '#commons/dossiers'
import { askForFiles, filesOf, wordsMasked } from './annexes/file.ts'
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
    // Of what is kept back it is said that its own title may stand on the agenda.
    title: title === item.title && !withheld ? '' : title,
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

/** A file that other software told in the place of another. */
interface Replaced {
  old: string
  by: Pick<Annex, 'id' | 'hash'>
}

/**
 * Has files leave where those were to leave whose place they take. Each is read anew; what was masked of the other is masked of it, and
 * where some of that stands nowhere in it, somebody is asked.
 */
export async function followFiles(some: readonly Replaced[]): Promise<void> {
  if (some.length === 0) return
  const pairs = some.map(({ old, by }) => ({ old, id: by.id }))
  const { rows } = await sql<{ annexes: string[] }>`
    update publications.choice c set annexes = (
      select array_agg(coalesce(r.id, one.id) order by one.at)
      from unnest(c.annexes) with ordinality as one (id, at)
      left join jsonb_to_recordset(${asRows(pairs)}) as r (old uuid, id uuid) on r.old = one.id)
    where c.annexes && ${some.map(({ old }) => old)}::uuid[]
    returning annexes`.execute(db())
  const chosen = new Set(rows.flatMap(({ annexes }) => annexes))
  const judged = await filesOf(some.map(({ old }) => old))
  await askForFiles(
    some.flatMap(({ old, by }) =>
      chosen.has(by.id) ? [{ ...by, maskedWords: wordsMasked(judged.get(old)) }] : [],
    ),
  )
}
