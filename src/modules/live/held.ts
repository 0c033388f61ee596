import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { Conflict, ensure, Problem } from '#kernel/errors'
import { signal } from '#kernel/signals'
import type { Obstacle } from '#commons/workflow'
import type { Item, Meeting } from '#modules/deliberations'
import type { Attendee } from '#modules/sittings'
import { allVotesOn, type Motion, type Poll, pollOn } from '#modules/votes'
import { type OpenVote, openVoteOf } from './open-vote.ts'
import { togetherOf } from './state.ts'
import './tables.ts'

/** Whether ballots bear names. */
export type Manner = 'named' | 'secret'
type Lock = 'share' | 'update'

/** What was voted is voted: it is taken back first, by a person who says so. */
export async function ensureUnvoted(item: Item, motion: Motion | null): Promise<void> {
  const votes = (await allVotesOn([item.id])).get(item.id) ?? []
  const held = votes.some((one) => (one.motion?.id ?? null) === (motion?.id ?? null))
  ensure(!held, Conflict, 'votes.vote.held')
}

/** A vote that is open, and its poll as it is now. Nobody closes it meanwhile; with `update`, nobody votes either. */
export async function held(meeting: Meeting, voteId: string, lock: Lock, manner: Manner) {
  await locked(meeting, voteId, lock, manner)
  return now(meeting)
}

async function now(meeting: Meeting): Promise<{ vote: OpenVote; poll: Poll }> {
  const vote = await openVoteOf(meeting)
  ensure(vote, Conflict, 'live.vote.closed')
  return { vote, poll: await pollOn(vote.item, meeting) }
}

/** The same of who votes themselves: its poll is read with all who ask at the same moment, who are many as it opens. */
export async function heldByMany(meeting: Meeting, voteId: string, manner: Manner) {
  await locked(meeting, voteId, 'share', manner)
  const { open } = await togetherOf(meeting)
  if (open?.id === voteId && !(open.poll instanceof Problem)) return { vote: open, poll: open.poll }
  return now(meeting)
}

/** Holds a vote open; refuses one that is closed, or is held in the other manner. */
export async function locked(meeting: Meeting, voteId: string, lock: Lock, manner?: Manner) {
  const { rows } = await sql<{ item_id: string; secret: boolean; signs: Buffer | null }>`
    select item_id, secret, signs from live.poll where id = ${voteId} and meeting_id = ${meeting.id}
    ${lock === 'share' ? sql`for share` : sql`for update`}`.execute(db())
  const [row] = rows
  ensure(row, Conflict, 'live.vote.closed')
  if (manner) {
    const key = row.secret ? 'live.secret.not_named' : 'live.secret.named'
    ensure(row.secret === (manner === 'secret'), Conflict, key)
  }
  return row
}

export function voterIn({ voters }: Poll, seatId: string): Attendee {
  const seat = voters.find(({ id }) => id === seatId)
  ensure(seat, Conflict, 'live.vote.takes_no_part')
  return seat
}

/** An open vote is over: nothing of it is left here. */
export async function remove(id: string): Promise<void> {
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
  await db().deleteFrom('live.counted').where('item_id', 'in', itemIds).execute()
  await signal(left.map(({ meeting_id }) => meeting_id))
}

/** A vote was opened, or is over. */
export const openChanged = (): void => openOn.forget()

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
