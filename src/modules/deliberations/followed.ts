import { db } from '#kernel/db'
import type { Obstacle } from '#commons/workflow'
import { firstIn, keptPoints } from './around-meeting.ts'
import type { Item } from './item.ts'
import './tables.ts'

interface Successor {
  id: string
  predecessor_id: string | null
  organ_id: string
}

/** The points that follow these, but those that were called off. */
export function successorsOf(some: readonly { id: string }[]): Promise<Successor[]> {
  if (some.length === 0) return Promise.resolve([])
  return db()
    .selectFrom('deliberations.item as i')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'i.tenant_id').onRef('d.id', '=', 'i.id'),
    )
    .select(['i.id', 'i.predecessor_id', 'i.organ_id'])
    .where(
      'i.predecessor_id',
      'in',
      some.map(({ id }) => id),
    )
    .where('d.state', '<>', 'cancelled')
    .execute()
}

/** Those of these points that came back as others; what went on to another organ comes back nonetheless. */
export async function cameBack(some: readonly Pick<Item, 'id' | 'organ_id'>[]) {
  const organs = new Map<string, string>(some.map(({ id, organ_id }) => [id, organ_id]))
  const all = (await successorsOf(some)).map(({ predecessor_id, organ_id }) =>
    organs.get(predecessor_id ?? '') === organ_id ? predecessor_id : null,
  )
  return new Set(all)
}

/**
 * What stands in the way of taking back what was decided: it came back as another point, went on to another organ, or stands in
 * minutes that are kept.
 */
export async function mayTakeBack(item: Item): Promise<Obstacle | null> {
  const [successor] = await successorsOf([item])
  if (!successor) return firstIn(keptPoints, item)
  const how = successor.organ_id === item.organ_id ? 'came_back' : 'went_on'
  return { key: `deliberations.item.${how}` }
}

/** The meeting that repeats one that was lifted for want of quorum; undefined while none does. */
export const repetitionOf = (meeting: { id: string }) =>
  db()
    .selectFrom('deliberations.meeting')
    .select(['id', 'rank', 'starts_at'])
    .where('repeats_id', '=', meeting.id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
