import { fullName } from '#commons/directory'
import { ensureInPerson } from '#kernel/access'
import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { tell, tellMany } from '#commons/dossiers'
import { applied, type LegalRule, type MajorityRule, type OrganKind } from '#commons/law'
import { type Item, items, type Meeting, type RecordedOutcome } from '#modules/deliberations'
import { carry, restore } from './amended.ts'
import type { Attendee } from '#modules/sittings'
import { type Ballot, type Outcome, type Tally, outcome, tally, voters } from './majority.ts'
import { ensureOpen, type Motion, motionsChanged, motionStates } from './motion.ts'
import { allVotesOn, nameOf, noteOutcome, type RecordedVote } from './recorded.ts'
import { ensureCountable, ensureNoneUnderWay } from './under-way.ts'
import './tables.ts'

/** What is needed to vote on a point: who may, by which rule, and who presides. Made by `session.ts`. */
export interface Poll {
  voters: readonly Attendee[]
  /** Who bears the vote of whom (procuration), by the seat of who is represented. */
  borne: ReadonlyMap<string, Attendee>
  rule: LegalRule<MajorityRule>
  /** The seat whose vote decides where the rule says so; null where nobody presides. */
  presides: string | null
  /** The article by which the matter is voted in secret, whatever is put to the vote of it; null where none is. */
  secretBy: string | null
}

/** What a member says in a public vote. */
export type Choice = 'yes' | 'no' | 'abstain'

/** By how many votes a point is adopted, and what a tie is (CDLD L1122-26, L1123-22). */
const majorityLaw = applied('vote.majority', 'majority', 'votes.applies.majority')

/** The rule of majority of an organ on a day. Throws where the law, as known here, has none. */
export async function majorityRule(
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<LegalRule<MajorityRule>> {
  const rule = await majorityLaw.on(kind, day)
  if (!rule) throw new Conflict('votes.vote.no_rule')
  return rule
}

/** Records a public vote on a point or on what is put to the vote before it, a ballot for each who took part (CDLD L1122-26, L1122-27). */
export async function castVotes(
  item: Item,
  poll: Poll,
  ballots: Readonly<Record<string, Choice>>,
  motion: Motion | null = null,
): Promise<RecordedVote> {
  ensure(!isSecret(item, motion) && item.poll_type !== 'no_vote', Conflict, 'votes.vote.not_public')
  ensureMayBeNamed(poll)
  await ensureItsTurn(item, motion)
  ensureVoters(poll, Object.keys(ballots))
  ensureAllVoted(poll, ballots)
  const before = await eraseVote(item, motion)
  const counts = tally(Object.values(ballots))
  await record([{ item, motion, ...ended(poll, counts, ballots), secret: false, ballots, before }])
  return recorded(item, motion)
}

/** Refuses names beside ballots that the law has cast in secret (CDLD L1122-27). */
export function ensureMayBeNamed({ secretBy: article }: Poll): void {
  ensure(article === null, Conflict, 'deliberations.item.secret_by_law', { article: article ?? '' })
}

/** Refuses ballots of nobody, and of who does not take part. */
export function ensureVoters({ voters: able }: Poll, seats: readonly string[]): void {
  const known = new Set(able.map(({ id }) => id))
  if (seats.length === 0) throw Invalid.field('ballots', 'votes.vote.nobody')
  if (seats.some((seat) => !known.has(seat)))
    throw Invalid.field('ballots', 'sittings.vote.absent_voter')
}

/** Who takes part says yes, no, or abstains: a ballot that is missing is no abstention, and a result of one is none. Said at the first of them. */
function ensureAllVoted({ voters: able }: Poll, ballots: Readonly<Record<string, Choice>>): void {
  const missing = able.filter(({ id }) => ballots[id] === undefined)
  const [first] = missing
  if (first)
    throw Invalid.field(`ballots.${first.id}`, 'votes.vote.missing', {
      names: missing.map(fullName).join(', '),
    })
}

/** Refuses more papers than there are voters, and none at all. */
export function ensurePapers({ voters: { length: most } }: Poll, papers: number): void {
  if (papers > most) throw Invalid.field('yes', 'votes.vote.too_many', { most })
  if (papers === 0) throw Invalid.field('yes', 'votes.vote.nobody')
}

/** Records that all who take part in these points voted yes; nobody voted on them: none is overwritten. */
export async function castUnanimously(some: readonly { item: Item; poll: Poll }[]): Promise<void> {
  await record(
    some.map(({ item, poll }) => {
      const ballots = Object.fromEntries(poll.voters.map(({ id }) => [id, 'yes' as const]))
      const counts = tally(Object.values(ballots))
      return { item, motion: null, ...ended(poll, counts, ballots), secret: false, ballots }
    }),
  )
}

/** Records a secret vote: counts only, never who voted what (CDLD L1122-27). */
export async function countSecretVotes(
  item: Item,
  poll: Poll,
  counts: Tally,
  motion: Motion | null = null,
): Promise<RecordedVote> {
  ensure(isSecret(item, motion) && item.poll_type !== 'no_vote', Conflict, 'votes.vote.not_secret')
  await ensureItsTurn(item, motion)
  ensurePapers(poll, voters(counts))
  const before = await eraseVote(item, motion)
  if (before) await ensureCountable(item.id)
  await record([{ item, motion, ...ended(poll, counts, {}), secret: true, ballots: {}, before }])
  return recorded(item, motion)
}

/** Whether this is voted in secret. */
export const isSecret = (item: Item, motion: Motion | null): boolean =>
  motion ? motion.secret : item.poll_type === 'secret'

/** What is put to the vote comes before the whole, and the whole after all of it; choices are voted together. */
export async function ensureItsTurn(item: Item, motion: Motion | null): Promise<void> {
  ensure(motion?.kind !== 'option', Conflict, 'votes.motion.choose')
  ensure(motion || !(await hasElection(item)), Conflict, 'votes.election.by_rounds')
  if (motion) return ensureOpen(item)
  const state = (await motionStates([item.id])).get(item.id)
  ensure(!state?.choice, Conflict, 'votes.motion.choose')
  ensure(!state || state.open.length === 0, Conflict, 'votes.motion.left', {
    titles: state?.open.map(({ title }) => title).join(', ') ?? '',
  })
}

/** Whether a point elects candidates: it is voted by rounds. */
const hasElection = async ({ id }: { id: string }): Promise<boolean> =>
  (await db()
    .selectFrom('votes.election')
    .select('item_id')
    .where('item_id', '=', id)
    .executeTakeFirst()) !== undefined

interface Ended {
  rule: Poll['rule']
  counts: Tally
  result: Outcome
  casting: string | null
}

/** How a vote ends by its rule: where it gives the vote of whoever presides that weight, a tie by theirs. */
function ended(
  { rule, presides }: Poll,
  counts: Tally,
  ballots: Readonly<Record<string, Ballot>>,
): Ended {
  const own = presides === null ? undefined : ballots[presides]
  const result = outcome(counts, rule.value, own)
  const broken = rule.value.tie === 'president' && counts.yes === counts.no && counts.yes > 0
  const decides = broken && (own === 'yes' || own === 'no')
  return { rule, counts, result, casting: decides ? presides : null }
}

export interface Counted extends Ended {
  item: Item
  motion: Motion | null
  secret: boolean
  ballots: Readonly<Record<string, Ballot>>
  /** The vote in whose place it comes. */
  before?: Result | undefined
}

/** How a vote ended, as history tells it. */
export type Result = Tally & { outcome: RecordedOutcome }

/** Writes votes, their ballots and their history: a statement a table, however many. Adopted amendments change the decision. */
export async function record(votes: readonly Counted[]): Promise<void> {
  ensureInPerson()
  if (votes.length === 0) return
  await ensureNoneUnderWay(votes.map(({ item }) => item.id))
  const rows = votes.map(({ item, motion, secret, counts, result, rule, casting }) => ({
    ...{ id: crypto.randomUUID(), item_id: item.id, motion_id: motion?.id ?? null, secret },
    ...counts,
    ...{ outcome: nameOf(result), article: rule.article, casting_seat_id: casting },
  }))
  await db().insertInto('votes.vote').values(rows).execute()
  for (const { item_id, motion_id, outcome } of rows)
    if (motion_id === null) noteOutcome(item_id, outcome)
  const cast = votes.flatMap(({ ballots }, at) =>
    Object.entries(ballots).map(([seat, choice]) => ({ vote: rows[at]?.id, seat, choice })),
  )
  await sql`
    insert into votes.ballot (vote_id, seat_id, choice) select vote, seat, choice
    from jsonb_to_recordset(${asRows(cast)}) as b (vote uuid, seat uuid, choice text)`.execute(db())
  await tellMany(
    items,
    'vote',
    votes.map(({ item, motion, secret, counts, result, before }) => ({
      subjectId: item.id,
      data: {
        ...{ secret, ...counts, outcome: nameOf(result) },
        ...(motion && { title: motion.title }),
        ...(before && { before: { ...before } }),
      },
    })),
  )
  if (votes.some(({ motion }) => motion)) motionsChanged()
  for (const { item, motion, result } of votes)
    if (motion?.kind === 'amendment' && result.adopted) await carry(item, motion)
}

const resultColumns = ['yes', 'no', 'abstain', 'blank', 'invalid', 'outcome'] as const

/** Forgets all votes on points: they left their agenda. Returns how those on the whole had ended. No program undoes what people voted. */
async function eraseVotes(itemIds: readonly string[]): Promise<(Result & { item_id: string })[]> {
  if (itemIds.length === 0) return []
  const gone = await db()
    .deleteFrom('votes.vote')
    .where('item_id', 'in', itemIds)
    .returning(['item_id', 'motion_id', ...resultColumns])
    .execute()
  if (gone.length > 0) ensureInPerson()
  for (const id of itemIds) noteOutcome(id, null)
  return gone.flatMap(({ motion_id, ...vote }) => (motion_id === null ? [vote] : []))
}

/** Forgets one vote: it is held anew, or was a mistake. Returns how it had ended. */
export async function eraseVote(
  item: { id: string },
  motion: Motion | null = null,
): Promise<Result | undefined> {
  const [before] = await db()
    .deleteFrom('votes.vote')
    .where('item_id', '=', item.id)
    .where('motion_id', motion ? '=' : 'is', motion?.id ?? null)
    .returning(resultColumns)
    .execute()
  if (before) ensureInPerson()
  if (motion) motionsChanged()
  else noteOutcome(item.id, null)
  if (before && motion) await restore(item, motion)
  return before
}

/** Points leave their agenda, and their votes go with that (E08): history tells what they were. */
export async function forgetVotes(itemIds: readonly string[]): Promise<void> {
  const erased = await eraseVotes(itemIds)
  const told = erased.map(({ item_id, ...before }) => ({ subjectId: item_id, data: { before } }))
  await tellMany(items, 'unvote', told)
}

/**
 * A vote was recorded by mistake: forgets it, and history tells what it was. What was voted before the whole is not forgotten
 * while the vote on the whole stands, nor the first of linked votes while the others do (E06).
 */
export async function takeBackVote(item: Item, motion: Motion | null = null): Promise<void> {
  ensureInPerson()
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  const linked = motion?.kind === 'option'
  if (motion && !linked) await ensureOpen(item)
  if (!motion) {
    const others = (await allVotesOn([item.id])).get(item.id) ?? []
    const chained = others.some((one) => one.motion?.kind === 'option')
    ensure(!chained, Conflict, 'votes.vote.first_of_linked')
    ensure(!(await hasElection(item)), Conflict, 'votes.election.by_rounds')
  }
  const before = await eraseVote(item, motion)
  ensure(before, Conflict, 'votes.vote.none')
  await tell(items, item.id, 'unvote', {
    before: { ...before },
    ...(motion && { title: motion.title }),
  })
}

/** What a member wants to stand beside the vote on a point (explication de vote), once it is recorded. */
export async function remarkOn(item: Item, meeting: Meeting, remark: string): Promise<void> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  const { numUpdatedRows } = await db()
    .updateTable('votes.vote')
    .set({ remark })
    .where('item_id', '=', item.id)
    .where('motion_id', 'is', null)
    .executeTakeFirstOrThrow()
  ensure(numUpdatedRows > 0n, Conflict, 'votes.vote.none')
  await tell(items, item.id, 'remark', { remark })
}

async function recorded(item: Item, motion: Motion | null): Promise<RecordedVote> {
  const all = (await allVotesOn([item.id])).get(item.id) ?? []
  const vote = all.find((one) => (one.motion?.id ?? null) === (motion?.id ?? null))
  if (!vote) throw new Error(`The vote on ${item.id} was not recorded`)
  return vote
}
