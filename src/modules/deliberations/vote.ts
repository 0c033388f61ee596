import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { type LegalRule, type MajorityRule, legalRule, type OrganKind } from '#commons/clock'
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

/** The rule of majority of an organ on a day. Throws where the law, as known here, has none. */
export async function majorityRule(
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<LegalRule<MajorityRule>> {
  const rule = await legalRule('vote.majority', kind, day)
  if (!rule || !isMajority(rule)) throw new Conflict('deliberations.vote.no_rule')
  return rule
}

const isMajority = (rule: LegalRule): rule is LegalRule<MajorityRule> =>
  rule.value.kind === 'majority'

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
  await record(item, poll, false, tally(Object.values(ballots)))
  await db()
    .insertInto('deliberations.ballot')
    .values(cast.map(([seat_id, choice]) => ({ item_id: item.id, seat_id, choice })))
    .execute()
  return recorded(item.id)
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
  await record(item, poll, true, counts)
  return recorded(item.id)
}

async function record(item: Item, poll: Poll, secret: boolean, counts: Tally): Promise<void> {
  const result = outcome(counts, poll.rule.value)
  await eraseVote(item)
  const name = nameOf(result)
  const { article } = poll.rule
  await db()
    .insertInto('deliberations.vote')
    .values({ item_id: item.id, secret, ...counts, outcome: name, article })
    .execute()
  await emit(voted, item.id, { secret, ...counts, outcome: name })
}

/** Forgets the vote on a point: it is held anew, or the point leaves its agenda. */
export async function eraseVote(item: Item): Promise<void> {
  await db().deleteFrom('deliberations.ballot').where('item_id', '=', item.id).execute()
  await db().deleteFrom('deliberations.vote').where('item_id', '=', item.id).execute()
}

const nameOf = (result: Outcome): RecordedOutcome => (result.adopted ? 'adopted' : result.reason)

/** How the vote on a point ended; null while there was none. */
export async function outcomeOf(itemId: string): Promise<RecordedOutcome | null> {
  const row = await db()
    .selectFrom('deliberations.vote')
    .select('outcome')
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return row?.outcome ?? null
}

/** The votes on these points, by item id. Two queries, however many points. */
export async function votesOn(itemIds: readonly string[]): Promise<Map<string, RecordedVote>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('deliberations.vote')
    .selectAll()
    .where('item_id', 'in', itemIds)
    .execute()
  const cast = await db()
    .selectFrom('deliberations.ballot')
    .select(['item_id', 'seat_id', 'choice'])
    .where('item_id', 'in', itemIds)
    .execute()
  return new Map(
    rows.map(({ item_id, secret, outcome: ended, article, yes, no, abstain, blank, invalid }) => [
      item_id,
      {
        secret,
        article,
        tally: { yes, no, abstain, blank, invalid },
        outcome: ended === 'adopted' ? { adopted: true } : { adopted: false, reason: ended },
        ballots: new Map(
          cast.filter((one) => one.item_id === item_id).map((one) => [one.seat_id, one.choice]),
        ),
      },
    ]),
  )
}

async function recorded(itemId: string): Promise<RecordedVote> {
  const vote = (await votesOn([itemId])).get(itemId)
  if (!vote) throw new Error(`The vote on ${itemId} was not recorded`)
  return vote
}
