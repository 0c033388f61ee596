import type { Obstacle } from '#commons/workflow'
import type { Item } from './item.ts'
import { type Deed, type RecordedOutcome, outcomesOf, sittingObstacles } from './outcome.ts'
import { hasAct, wordsNeeded } from './purpose.ts'

/** Not after a vote that carried or rejected it: that is its decision. */
export async function mayPutOff(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  const outcomes = await outcomesOf(some.map(({ id }) => id))
  const voted = some.filter(({ id }) => settling.has(outcomes.get(id) ?? ''))
  const stands = (await sittingObstacles(some, 'puts_off')).entries()
  return new Map([
    ...voted.map(({ id }) => [id, { key: 'deliberations.vote.settles' } as Obstacle] as const),
    ...stands,
  ])
}

/** Not out of an open sitting without a word: who keeps its facts says which points may. */
export const mayTakeOff = (some: readonly Item[]) => sittingObstacles(some, 'takes_off')

const settling: ReadonlySet<string> = new Set([
  'adopted',
  'minority',
  'tie',
] satisfies RecordedOutcome[])

/** What is only heard is neither accepted nor refused; what has an act is not only heard. */
export async function mayTreat(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  const acts = some.filter(hasAct)
  return new Map([
    ...(await sittingObstacles(some, 'puts_off')),
    ...acts.map(({ id }) => [id, { key: 'deliberations.item.has_act' } as Obstacle] as const),
  ])
}

/** No decision is accepted or refused without a vote, where its organ votes. */
async function obstaclesIn(
  some: readonly Item[],
  lacks: (item: Item) => Obstacle | null,
  contradicts: (outcome: RecordedOutcome) => Obstacle | null,
  what: Deed = 'decides',
): Promise<Map<string, Obstacle>> {
  const outcomes = await outcomesOf(some.map(({ id }) => id))
  const byLaw = await sittingObstacles(some, what)
  return new Map(
    some.flatMap((item) => {
      const standing = byLaw.get(item.id) ?? lacks(item)
      if (standing) return [[item.id, standing] as const]
      const outcome = outcomes.get(item.id)
      const needed = !outcome && item.poll_type !== 'no_vote'
      const obstacle = outcome ? contradicts(outcome) : needed && voteNeeded
      return obstacle ? [[item.id, obstacle] as const] : []
    }),
  )
}

const voteNeeded: Obstacle = { key: 'deliberations.vote.needed' }
/** A tie that postpones the point (CDLD L1123-22) neither accepts nor refuses it. */
const putOff = (outcome: RecordedOutcome): Obstacle | null =>
  outcome === 'tie_postponed' ? { key: 'deliberations.vote.postpones' } : null

const carried = (outcome: RecordedOutcome): Obstacle | null =>
  outcome === 'adopted' ? null : (putOff(outcome) ?? { key: 'deliberations.vote.rejects' })

export const votesCarry = (some: readonly Item[]) => obstaclesIn(some, wordsNeeded, carried)

/** As it stands: not what an amendment changed. */
export const votesCarryAsItIs = (some: readonly Item[]) =>
  obstaclesIn(some, wordsNeeded, carried, 'accepts')

/** What is not decided is not refused either. */
const notDecided = ({ purpose }: Item): Obstacle | null =>
  purpose === 'decision' ? null : { key: 'deliberations.item.not_refused' }

export function votesDoNotCarry(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  return obstaclesIn(some, notDecided, (outcome) =>
    outcome === 'adopted' ? { key: 'deliberations.vote.adopts' } : putOff(outcome),
  )
}
