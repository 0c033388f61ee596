import { db } from '#kernel/db'
import type { Obstacle } from '#commons/workflow'
import { firstIn, keptPoints } from './around-meeting.ts'
import type { Item } from './item.ts'
import './tables.ts'

interface Successor {
  id: string
  predecessor_id: string | null
}

/** The points that follow these, but those that were called off. */
export function successorsOf(some: readonly { id: string }[]): Promise<Successor[]> {
  if (some.length === 0) return Promise.resolve([])
  return db()
    .selectFrom('deliberations.item as i')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'i.tenant_id').onRef('d.id', '=', 'i.id'),
    )
    .select(['i.id', 'i.predecessor_id'])
    .where(
      'i.predecessor_id',
      'in',
      some.map(({ id }) => id),
    )
    .where('d.state', '<>', 'cancelled')
    .execute()
}

/** Whether a point came back as another. */
export const isFollowed = async (item: { id: string }): Promise<boolean> =>
  (await successorsOf([item])).length > 0

/** What stands in the way of taking back what was decided: it came back as another point, or stands in minutes that are kept. */
export async function mayTakeBack(item: Item): Promise<Obstacle | null> {
  if (await isFollowed(item)) return { key: 'deliberations.item.came_back' }
  return firstIn(keptPoints, item)
}

/** The meeting that repeats one that was lifted for want of quorum; undefined while none does. */
export const repetitionOf = (meeting: { id: string }) =>
  db()
    .selectFrom('deliberations.meeting')
    .select(['id', 'rank', 'starts_at'])
    .where('repeats_id', '=', meeting.id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
