import { sql } from 'kysely'
import { actor, ensureInPerson } from '#kernel/access'
import { db, loadedOnce } from '#kernel/db'
import { Conflict, ensure, Forbidden, Problem } from '#kernel/errors'
import { signal } from '#kernel/signals'
import { fullName } from '#commons/directory'
import { read, tell } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import { type Item, items, type Meeting } from '#modules/deliberations'
import type { Attendee } from '#modules/sittings'
import {
  allVotesOn,
  castVotes,
  type Choice,
  ensureItsTurn,
  ensureMayBeNamed,
  isSecret,
  type Motion,
  motionOf,
  type Poll,
  pollOn,
  type RecordedVote,
} from '#modules/votes'
import { anyItem, putInFront } from './front.ts'
import { bearerOf, type OpenVote, openVoteOf } from './open-vote.ts'
import { ensureRuns } from './runs.ts'
import { togetherOf } from './state.ts'
import './tables.ts'

/**
 * Opens the vote on a point, or on what is put to it, on the screens of the members. All that a vote by hand is refused for
 * refuses this too, and is asked again as it closes (CDLD L1122-17, L1122-19, L1122-27). One is open at a time.
 */
export async function openVote(
  meeting: Meeting,
  named: Item,
  put: Motion | null = null,
): Promise<void> {
  ensureInPerson()
  // Whoever decides it, votes on it by hand or takes what is put away comes before or after.
  const item = await read(items, named.id, { lock: true })
  const motion = put && (await motionOf(item, put.id))
  ensure(item.meeting_id === meeting.id, Conflict, 'live.point.elsewhere')
  await ensureRuns(meeting, item.position ?? 0)
  const poll = await pollOn(item, meeting)
  ensure(!isSecret(item, motion), Conflict, 'votes.vote.not_public')
  ensure(item.poll_type !== 'no_vote', Conflict, 'votes.vote.not_public')
  ensureMayBeNamed(poll)
  await ensureItsTurn(item, motion)
  await ensureUnvoted(item, motion)
  const row = await db()
    .insertInto('live.poll')
    .values({ meeting_id: meeting.id, item_id: item.id, motion_id: motion?.id ?? null })
    .onConflict((on) => on.columns(['tenant_id', 'meeting_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(row, Conflict, 'live.vote.another')
  openOn.forget()
  await putInFront(meeting, item)
  await tell(items, item.id, 'open_vote', { ...(motion && { title: motion.title }) })
  await signal([meeting.id])
}

/** What was voted is voted: it is taken back first, by a person who says so. */
async function ensureUnvoted(item: Item, motion: Motion | null): Promise<void> {
  const votes = (await allVotesOn([item.id])).get(item.id) ?? []
  const held = votes.some((one) => (one.motion?.id ?? null) === (motion?.id ?? null))
  ensure(!held, Conflict, 'votes.vote.held')
}

/**
 * Somebody votes on their own screen, for themselves or for whom they represent; as long as the vote is open they may change
 * it. Whoever stands aside or left has no ballot (CDLD L1122-19).
 */
export async function castChoice(
  meeting: Meeting,
  voteId: string,
  seatId: string,
  choice: Choice,
): Promise<void> {
  ensureInPerson()
  await locked(meeting, voteId, 'share')
  const poll = await pollFor(meeting, voteId)
  const seat = voterIn(poll, seatId)
  if (bearerOf(poll, seat).person_id !== actor().id) throw new Forbidden('live.vote.not_yours')
  await write(voteId, seatId, choice, false)
  await signal([meeting.id])
}

/** Who leads the sitting notes what somebody says aloud, who has no screen; never over what they voted themselves. */
export async function noteAloud(
  meeting: Meeting,
  voteId: string,
  seatId: string,
  choice: Choice,
): Promise<void> {
  ensureInPerson()
  const { vote, poll } = await held(meeting, voteId, 'share')
  await ensureRuns(meeting, vote.item.position ?? 0)
  const seat = voterIn(poll, seatId)
  ensure(vote.choices.get(seatId)?.aloud !== false, Conflict, 'live.vote.own_screen', {
    who: fullName(seat),
  })
  await write(voteId, seatId, choice, true)
  await signal([meeting.id])
}

/**
 * Closes the vote: what was voted becomes the vote on the point, by the same verb as one by hand, with the quorum and the
 * majority of this moment. Refused while somebody who takes part has not voted. Who left meanwhile is not counted.
 */
export async function closeVote(meeting: Meeting, voteId: string): Promise<RecordedVote> {
  ensureInPerson()
  const { vote, poll } = await held(meeting, voteId, 'update')
  await ensureRuns(meeting, vote.item.position ?? 0)
  const missing = missingIn(vote, poll)
  ensure(missing.length === 0, Conflict, 'live.vote.missing', {
    names: missing.map(fullName).join(', '),
  })
  await ensureUnvoted(vote.item, vote.motion)
  const ballots = Object.fromEntries(
    poll.voters.flatMap(({ id }) => {
      const given = vote.choices.get(id)
      return given ? [[id, given.choice] as const] : []
    }),
  )
  await remove(voteId)
  return castVotes(vote.item, poll, ballots, vote.motion)
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

/** A vote that is open, and its poll as it is now. Nobody closes it meanwhile; with `update`, nobody votes either. */
async function held(meeting: Meeting, voteId: string, lock: 'share' | 'update') {
  await locked(meeting, voteId, lock)
  const vote = await openVoteOf(meeting)
  ensure(vote, Conflict, 'live.vote.closed')
  return { vote, poll: await pollOn(vote.item, meeting) }
}

/** Who may vote in a vote that is held open: read with all who ask at the same moment, who are many as it opens. */
async function pollFor(meeting: Meeting, voteId: string): Promise<Poll> {
  const { open } = await togetherOf(meeting)
  if (open?.id === voteId && !(open.poll instanceof Problem)) return open.poll
  return (await held(meeting, voteId, 'share')).poll
}

async function locked(meeting: Meeting, voteId: string, lock: 'share' | 'update') {
  const { rows } = await sql<{ item_id: string }>`
    select item_id from live.poll where id = ${voteId} and meeting_id = ${meeting.id}
    ${lock === 'share' ? sql`for share` : sql`for update`}`.execute(db())
  const [row] = rows
  ensure(row, Conflict, 'live.vote.closed')
  return row
}

function voterIn({ voters }: Poll, seatId: string): Attendee {
  const seat = voters.find(({ id }) => id === seatId)
  ensure(seat, Conflict, 'live.vote.takes_no_part')
  return seat
}

async function write(poll_id: string, seat_id: string, choice: Choice, aloud: boolean) {
  await db()
    .insertInto('live.choice')
    .values({ poll_id, seat_id, choice, aloud })
    .onConflict((on) =>
      on.columns(['tenant_id', 'poll_id', 'seat_id']).doUpdateSet({ choice, aloud }),
    )
    .execute()
}

async function remove(id: string): Promise<void> {
  await db().deleteFrom('live.poll').where('id', '=', id).execute()
  openOn.forget()
}

/** Points leave their agenda: a vote that is open on one is given up with that, and no screen looks at it any more. */
export async function forgetVotes(itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  await db().deleteFrom('live.poll').where('item_id', 'in', itemIds).execute()
  openOn.forget()
  const left = await db()
    .deleteFrom('live.front')
    .where('item_id', 'in', itemIds)
    .returning('meeting_id')
    .execute()
  await signal(left.map(({ meeting_id }) => meeting_id))
}

/** Whether a vote is open on points, asked once a transaction: whoever asks holds them, and who opens one does too. */
const openOn = loadedOnce(async () => new Map<string, boolean>())

/** Those of these points of which a vote is open: nothing else is decided or voted of them. */
export async function votesOpenOn(itemIds: readonly string[]): Promise<Map<string, Obstacle>> {
  const known = await openOn.get()
  const unknown = itemIds.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const rows = await db()
      .selectFrom('live.poll')
      .select('item_id')
      .where('item_id', 'in', unknown)
      .execute()
    const open = new Set(rows.map(({ item_id }) => item_id))
    for (const id of unknown) known.set(id, open.has(id))
  }
  return new Map(
    itemIds.filter((id) => known.get(id)).map((id) => [id, { key: 'live.vote.open_first' }]),
  )
}

/** What keeps a meeting from being closed. */
export async function closingObstacle(meeting: Meeting): Promise<Obstacle | null> {
  const row = await db()
    .selectFrom('live.poll')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  return row ? { key: 'live.vote.open_first' } : null
}
