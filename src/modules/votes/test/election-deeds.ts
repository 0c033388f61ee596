import fc from 'fast-check'
import type { Item, Meeting } from '#modules/deliberations'
import {
  countRound,
  electionRule,
  electionsOf,
  nextRound,
  standFor,
  takeBackRound,
} from '../election.ts'
import { pollOn } from '../session.ts'

const nat = fc.nat({ max: 6 })

/** What somebody may do of an election: say who stands, count a round, take the last one back. */
export const electionDeeds = fc.record({
  do: fc.constant('elect' as const),
  ...{
    item: nat,
    posts: fc.integer({ min: 1, max: 2 }),
    born: fc.boolean(),
    back: fc.nat({ max: 4 }),
  },
  votes: fc.array(fc.nat({ max: 4 }), { minLength: 3, maxLength: 3 }),
  blank: fc.nat({ max: 1 }),
})
type ElectionDeed = typeof electionDeeds extends fc.Arbitrary<infer D> ? D : never

/** Does it: who stands is said first, then rounds are held as they come. */
export async function electedOn(
  item: Item,
  meeting: Meeting,
  { posts, votes, blank, born, back }: ElectionDeed,
): Promise<unknown> {
  const election = (await electionsOf([item.id])).get(item.id)
  if (!election) {
    const born_on = (at: number) =>
      born ? Temporal.PlainDate.from('1970-01-01').add({ days: at }) : null
    const candidates = ['A', 'B', 'C'].map((name, at) => ({ name, born_on: born_on(at) }))
    return standFor(item, meeting, { posts, candidates })
  }
  if (back === 0) return takeBackRound(item)
  const rule = await electionRule(item, meeting)
  const next = rule && nextRound(election, rule.value)
  const poll = await pollOn(item, meeting)
  const papers = poll.voters.length - blank
  const given = (next?.candidates ?? election.candidates).map(
    ({ id }, at) => [id, Math.min(votes[at] ?? 0, papers)] as const,
  )
  return countRound(item, meeting, poll, {
    ...{ papers, blank, invalid: 0, votes: Object.fromEntries(given) },
  })
}
