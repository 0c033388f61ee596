import { actor, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { signal } from '#kernel/signals'
import { fullName } from '#commons/directory'
import { read, tell } from '#commons/dossiers'
import { type Item, items, type Meeting } from '#modules/deliberations'
import type { Attendee } from '#modules/sittings'
import {
  castChoice as castChoices,
  castVotes,
  ensureMayBeNamed,
  isSecret,
  type Motion,
  motionOf,
  type Poll,
  pollOn,
} from '#modules/votes'
import { anyItem, putInFront } from './front.ts'
import { ensureUnvoted, held, heldByMany, locked, openChanged, remove, voterIn } from './held.ts'
import { bearerOf, type OpenVote } from './open-vote.ts'
import { ensureAsked, isAnswer, questionOf } from './question.ts'
import { ensureRuns } from './runs.ts'
import { newKeys } from './paper.ts'
import './tables.ts'

/**
 * Opens the vote on a point, or on what is put to it, on the screens of the members. All that a vote by hand is refused for
 * refuses this too, and is asked again as it closes (CDLD L1122-17, L1122-19, L1122-27). One is open at a time. What is voted in
 * secret needs a `boxKey`, to which ballots are sealed: the device that opens it keeps what opens them, and counts.
 */
export async function openVote(
  meeting: Meeting,
  named: Item,
  put: Motion | null = null,
  boxKey: string | null = null,
): Promise<void> {
  ensureInPerson()
  // Whoever decides it, votes on it by hand or takes what is put away comes before or after.
  const item = await read(items, named.id, { lock: true })
  const motion = put && (await motionOf(item, put.id))
  ensure(item.meeting_id === meeting.id, Conflict, 'live.point.elsewhere')
  await ensureRuns(meeting, item.position ?? 0)
  const poll = await pollOn(item, meeting)
  ensure(item.poll_type !== 'no_vote', Conflict, 'votes.vote.not_public')
  const secret = isSecret(item, motion)
  if (secret) ensure(boxKey, Conflict, 'live.secret.by_scripts')
  else ensureMayBeNamed(poll)
  await ensureAsked(await questionOf(item, motion, meeting), item, motion)
  await ensureUnvoted(item, motion)
  const id = crypto.randomUUID()
  const keys = secret && boxKey ? await newKeys(id, boxKey) : {}
  const row = await db()
    .insertInto('live.poll')
    .values({
      id,
      meeting_id: meeting.id,
      item_id: item.id,
      motion_id: motion?.id ?? null,
      ...keys,
    })
    .onConflict((on) => on.columns(['tenant_id', 'meeting_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(row, Conflict, 'live.vote.another')
  openChanged()
  await putInFront(meeting, item)
  await tell(items, item.id, 'open_vote', { ...(motion && { title: motion.title }) })
  await signal([meeting.id])
}

/**
 * Somebody votes on their own screen, for themselves or for whom they represent; as long as the vote is open they may change
 * it. Whoever stands aside or left has no ballot (CDLD L1122-19).
 */
export async function castChoice(
  meeting: Meeting,
  voteId: string,
  seatId: string,
  choice: string,
): Promise<void> {
  ensureInPerson()
  const { vote, poll } = await heldByMany(meeting, voteId, 'named')
  const seat = voterIn(poll, seatId)
  if (bearerOf(poll, seat).person_id !== actor().id) throw new Forbidden('live.vote.not_yours')
  await ensureAnswer(vote, meeting, choice)
  await write(voteId, seatId, choice, false)
  await signal([meeting.id])
}

/** Who leads the sitting notes what somebody says aloud, who has no screen; never over what they voted themselves. */
export async function noteAloud(
  meeting: Meeting,
  voteId: string,
  seatId: string,
  choice: string,
): Promise<void> {
  ensureInPerson()
  const { vote, poll } = await held(meeting, voteId, 'share', 'named')
  await ensureRuns(meeting, vote.item.position ?? 0)
  const seat = voterIn(poll, seatId)
  ensure(vote.choices.get(seatId)?.aloud !== false, Conflict, 'live.vote.own_screen', {
    who: fullName(seat),
  })
  await ensureAnswer(vote, meeting, choice)
  await write(voteId, seatId, choice, true)
  await signal([meeting.id])
}

/**
 * Closes the vote: what was voted becomes the vote on the point, by the same verb as one by hand, with the quorum and the
 * majority of this moment. Refused while somebody who takes part has not voted. Who left meanwhile is not counted.
 */
export async function closeVote(meeting: Meeting, voteId: string): Promise<void> {
  ensureInPerson()
  const { vote, poll } = await held(meeting, voteId, 'update', 'named')
  await ensureRuns(meeting, vote.item.position ?? 0)
  const missing = missingIn(vote, poll)
  ensure(missing.length === 0, Conflict, 'live.vote.missing', {
    names: missing.map(fullName).join(', '),
  })
  await ensureUnvoted(vote.item, vote.motion)
  const { kind } = await questionOf(vote.item, vote.motion, meeting)
  const given = new Map(
    [...vote.choices].filter(([id]) => poll.voters.some((one) => one.id === id)),
  )
  await remove(voteId)
  if (kind === 'choice')
    await castChoices(
      vote.item,
      poll,
      all(given, ({ choice }) => choice),
    )
  else await castVotes(vote.item, poll, all(given, plainly), vote.motion)
}

const all = <T>(given: OpenVote['choices'], as: (one: { choice: string }) => T) =>
  Object.fromEntries([...given].map(([id, one]) => [id, as(one)]))

function plainly({ choice }: { choice: string }): 'yes' | 'no' | 'abstain' {
  if (choice === 'yes' || choice === 'no' || choice === 'abstain') return choice
  // An option that is none any more: what is put to the vote is not changed while it is voted.
  throw new Conflict('live.vote.closed')
}

/** Refuses what was not asked. */
async function ensureAnswer(vote: OpenVote, meeting: Meeting, choice: string): Promise<void> {
  const question = await questionOf(vote.item, vote.motion, meeting)
  if (!isAnswer(question, choice)) throw Invalid.field('choice', 'http.field.choose')
}

/** Gives an open vote up: what was voted is forgotten, and history tells that. */
export async function dropVote(meeting: Meeting, voteId: string): Promise<void> {
  ensureInPerson()
  const row = await locked(meeting, voteId, 'update')
  const [item] = await anyItem(row.item_id)
  await ensureRuns(meeting, item?.position ?? 0)
  await remove(voteId)
  await tell(items, row.item_id, 'drop_vote')
  await signal([meeting.id])
}

/** Who takes part and has not voted yet. */
const missingIn = ({ choices }: OpenVote, { voters }: Poll): Attendee[] =>
  voters.filter(({ id }) => !choices.has(id))

async function write(poll_id: string, seat_id: string, choice: string, aloud: boolean) {
  await db()
    .insertInto('live.choice')
    .values({ poll_id, seat_id, choice, aloud })
    .onConflict((on) =>
      on.columns(['tenant_id', 'poll_id', 'seat_id']).doUpdateSet({ choice, aloud }),
    )
    .execute()
}
