import { ensureInPerson } from '#kernel/access'
import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { tell, tellMany } from '#commons/dossiers'
import { applied, type LegalRule, type MajorityRule, type OrganKind } from '#commons/law'
import { type Item, items, type RecordedOutcome } from '#modules/deliberations'
import type { Attendee } from './presence.ts'
import { type Ballot, type Outcome, type Tally, outcome, tally, voters } from './majority.ts'
import './tables.ts'

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

/** What a form of the vote is made from: all that was recorded, in one order. */
export const standingVote = (vote: RecordedVote | undefined): unknown =>
  vote && { ...vote, ballots: [...vote.ballots].toSorted(([a], [b]) => a.localeCompare(b)) }

/** By how many votes a point is adopted, and what a tie is (CDLD L1122-26, L1123-22). */
const majorityLaw = applied('vote.majority', 'majority', 'sittings.applies.majority')

/** The rule of majority of an organ on a day. Throws where the law, as known here, has none. */
export async function majorityRule(
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<LegalRule<MajorityRule>> {
  const rule = await majorityLaw.on(kind, day)
  if (!rule) throw new Conflict('sittings.vote.no_rule')
  return rule
}

/** Records a public vote, a ballot for each member who took part (CDLD L1122-26, L1122-27). */
export async function castVotes(
  item: Item,
  poll: Poll,
  ballots: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>,
): Promise<RecordedVote> {
  ensure(item.poll_type === 'freehand', Conflict, 'sittings.vote.not_public')
  const cast = Object.entries(ballots)
  const known = new Set(poll.voters.map(({ id }) => id))
  if (cast.length === 0) throw Invalid.field('ballots', 'sittings.vote.nobody')
  if (cast.some(([seat]) => !known.has(seat)))
    throw Invalid.field('ballots', 'sittings.vote.absent_voter')
  const before = await eraseVote(item)
  const counts = tally(Object.values(ballots))
  await record(poll, [{ item, secret: false, counts, ballots, before }])
  return recorded(item.id)
}

/** Records that all who take part in these points voted yes; nobody voted on them: none is overwritten. */
export async function castUnanimously(some: readonly { item: Item; poll: Poll }[]): Promise<void> {
  const [first] = some
  if (!first) return
  const cast = some.map(({ item, poll }) => {
    const ballots = Object.fromEntries(poll.voters.map(({ id }) => [id, 'yes' as const]))
    return { item, secret: false, counts: tally(Object.values(ballots)), ballots }
  })
  await record(first.poll, cast)
}

/** Records the counts of a secret ballot (scrutin secret), and nothing else of it. */
export async function countSecretVotes(
  item: Item,
  poll: Poll,
  counts: Tally,
): Promise<RecordedVote> {
  ensure(item.poll_type === 'secret', Conflict, 'sittings.vote.not_secret')
  const most = poll.voters.length
  if (voters(counts) > most) throw Invalid.field('yes', 'sittings.vote.too_many', { most })
  if (voters(counts) === 0) throw Invalid.field('yes', 'sittings.vote.nobody')
  const before = await eraseVote(item)
  await record(poll, [{ item, secret: true, counts, ballots: {}, before }])
  return recorded(item.id)
}

interface Counted {
  item: Item
  secret: boolean
  counts: Tally
  ballots: Readonly<Record<string, Ballot>>
  /** The vote in whose place it comes. */
  before?: Result | undefined
}

/** How a vote ended, as history tells it. */
export type Result = Tally & { outcome: RecordedOutcome }

/** Writes votes, their ballots and their history: a statement a table, however many. */
async function record({ rule }: Poll, votes: readonly Counted[]): Promise<void> {
  ensureInPerson()
  if (votes.length === 0) return
  const rows = votes.map(({ item, secret, counts }) => {
    return { item_id: item.id, secret, ...counts, outcome: nameOf(outcome(counts, rule.value)) }
  })
  await db()
    .insertInto('sittings.vote')
    .values(rows.map((row) => ({ ...row, article: rule.article })))
    .execute()
  const cast = votes.flatMap(({ item, ballots }) =>
    Object.entries(ballots).map(([seat, choice]) => ({ item: item.id, seat, choice })),
  )
  await sql`
    insert into sittings.ballot (item_id, seat_id, choice) select item, seat, choice
    from jsonb_to_recordset(${asRows(cast)}) as b (item uuid, seat uuid, choice text)`.execute(db())
  await tellMany(
    items,
    'vote',
    rows.map(({ item_id, ...data }, at) => {
      const before = votes[at]?.before
      return { subjectId: item_id, data: { ...data, ...(before && { before: { ...before } }) } }
    }),
  )
}

/** Forgets the votes on points: they left their agenda. Returns how these had ended. No program undoes what people voted. */
async function eraseVotes(itemIds: readonly string[]): Promise<(Result & { item_id: string })[]> {
  if (itemIds.length === 0) return []
  await db().deleteFrom('sittings.ballot').where('item_id', 'in', itemIds).execute()
  const gone = await db()
    .deleteFrom('sittings.vote')
    .where('item_id', 'in', itemIds)
    .returning(['item_id', 'yes', 'no', 'abstain', 'blank', 'invalid', 'outcome'])
    .execute()
  if (gone.length > 0) ensureInPerson()
  return gone
}

/** Forgets the vote on a point: it is held anew, or was a mistake. Returns how it had ended. */
async function eraseVote({ id }: Item): Promise<Result | undefined> {
  const [before] = await eraseVotes([id])
  if (!before) return undefined
  const { item_id: _, ...result } = before
  return result
}

/** Points leave their agenda, and their votes go with that: history tells what they were. */
export async function forgetVotes(itemIds: readonly string[]): Promise<void> {
  const erased = await eraseVotes(itemIds)
  const told = erased.map(({ item_id, ...before }) => ({ subjectId: item_id, data: { before } }))
  await tellMany(items, 'unvote', told)
}

/** The vote was recorded by mistake: forgets it, and history tells what it was. */
export async function takeBackVote(item: Item): Promise<void> {
  ensureInPerson()
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  const before = await eraseVote(item)
  ensure(before, Conflict, 'sittings.vote.none')
  await tell(items, item.id, 'unvote', { before: { ...before } })
}

const nameOf = (result: Outcome): RecordedOutcome => (result.adopted ? 'adopted' : result.reason)

/** How the votes on these points ended; nothing of those without one. One query. */
export async function outcomesOf(
  itemIds: readonly string[],
): Promise<Map<string, RecordedOutcome>> {
  const { rows } = await sql<{ item_id: string; outcome: RecordedOutcome }>`
    select item_id, outcome from sittings.vote where item_id = any(${[...itemIds]}::uuid[])`.execute(
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
    .selectFrom('sittings.vote')
    .selectAll()
    .where('item_id', 'in', itemIds)
    .execute()
  const ballots = await db()
    .selectFrom('sittings.ballot')
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
