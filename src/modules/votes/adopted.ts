import { readMany } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import { items, type Meeting, presentedIds } from '#modules/deliberations'
import { outcomesOf } from './recorded.ts'

/** Points whose vote adopted them and that nobody decided yet: a sitting that is lifted would put them off against their vote. */
export async function adoptedObstacle(meeting: Meeting): Promise<Obstacle | null> {
  const points = await readMany(items, await presentedIds(meeting))
  const open = points.filter(({ state }) => state === 'frozen')
  const outcomes = await outcomesOf(open.map(({ id }) => id))
  const adopted = open
    .filter(({ id }) => outcomes.get(id) === 'adopted')
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .map(({ number }) => number)
  if (adopted.length === 0) return null
  return {
    key: 'votes.adopted_not_decided',
    params: { count: adopted.length, points: adopted.join(', ') },
  }
}
