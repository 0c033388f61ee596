import { db } from '#kernel/db'
import type { Obstacle } from '#commons/workflow'
import { allVotesOn, electionsOf } from '#modules/votes'
import './tables.ts'

/** The numbers of the papers that were counted on a point, vote by vote. */
export async function countedOn(itemId: string): Promise<{ vote: string; numbers: string[] }[]> {
  return db()
    .selectFrom('live.counted')
    .select(['poll_id as vote', 'numbers'])
    .where('item_id', '=', itemId)
    .execute()
}

/** Why a vote on a point is not counted anew by hand in place of one that stands: a box was counted for it (CDLD L1122-27). */
export async function countedObstacle(itemId: string): Promise<Obstacle | null> {
  const counted = await countedOn(itemId)
  return counted.length === 0 ? null : { key: 'live.secret.stands' }
}

/** Votes on points were taken back: where none is left, nobody looks for the number of their paper any more. */
export async function forgetCounted(itemIds: readonly string[]): Promise<void> {
  const votes = await allVotesOn(itemIds)
  const elections = await electionsOf(itemIds)
  const gone = itemIds.filter((id) => !votes.has(id) && !elections.get(id)?.rounds.length)
  if (gone.length > 0) await db().deleteFrom('live.counted').where('item_id', 'in', gone).execute()
}
