import { Conflict } from '#kernel/errors'
import { slot } from '#kernel/module'
import type { Obstacle } from '#commons/workflow'

/** What keeps points from being voted by hand, told by who has a vote on them under way in another manner. */
export const votesUnderWay =
  slot<(itemIds: readonly string[]) => Promise<Obstacle | null>>('votes-under-way')

/** What keeps a vote that stands from being counted anew by hand, told by who counted it in another manner. */
export const votesThatStand = slot<(itemId: string) => Promise<Obstacle | null>>('votes-that-stand')

/** Refuses to count a secret vote anew over one that nobody can count again: a person takes that back first, and history tells it. */
export async function ensureCountable(itemId: string): Promise<void> {
  for (const ask of votesThatStand.all()) {
    const obstacle = await ask(itemId)
    if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
  }
}

/** Refuses what would cut across a vote that is under way. */
export async function ensureNoneUnderWay(itemIds: readonly string[]): Promise<void> {
  for (const ask of votesUnderWay.all()) {
    const obstacle = await ask(itemIds)
    if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
  }
}
