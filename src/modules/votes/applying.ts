import { ensureInPerson } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import {
  type Item,
  items,
  type Meeting,
  presentedIds,
  sittingObstacles,
} from '#modules/deliberations'
import { ballotsIn, sittingOf } from '#modules/sittings'
import { motionStates } from './motion.ts'
import { allVotesOn, outcomesOf, type RecordedVote } from './recorded.ts'
import { pollOn } from './session.ts'
import { castVotes } from './vote.ts'

/** Why the vote on one point is not applied to another. */
export const leftOutBy = ['decided', 'voted', 'secret', 'unvoted', 'others', 'hindered'] as const
export type LeftOutBy = (typeof leftOutBy)[number]

/** What applying a vote to the points that follow does, and what not. */
export interface Applying {
  applied: Item[]
  left: Record<LeftOutBy, Item[]>
}

/**
 * Records on the points that follow, up to a number, the public vote that one had (E07): not where somebody else takes part, nor
 * on one that is voted in secret or not at all, was voted or decided, or that the law hinders. Says which it left out, and why.
 */
export async function applyVote(item: Item, meeting: Meeting, upTo: number): Promise<Applying> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  const votes = (await allVotesOn([item.id])).get(item.id) ?? []
  const vote = votes.find(({ motion }) => motion === null)
  ensure(vote && !vote.secret && votes.length === 1, Conflict, 'votes.applying.no_vote')
  if (upTo <= (item.position ?? 0)) throw Invalid.field('up_to', 'votes.applying.before')
  const sorted = await sort(item, meeting, upTo)
  const { applied = [], ...left } = sorted
  for (const one of applied)
    await castVotes(one, await pollOn(one, meeting), Object.fromEntries(named(vote)))
  return {
    applied,
    left: {
      ...{ decided: [], voted: [], secret: [], unvoted: [], others: [], hindered: [] },
      ...left,
    },
  }
}

/** The ballots of a public vote: nobody is blank or invalid there. */
const named = ({ ballots }: RecordedVote) =>
  [...ballots].flatMap(([seat, choice]) =>
    choice === 'yes' || choice === 'no' || choice === 'abstain' ? [[seat, choice] as const] : [],
  )

async function sort(item: Item, meeting: Meeting, upTo: number) {
  const all = await readMany(items, await presentedIds(meeting), { lock: true })
  const following = all
    .filter(({ position }) => (position ?? 0) > (item.position ?? 0) && (position ?? 0) <= upTo)
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
  const ids = following.map(({ id }) => id)
  const voted = await outcomesOf(ids)
  const apart = await motionStates(ids)
  const obstacles = await sittingObstacles(following, 'decides')
  const sitting = await sittingOf(meeting)
  const here = ballotsIn(sitting, item.position ?? 0).map(({ id }) => id)
  return Object.groupBy(following, ({ id, state, poll_type, position }): LeftOutBy | 'applied' => {
    if (state !== 'frozen') return 'decided'
    if (voted.has(id)) return 'voted'
    if (poll_type === 'secret') return 'secret'
    if (poll_type === 'no_vote') return 'unvoted'
    const there = ballotsIn(sitting, position ?? 0).map((seat) => seat.id)
    const same = there.length === here.length && there.every((seat) => here.includes(seat))
    if (!same) return 'others'
    return obstacles.has(id) || apart.has(id) ? 'hindered' : 'applied'
  })
}
