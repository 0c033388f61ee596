import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import type { Item } from '#modules/deliberations'
import type { Attendee } from '#modules/sittings'
import { type Choice, type Motion, motionOf, type Poll } from '#modules/votes'
import { anyItem } from './front.ts'
import './tables.ts'

/** A vote by name that is open on the screens of the members. */
export interface OpenVote {
  id: string
  item: Item
  /** What is put to the vote; null: the point as a whole. */
  motion: Motion | null
  /** Seat → what was voted so far, and whether it was said aloud. */
  choices: ReadonlyMap<string, { choice: Choice; aloud: boolean }>
}

/** The vote that is open in a meeting. */
export async function openVoteOf(meeting: { id: string }): Promise<OpenVote | undefined> {
  const row = await db()
    .selectFrom('live.poll')
    .select(['id', 'item_id', 'motion_id'])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  const [item] = row ? await anyItem(row.item_id) : []
  if (!row || !item) return undefined
  const choices = await db()
    .selectFrom('live.choice')
    .select(['seat_id', 'choice', 'aloud'])
    .where('poll_id', '=', row.id)
    .execute()
  return {
    ...{ id: row.id, item },
    motion: row.motion_id ? await motionOf(item, row.motion_id) : null,
    choices: new Map(choices.map(({ seat_id, ...one }) => [seat_id, one])),
  }
}

/** Whose ballot this is to give: one's own, or that of whoever is represented. */
export const bearerOf = ({ borne }: Pick<Poll, 'borne'>, seat: Attendee): Attendee =>
  borne.get(seat.id) ?? seat

/** The seats for which the one who acts votes. */
export const seatsOfMine = (poll: Poll): Attendee[] =>
  poll.voters.filter((seat) => bearerOf(poll, seat).person_id === actor().id)
