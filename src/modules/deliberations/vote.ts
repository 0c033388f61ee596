import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { emitMany, event } from '#kernel/events'
import { applied, type LegalRule, type MajorityRule, type OrganKind } from '#commons/law'
import type { Attendee } from './attendance.ts'
import type { Item } from './item.ts'
import { type Ballot, type Outcome, type Tally, outcome, tally, voters } from './majority.ts'
import type { RecordedOutcome } from './tables.ts'
import './tables.ts'

const voted = event('deliberations.item.vote')

/** What is needed to vote on a point: who may, by which rule. Made by `session.ts`. */
export interface Poll {
  voters: readonly Attendee[]
  rule: LegalRule<MajorityRule>
}

/** A vote as it was recorded: the counts, who voted what if it was public, and the outcome. */
export interface RecordedVote {
  secret: boolean
  tally: Tally
  outcome: Outcome
  article: string
  /** Seat id → ballot; empty for a secret vote. */
  ballots: ReadonlyMap<string, Ballot>
}

/** By how many votes a point is adopted, and what a tie is (CDLD L1122-26, L1123-22). */
const majorityLaw = applied('vote.majority', 'majority', 'deliberations.applies.majority')

/** The rule of majority of an organ on a day. Throws where the law, as known here, has none. */
export async function majorityRule(
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<LegalRule<MajorityRule>> {
  const rule = await majorityLaw.on(kind, day)
  if (!rule) throw new Conflict('deliberations.vote.no_rule')
  return rule
}

/** Records a public vote, a ballot for each member who took part (CDLD L1122-26, L1122-27). */
export async function castVotes(
  item: Item,
  poll: Poll,
  ballots: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>,
): Promise<RecordedVote> {
  ensure(item.poll_type === 'freehand', Conflict, 'deliberations.vote.not_public')
  const cast = Object.entries(ballots)
  const known = new Set(poll.voters.map(({ id }) => id))
  if (cast.length === 0) throw Invalid.field('ballots', 'deliberations.vote.nobody')
  if (cast.some(([seat]) => !known.has(seat)))
    throw Invalid.field('ballots', 'deliberations.vote.absent_voter')
  await eraseVote(item)
  await record(poll, [{ item, secret: false, counts: tally(Object.values(ballots)), ballots }])
  return recorded(item.id)
}

/** Records that everybody present voted yes on these points, on which nobody voted: none is overwritten. */
export function castUnanimously(some: readonly Item[], poll: Poll): Promise<void> {
  const ballots = Object.fromEntries(poll.voters.map(({ id }) => [id, 'yes' as const]))
  const counts = tally(Object.values(ballots))
  return record(
    poll,
    some.map((item) => ({ item, secret: false, counts, ballots })),
  )
}

/** Records the counts of a secret ballot (scrutin secret), and nothing else of it. */
export async function countSecretVotes(
  item: Item,
  poll: Poll,
  counts: Tally,
): Promise<RecordedVote> {
  ensure(item.poll_type === 'secret', Conflict, 'deliberations.vote.not_secret')
  const most = poll.voters.length
  if (voters(counts) > most) throw Invalid.field('yes', 'deliberations.vote.too_many', { most })
  if (voters(counts) === 0) throw Invalid.field('yes', 'deliberations.vote.nobody')
  await eraseVote(item)
  await record(poll, [{ item, secret: true, counts, ballots: {} }])
  return recorded(item.id)
}

interface Counted {
  item: Item
  secret: boolean
  counts: Tally
  ballots: Readonly<Record<string, Ballot>>
}

/** Writes votes, their ballots and their history: a statement a table, however many. */
async function record({ rule }: Poll, votes: readonly Counted[]): Promise<void> {
  if (votes.length === 0) return
  const rows = votes.map(({ item, secret, counts }) => {
    return { item_id: item.id, secret, ...counts, outcome: nameOf(outcome(counts, rule.value)) }
  })
  await db()
    .insertInto('deliberations.vote')
    .values(rows.map((row) => ({ ...row, article: rule.article })))
    .execute()
  const cast = votes.flatMap(({ item, ballots }) =>
    Object.entries(ballots).map(([seat, choice]) => ({ item: item.id, seat, choice })),
  )
  await sql`
    insert into deliberations.ballot (item_id, seat_id, choice) select item, seat, choice
    from jsonb_to_recordset(${asRows(cast)}) as b (item uuid, seat uuid, choice text)`.execute(db())
  await emitMany(
    voted,
    rows.map(({ item_id, ...data }) => ({ subjectId: item_id, data })),
  )
}

/** Forgets the vote on a point: it is held anew, or the point leaves its agenda. */
export async function eraseVote(item: Item): Promise<void> {
  await db().deleteFrom('deliberations.ballot').where('item_id', '=', item.id).execute()
  await db().deleteFrom('deliberations.vote').where('item_id', '=', item.id).execute()
}

const nameOf = (result: Outcome): RecordedOutcome => (result.adopted ? 'adopted' : result.reason)

/** How the votes on these points ended; nothing of those without one. One query. */
export async function outcomesOf(
  itemIds: readonly string[],
): Promise<Map<string, RecordedOutcome>> {
  const { rows } = await sql<{ item_id: string; outcome: RecordedOutcome }>`
    select item_id, outcome from deliberations.vote where item_id = any(${[...itemIds]}::uuid[])`.execute(
    db(),
  )
  return new Map(rows.map((row) => [row.item_id, row.outcome]))
}

/** How the vote on a point ended; null while there was none. */
export const outcomeOf = async (itemId: string): Promise<RecordedOutcome | null> =>
  (await outcomesOf([itemId])).get(itemId) ?? null

/** The votes on these points, by item id. Two queries, however many points. */
export async function votesOn(itemIds: readonly string[]): Promise<Map<string, RecordedVote>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('deliberations.vote')
    .selectAll()
    .where('item_id', 'in', itemIds)
    .execute()
  const ballots = await db()
    .selectFrom('deliberations.ballot')
    .select(['item_id', 'seat_id', 'choice'])
    .where('item_id', 'in', itemIds)
    .execute()
  const cast = Map.groupBy(ballots, ({ item_id }) => item_id)
  return new Map(
    rows.map(({ item_id, secret, outcome: ended, article, yes, no, abstain, blank, invalid }) => [
      item_id,
      {
        secret,
        article,
        tally: { yes, no, abstain, blank, invalid },
        outcome: ended === 'adopted' ? { adopted: true } : { adopted: false, reason: ended },
        ballots: new Map(cast.get(item_id)?.map((one) => [one.seat_id, one.choice])),
      },
    ]),
  )
}

async function recorded(itemId: string): Promise<RecordedVote> {
  const vote = (await votesOn([itemId])).get(itemId)
  if (!vote) throw new Error(`The vote on ${itemId} was not recorded`)
  return vote
}
