import { Conflict, ensure } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import { change, changeMany } from '#commons/workflow'
import {
  type Decision,
  type Item,
  type Meeting,
  dayOf,
  hasAct,
  presentedTo,
  items,
  itemWorkflow,
  secretArticle,
  organKind,
  wordsNeeded,
  sittingObstacles,
} from '#modules/deliberations'
import {
  ballotsIn,
  countedIn,
  decidesIn,
  isNoted,
  officerAt,
  openBallot,
  representedIn,
  type Sitting,
  suspension,
  quorumAmong,
  quorumRule,
  sittingOf,
} from '#modules/sittings'
import { amendedOf, motionObstacles } from './motion.ts'
import { outcomeOf, outcomesOf } from './recorded.ts'
import { majorityOf } from './tie.ts'
import { type Poll, castUnanimously, majorityRule } from './vote.ts'

/**
 * Opens the poll on a point: the sitting is open, the point undecided, attendance known and the quorum met among those who
 * take part in it (CDLD L1122-17, L1122-19). Says who may vote and by which rule.
 */
export async function pollOn(item: Item, meeting: Meeting): Promise<Poll> {
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  const poll = (await pollsOf(meeting))(item)
  const open = await openBallot(item, await organKind(meeting), dayOf(meeting))
  if (open) throw new Conflict(open.key, open.params)
  const secretBy = await secretArticle(item.matter, await organKind(meeting), dayOf(meeting))
  return { ...poll, secretBy, rule: await majorityOf(item, meeting, poll.rule) }
}

/** The polls on points of a meeting, read once. */
async function pollsOf(meeting: Meeting): Promise<(item: Item) => Poll> {
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  const sitting = await sittingOf(meeting)
  ensure(isNoted(sitting), Conflict, 'sittings.vote.attendance_needed')
  const suspended = suspension(sitting)
  if (suspended) throw new Conflict(suspended.key, suspended.params)
  const law = await quorumRule(meeting)
  const rule = await majorityRule(await organKind(meeting), dayOf(meeting))
  return (item) => pollFor(item, sitting, { law, rule })
}

interface Rules extends Pick<Poll, 'rule'> {
  law: Awaited<ReturnType<typeof quorumRule>>
}

function pollFor({ position, calling }: Item, sitting: Sitting, { law, rule }: Rules): Poll {
  const at = position ?? 0
  const check = quorumAmong(law, sitting, countedIn(sitting, at), calling)
  if (check && !check.quorum.met) {
    const { present, article } = check
    throw new Conflict('sittings.vote.no_quorum', {
      present,
      required: check.quorum.required,
      article,
    })
  }
  const presides = officerAt(sitting, 'presides', at) ?? null
  const borne = new Map(representedIn(sitting, at).map(({ seat, holder }) => [seat.id, holder]))
  return { voters: ballotsIn(sitting, at), borne, rule, presides, secretBy: null }
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

/** All who take part vote yes, and the point is accepted; never in place of a vote that was held. */
export async function adoptUnanimously(item: Item, meeting: Meeting): Promise<Item> {
  ensure(!(await outcomeOf(item.id)), Conflict, 'votes.vote.held')
  const poll = await pollOn(item, meeting)
  const obstacle = (await motionObstacles([item], 'decides')).get(item.id)
  if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
  const [adopted = item] = await adopt(() => poll, [item])
  return adopted
}

async function adopt(pollFor: (item: Item) => Poll, some: readonly Item[]): Promise<Item[]> {
  ensure(!some.some(isSecret), Conflict, 'votes.vote.not_public')
  await castUnanimously(
    some
      .filter(({ poll_type }) => poll_type === 'freehand')
      .map((item) => ({ item, poll: pollFor(item) })),
  )
  const patch = { decided_at: Temporal.Now.instant() }
  const amended = await amendedOf(some.map(({ id }) => id))
  const verbs = Map.groupBy(
    some.map((dossier) => ({ dossier, patch })),
    ({ dossier }) =>
      !hasAct(dossier) ? 'treat' : amended.has(dossier.id) ? 'accept_modified' : 'accept',
  )
  const adopted: Item[] = []
  for (const [verb, steps] of verbs)
    adopted.push(...(await changeMany(items, itemWorkflow, verb, steps)))
  return adopted
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
  /** They are not: the law stands in the way (no quorum among those who take part, urgency not declared). */
  hindered: Item[]
  /** They are not: the text of their decision is not written. */
  wordless: Item[]
}

/** Why a point is not adopted with the rest. */
export type LeftOut = Exclude<keyof Remaining, 'left'>

/**
 * Adopts unanimously all points that are left, and notes as heard those without an act; but not those with a secret ballot or
 * a vote of their own, without words, or that the law hinders. Says which it adopted and which not. Nobody votes on one of them in between.
 */
export async function adoptRemaining(meeting: Meeting): Promise<Remaining> {
  await decidesIn(meeting)
  const poll = await pollsOf(meeting)
  const remaining = await remainingOf(meeting, { lock: true })
  return { ...remaining, left: await adopt(poll, remaining.left) }
}

/** What `adoptRemaining` would adopt, and what not; nothing while the organ cannot vote. */
export async function adoptable(meeting: Meeting): Promise<Remaining> {
  try {
    await pollsOf(meeting)
  } catch (problem) {
    if (problem instanceof Conflict)
      return { left: [], voted: [], secret: [], hindered: [], wordless: [] }
    throw problem
  }
  return remainingOf(meeting)
}

async function remainingOf(meeting: Meeting, reading = { lock: false }): Promise<Remaining> {
  const all = await readMany(items, presentedTo(meeting), reading)
  const undecided = all
    .filter(({ state }) => state === 'frozen')
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
  const outcomes = await outcomesOf(undecided.map(({ id }) => id))
  const obstacles = await sittingObstacles(undecided, 'decides')
  const {
    left = [],
    voted = [],
    secret = [],
    hindered = [],
    wordless = [],
  } = Object.groupBy(undecided, (item) => {
    if (outcomes.has(item.id)) return 'voted'
    if (isSecret(item)) return 'secret'
    if (hasAct(item) && wordsNeeded(item)) return 'wordless'
    return obstacles.has(item.id) ? 'hindered' : 'left'
  })
  return { left, voted, secret, hindered, wordless }
}
