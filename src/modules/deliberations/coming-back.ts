import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { read, seen, tellMany } from '#commons/dossiers'
import { copyMany } from './copying.ts'
import { cameBack } from './followed.ts'
import { type Item, items } from './item.ts'
import { isOver, meetings } from './meeting.ts'
import './tables.ts'

/** Where a point that comes back begins again: it waits for a meeting, or its service rewrites it. */
export type Restart = 'validated' | 'created'

/** The states from which a point comes back: put off, or taken off the agenda in session. */
const backFrom = ['delayed', 'removed']

/**
 * Points come back (point repris): each is written anew as it stood, annexes too, and says which one it follows. Those that
 * came back already do not twice. The author stays who wrote it.
 */
export async function bringBack(
  some: readonly Item[],
  state: Restart = 'validated',
): Promise<Item[]> {
  const followed = await cameBack(some)
  const left = some.filter(({ id }) => !followed.has(id))
  if (left.length === 0) return []
  const copies = await copyMany(
    left.map((item) => ({ of: item })),
    state,
  )
  await tellMany(
    items,
    'come_back',
    left.map(({ id }) => ({ subjectId: id })),
  )
  return copies
}

/** Whether a point is one that comes back. */
export const returnsFrom = ({ state }: Pick<Item, 'state'>): boolean => backFrom.includes(state)

/** Lets a point that was put off or taken off come back, once its meeting is over. Throws `Conflict` where it did. */
export async function comeBack(item: Item, state: Restart): Promise<Item> {
  ensure(returnsFrom(item), Conflict, 'deliberations.item.comes_not_back')
  const meeting = item.meeting_id
    ? await actAs(system, () => read(meetings, item.meeting_id ?? ''))
    : null
  ensure(!meeting || isOver(meeting), Conflict, 'deliberations.item.still_in_session')
  const [copy] = await bringBack([item], state)
  ensure(copy, Conflict, 'deliberations.item.came_back')
  return copy
}

/** A point before or after another in its chain, as the one who acts may see it. */
export interface Link {
  id: string
  title: string
  state: string
  way: 'before' | 'after'
}

/** The point that this one follows and those that follow it, of which the one who acts may read. One query. */
export async function chainOf({ id, predecessor_id }: Item): Promise<Link[]> {
  const rows = await db()
    .selectFrom('deliberations.item as i')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'i.tenant_id').onRef('d.id', '=', 'i.id'),
    )
    .select(['d.id', 'd.title', 'd.state'])
    .where((e) => e.or([e('i.predecessor_id', '=', id), e('i.id', '=', predecessor_id ?? id)]))
    .where('i.id', '<>', id)
    .where(seen())
    .orderBy('d.created_at')
    .execute()
  return rows.map((row) => ({ ...row, way: row.id === predecessor_id ? 'before' : 'after' }))
}
