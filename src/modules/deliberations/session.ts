import { Conflict, ensure } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import { change } from '#commons/workflow'
import { presentedIds } from './agenda.ts'
import { attendance, presentVoters, quorumOf } from './attendance.ts'
import { type Item, items } from './item.ts'
import { type Meeting, dayOf } from './meeting.ts'
import { organ } from './organ.ts'
import { type Poll, castVotes, majorityRule, outcomeOf, votesOn } from './vote.ts'
import { type Decision, itemWorkflow } from './workflow.ts'

/**
 * Opens the poll on a point: the sitting is open, the point undecided, attendance known and the
 * quorum met (CDLD L1122-17). Says who may vote and by which rule.
 */
export async function pollOn(item: Item, meeting: Meeting): Promise<Poll> {
  ensure(item.state === 'frozen', Conflict, 'deliberations.vote.decided_already')
  return pollOf(meeting)
}

async function pollOf(meeting: Meeting): Promise<Poll> {
  ensure(meeting.state === 'decided', Conflict, 'deliberations.vote.not_in_session')
  const attendees = await attendance(meeting)
  ensure(
    attendees.some((seat) => seat.presence),
    Conflict,
    'deliberations.vote.attendance_needed',
  )
  const check = await quorumOf(meeting, attendees)
  if (check && !check.quorum.met) {
    const { present, article } = check
    throw new Conflict('deliberations.vote.no_quorum', {
      present,
      required: check.quorum.required,
      article,
    })
  }
  const body = await organ(meeting.organ_id)
  return { voters: presentVoters(attendees), rule: await majorityRule(body.kind, dayOf(meeting)) }
}

/** Decides a point, as its vote allows: what a majority rejected cannot be accepted. */
export function decide(item: Item, meeting: Meeting, decision: Decision): Promise<Item> {
  ensure(meeting.state === 'decided', Conflict, 'deliberations.vote.not_in_session')
  const patch = { decided_at: Temporal.Now.instant() }
  return change(items, itemWorkflow, item, decision, { patch })
}

/** Takes a decision back, while the meeting is not closed; the vote stands until it is held anew. */
export function reopen(item: Item, meeting: Meeting): Promise<Item> {
  ensure(meeting.state === 'decided', Conflict, 'deliberations.vote.not_in_session')
  return change(items, itemWorkflow, item, 'reopen', { patch: { decided_at: null } })
}

/** Everybody present votes yes, and the point is accepted; never in place of a vote that was held. */
export async function adoptUnanimously(item: Item, meeting: Meeting): Promise<Item> {
  ensure(!(await outcomeOf(item.id)), Conflict, 'deliberations.vote.held')
  return adoptBy(await pollOn(item, meeting), item, meeting)
}

async function adoptBy(poll: Poll, item: Item, meeting: Meeting): Promise<Item> {
  if (item.poll_type === 'freehand') {
    const yes = poll.voters.map(({ id }) => [id, 'yes' as const])
    await castVotes(item, poll, Object.fromEntries(yes))
  } else ensure(item.poll_type === 'no_vote', Conflict, 'deliberations.vote.not_public')
  return decide(item, meeting, 'accept')
}

/**
 * Adopts unanimously all points that are left, but those with a secret ballot or with a vote of
 * their own. Returns how many.
 */
export async function adoptRemaining(meeting: Meeting): Promise<number> {
  const poll = await pollOf(meeting)
  const left = await remaining(meeting)
  for (const item of left) await adoptBy(poll, item, meeting)
  return left.length
}

/** How many points `adoptRemaining` would adopt; none while the organ cannot vote. */
export async function adoptable(meeting: Meeting): Promise<number> {
  try {
    await pollOf(meeting)
  } catch (problem) {
    if (problem instanceof Conflict) return 0
    throw problem
  }
  return (await remaining(meeting)).length
}

async function remaining(meeting: Meeting): Promise<Item[]> {
  const all = await readMany(items, await presentedIds(meeting))
  const undecided = all.filter((item) => item.state === 'frozen' && item.poll_type !== 'secret')
  const votes = await votedIds(undecided)
  return undecided.filter((item) => !votes.has(item.id))
}

async function votedIds(some: readonly Item[]): Promise<Set<string>> {
  return new Set((await votesOn(some.map(({ id }) => id))).keys())
}
