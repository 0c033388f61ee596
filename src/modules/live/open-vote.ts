import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import type { Item } from '#modules/deliberations'
import type { Attendee } from '#modules/sittings'
import { type Motion, motionOf, type Poll } from '#modules/votes'
import { anyItem } from './front.ts'
import { numberOf, toBytes } from './sealing.ts'
import './tables.ts'

/** A vote that is open on the screens of the members. */
export interface OpenVote {
  id: string
  item: Item
  /** What is put to the vote; null: the point as a whole. */
  motion: Motion | null
  /** Seat → what was voted by name so far, and whether it was said aloud. */
  choices: ReadonlyMap<string, { choice: string; aloud: boolean }>
  /** Null where it is voted by name. */
  secret: SecretVote | null
}

/** What everybody may know of a secret vote while it is open. */
export interface SecretVote {
  /** By which a device sees that its paper was signed, and to which it seals its ballot. */
  paperKey: string
  boxKey: string
  /** A short name of the first: the same on all screens. */
  mark: string
  /** Seats for which a paper was given that is not lost. */
  given: ReadonlySet<string>
  /** How many papers were noted lost. */
  lost: number
  /** How many ballots are in the box. */
  cast: number
}

/** The vote that is open in a meeting. */
export async function openVoteOf(meeting: { id: string }): Promise<OpenVote | undefined> {
  const row = await db()
    .selectFrom('live.poll')
    .select(['id', 'item_id', 'motion_id', 'secret', 'paper_key', 'box_key'])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  const [item] = row ? await anyItem(row.item_id) : []
  if (!row || !item) return undefined
  const choices = await db()
    .selectFrom('live.choice')
    .select(['seat_id', 'choice', 'aloud'])
    .where('poll_id', '=', row.id)
    .execute()
  const { paper_key: paperKey, box_key: boxKey } = row
  return {
    ...{ id: row.id, item },
    motion: row.motion_id ? await motionOf(item, row.motion_id) : null,
    choices: new Map(choices.map(({ seat_id, ...one }) => [seat_id, one])),
    secret:
      paperKey && boxKey
        ? { paperKey, boxKey, mark: await numberOf(toBytes(paperKey)), ...(await papersOf(row.id)) }
        : null,
  }
}

async function papersOf(voteId: string): Promise<Pick<SecretVote, 'given' | 'lost' | 'cast'>> {
  const papers = await db()
    .selectFrom('live.paper')
    .select(['seat_id', 'lost'])
    .select(sql<boolean>`blinded is not null`.as('given'))
    .where('poll_id', '=', voteId)
    .execute()
  const { cast } = await db()
    .selectFrom('live.box')
    .select((e) => e.fn.countAll<string>().as('cast'))
    .where('poll_id', '=', voteId)
    .executeTakeFirstOrThrow()
  return {
    given: new Set(papers.flatMap(({ seat_id, given }) => (given ? [seat_id] : []))),
    lost: papers.reduce((sum, { lost }) => sum + lost, 0),
    cast: Number(cast),
  }
}

/** Whose ballot this is to give: one's own, or that of whoever is represented. */
export const bearerOf = ({ borne }: Pick<Poll, 'borne'>, seat: Attendee): Attendee =>
  borne.get(seat.id) ?? seat

/** The seats for which the one who acts votes. */
export const seatsOfMine = (poll: Poll): Attendee[] =>
  poll.voters.filter((seat) => bearerOf(poll, seat).person_id === actor().id)
