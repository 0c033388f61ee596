import { Conflict } from '#kernel/errors'
import { slot } from '#kernel/module'
import type { Obstacle } from '#commons/workflow'
import type { Item } from './item.ts'
import type { Meeting } from './meeting.ts'

/** How the vote on a point ended. */
export type RecordedOutcome = 'adopted' | 'minority' | 'tie' | 'tie_postponed' | 'no_vote_cast'

type Outcomes = ReadonlyMap<string, RecordedOutcome>

/** How votes on points ended, by their ids, told by who records votes; nothing where none was held. */
export const outcomes =
  slot<(itemIds: readonly string[]) => Promise<Outcomes>>('deliberations-outcomes')

/** How the votes on these points ended, where one was held. */
export async function outcomesOf(itemIds: readonly string[]): Promise<Outcomes> {
  const told = await Promise.all(outcomes.all().map((of) => of(itemIds)))
  return new Map(told.flatMap((one) => [...one]))
}

/** How the vote on a point ended; null while there was none. */
export const outcomeOf = async (itemId: string): Promise<RecordedOutcome | null> =>
  (await outcomesOf([itemId])).get(itemId) ?? null

/** What keeps the kind of the vote of points as it is, told by who has one under way. */
export const kindKeepers = slot<
  (itemIds: readonly string[]) => Promise<ReadonlyMap<string, Obstacle>>
>('deliberations-kind-keepers')

/** What is voted now is voted as it was put: what kind of point it is, and how it is voted, stays until then. */
export async function ensureNotBeingVoted({ id }: { id: string }): Promise<void> {
  for (const keeps of kindKeepers.all()) {
    const obstacle = (await keeps([id])).get(id)
    if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
  }
}

/** What is done of points: accepted as they stand, decided in any way, put off, or taken off their agenda without a decision. */
export type Deed = 'accepts' | 'decides' | 'puts_off' | 'takes_off'

/** What the law puts in the way of an organ, told by who keeps the facts of its sitting. */
export interface SittingGuard {
  /** Of points, by their ids: what is in the way of a deed. */
  decides(some: readonly Item[], what: Deed): Promise<ReadonlyMap<string, Obstacle>>
  /** Of closing a meeting. */
  closes(meeting: Meeting): Promise<Obstacle | null>
  /** Of lifting a sitting for want of quorum. */
  lifts(meeting: Meeting): Promise<Obstacle | null>
}

export const sittingGuards = slot<SittingGuard>('deliberations-sitting-guards')

/** The first of what stands in the way. */
export async function firstObstacle(
  ask: (guard: SittingGuard) => Promise<Obstacle | null>,
): Promise<Obstacle | null> {
  for (const guard of sittingGuards.all()) {
    const obstacle = await ask(guard)
    if (obstacle) return obstacle
  }
  return null
}

/** What stands in the way of deciding points, by their ids. */
export async function sittingObstacles(
  some: readonly Item[],
  what: Deed,
): Promise<Map<string, Obstacle>> {
  const told = await Promise.all(sittingGuards.all().map((guard) => guard.decides(some, what)))
  return new Map(told.flatMap((one) => [...one]))
}
