import { sql } from 'kysely'
import { db, ofTransaction } from '#kernel/db'
import type { RecordedOutcome } from '#modules/deliberations'
import type { Ballot, Outcome, Tally } from './majority.ts'
import { type Motion, motionsOn } from './motion.ts'
import './tables.ts'

/** A vote as it was recorded: the counts, who voted what if it was public, and the outcome. */
export interface RecordedVote {
  id: string
  /** What was put to the vote; null: the whole. */
  motion: Motion | null
  secret: boolean
  tally: Tally
  outcome: Outcome
  article: string
  /** The seat whose vote broke a tie (voix prépondérante); null where none did. */
  casting: string | null
  /** What a member wants to stand beside it (explication de vote). */
  remark: string
  /** Seat id → ballot; empty for a secret vote. */
  ballots: ReadonlyMap<string, Ballot>
}

/** What a form of the vote is made from: all that was recorded, in one order. */
export const standingVote = (vote: RecordedVote | undefined): unknown =>
  vote && {
    ...{ secret: vote.secret, tally: vote.tally, outcome: vote.outcome, article: vote.article },
    ballots: [...vote.ballots].toSorted(([a], [b]) => a.localeCompare(b)),
  }

export const nameOf = (result: Outcome): RecordedOutcome =>
  result.adopted ? 'adopted' : result.reason

/** How votes on points as a whole ended that were recorded in this transaction. */
const justRecorded = ofTransaction(() => new Map<string, RecordedOutcome>())

/** A vote on a point as a whole was recorded, which ended so; or it was forgotten. */
export function noteOutcome(itemId: string, outcome: RecordedOutcome | null): void {
  if (outcome) justRecorded().set(itemId, outcome)
  else justRecorded().delete(itemId)
}

/**
 * How the votes on these points as a whole ended; nothing of those without one. One query, none where all were recorded in this
 * transaction.
 */
export async function outcomesOf(
  itemIds: readonly string[],
): Promise<Map<string, RecordedOutcome>> {
  const known = itemIds.flatMap((id) => {
    const outcome = justRecorded().get(id)
    return outcome ? [[id, outcome] as const] : []
  })
  if (itemIds.length > 0 && known.length === itemIds.length) return new Map(known)
  const { rows } = await sql<{ item_id: string; outcome: RecordedOutcome }>`
    select item_id, outcome from votes.vote
    where item_id = any(${[...itemIds]}::uuid[]) and motion_id is null`.execute(db())
  return new Map(rows.map((row) => [row.item_id, row.outcome]))
}

/** How the vote on a point ended; null while there was none. */
export const outcomeOf = async (itemId: string): Promise<RecordedOutcome | null> =>
  (await outcomesOf([itemId])).get(itemId) ?? null

/** The votes on these points as a whole, by item id. Two queries, however many points. */
export async function votesOn(itemIds: readonly string[]): Promise<Map<string, RecordedVote>> {
  const all = await allVotesOn(itemIds)
  return new Map(
    [...all].flatMap(([id, votes]) => {
      const whole = votes.find(({ motion }) => motion === null)
      return whole ? [[id, whole] as const] : []
    }),
  )
}

/** All votes on these points, by item id: on what was put to the vote first, in its order, and on the whole last. */
export async function allVotesOn(itemIds: readonly string[]): Promise<Map<string, RecordedVote[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('votes.vote')
    .selectAll()
    .where('item_id', 'in', itemIds)
    .execute()
  if (rows.length === 0) return new Map()
  const named = await db()
    .selectFrom('votes.ballot')
    .select(['vote_id', 'seat_id', 'choice'])
    .where(
      'vote_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const cast = Map.groupBy(named, ({ vote_id }) => vote_id)
  const moved = rows.flatMap(({ motion_id, item_id }) => (motion_id ? [item_id] : []))
  const motions = new Map((await motionsOn(moved)).map((one) => [one.id, one]))
  const last = Number.POSITIVE_INFINITY
  const votes = rows.map(({ item_id, motion_id, yes, no, abstain, blank, invalid, ...row }) => {
    const vote: RecordedVote = {
      ...{ id: row.id, secret: row.secret, article: row.article, remark: row.remark },
      motion: (motion_id && motions.get(motion_id)) || null,
      casting: row.casting_seat_id,
      tally: { yes, no, abstain, blank, invalid },
      outcome:
        row.outcome === 'adopted' ? { adopted: true } : { adopted: false, reason: row.outcome },
      ballots: new Map(cast.get(row.id)?.map((one) => [one.seat_id, one.choice])),
    }
    return { item_id, vote }
  })
  const sorted = votes.toSorted(
    ({ vote: one }, { vote: other }) =>
      (one.motion?.number ?? last) - (other.motion?.number ?? last),
  )
  return new Map(
    [...Map.groupBy(sorted, ({ item_id }) => item_id)].map(([id, some]) => [
      id,
      some.map(({ vote }) => vote),
    ]),
  )
}
