import { Conflict } from '#kernel/errors'
import { slot } from '#kernel/module'
import type { Obstacle } from '#commons/workflow'

/** What keeps points from being voted by hand, told by who has a vote on them under way in another manner. */
export const votesUnderWay =
  slot<(itemIds: readonly string[]) => Promise<Obstacle | null>>('votes-under-way')

/** Refuses what would cut across a vote that is under way. */
export async function ensureNoneUnderWay(itemIds: readonly string[]): Promise<void> {
  for (const ask of votesUnderWay.all()) {
    const obstacle = await ask(itemIds)
    if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
  }
}
