import { slot } from '#kernel/module'

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
