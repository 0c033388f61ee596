import { Conflict, ensure } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import { change, changeMany } from '#commons/workflow'
import {
  type Decision,
  type Item,
  type Meeting,
  dayOf,
  items,
  itemWorkflow,
  presentedIds,
} from '#modules/deliberations'
import { attendance, presentVoters, quorumOf } from './attendance.ts'
import { organ } from '#commons/organs'
import { type Poll, castUnanimously, majorityRule, outcomeOf, outcomesOf } from './vote.ts'

/**
 * Opens the poll on a point: the sitting is open, the point undecided, attendance known and the
 * quorum met (CDLD L1122-17). Says who may vote and by which rule.
 */
export async function pollOn(item: Item, meeting: Meeting): Promise<Poll> {
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  return pollOf(meeting)
}

async function pollOf(meeting: Meeting): Promise<Poll> {
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  const attendees = await attendance(meeting)
  ensure(
    attendees.some((seat) => seat.presence),
    Conflict,
    'sittings.vote.attendance_needed',
  )
  const check = await quorumOf(meeting, attendees)
  if (check && !check.quorum.met) {
    const { present, article } = check
    throw new Conflict('sittings.vote.no_quorum', {
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
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  const patch = { decided_at: Temporal.Now.instant() }
  return change(items, itemWorkflow, item, decision, { patch })
}

/** Takes a decision back, while the meeting is not closed; the vote stands until it is held anew. */
export function reopen(item: Item, meeting: Meeting): Promise<Item> {
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  return change(items, itemWorkflow, item, 'reopen', { patch: { decided_at: null } })
}

/** Everybody present votes yes, and the point is accepted; never in place of a vote that was held. */
export async function adoptUnanimously(item: Item, meeting: Meeting): Promise<Item> {
  ensure(!(await outcomeOf(item.id)), Conflict, 'sittings.vote.held')
  const [adopted = item] = await adopt(await pollOn(item, meeting), [item])
  return adopted
}

async function adopt(poll: Poll, some: readonly Item[]): Promise<Item[]> {
  ensure(!some.some(isSecret), Conflict, 'sittings.vote.not_public')
  await castUnanimously(
    some.filter(({ poll_type }) => poll_type === 'freehand'),
    poll,
  )
  const patch = { decided_at: Temporal.Now.instant() }
  const steps = some.map((dossier) => ({ dossier, patch }))
  return changeMany(items, itemWorkflow, 'accept', steps)
}

const isSecret = ({ poll_type }: Item) => poll_type === 'secret'

/** The undecided points of a meeting, by what becomes of them when all that is left is adopted. */
export interface Remaining {
  /** They are adopted: nobody voted on them. */
  left: Item[]
  /** They are not: a vote was recorded, whatever its outcome. */
  voted: Item[]
  /** They are not: their ballot is secret. */
  secret: Item[]
}

/**
 * Adopts unanimously all points that are left, but those with a secret ballot or with a vote of their own;
 * says which it adopted and which not. Nobody votes on one of them in between.
 */
export async function adoptRemaining(meeting: Meeting): Promise<Remaining> {
  const poll = await pollOf(meeting)
  const remaining = await remainingOf(meeting, { lock: true })
  return { ...remaining, left: await adopt(poll, remaining.left) }
}

/** What `adoptRemaining` would adopt, and what not; nothing while the organ cannot vote. */
export async function adoptable(meeting: Meeting): Promise<Remaining> {
  try {
    await pollOf(meeting)
  } catch (problem) {
    if (problem instanceof Conflict) return { left: [], voted: [], secret: [] }
    throw problem
  }
  return remainingOf(meeting)
}

async function remainingOf(meeting: Meeting, reading = { lock: false }): Promise<Remaining> {
  const all = await readMany(items, await presentedIds(meeting), reading)
  const undecided = all
    .filter(({ state }) => state === 'frozen')
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
  const outcomes = await outcomesOf(undecided.map(({ id }) => id))
  const {
    left = [],
    voted = [],
    secret = [],
  } = Object.groupBy(undecided, (item) => {
    if (outcomes.has(item.id)) return 'voted'
    return isSecret(item) ? 'secret' : 'left'
  })
  return { left, voted, secret }
}
