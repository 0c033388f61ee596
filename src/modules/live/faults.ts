import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { Point } from '#modules/deliberations'
import { ballotsIn, type Fault, type Sitting } from '#modules/sittings'
import './tables.ts'

/**
 * Whoever has a paper of a secret vote that is open takes part in it until the box is opened: whether it is in there, nobody can
 * tell. Who leaves with it does so before a later point, or it is noted lost first.
 */
export async function paperFaults(sitting: Sitting, points: readonly Point[]): Promise<Fault[]> {
  if (points.length === 0) return []
  const given = await db()
    .selectFrom('live.paper as p')
    .innerJoin('live.poll as o', 'o.id', 'p.poll_id')
    .select(['p.seat_id', 'o.item_id'])
    .where('p.blinded', 'is not', null)
    .where(
      'o.item_id',
      'in',
      points.map(({ id }) => id),
    )
    .execute()
  return given.flatMap(({ seat_id, item_id }) => {
    const point = points.find(({ id }) => id === item_id)
    if (!point || ballotsIn(sitting, point.position).some(({ id }) => id === seat_id)) return []
    return [{ seat: seat_id, sentence: t('live.secret.has_paper', { number: point.number }) }]
  })
}
