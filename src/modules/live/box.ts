import { sql } from 'kysely'
import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { signal } from '#kernel/signals'
import type { Item, Meeting } from '#modules/deliberations'
import { countChoice, countRound, countSecretVotes, type Motion, type Poll } from '#modules/votes'
import { type CastBallot, isTrue, plain } from './ballot.ts'
import { ensureUnvoted, held, remove } from './held.ts'
import type { SecretVote } from './open-vote.ts'
import { otherAnswers, type Question, questionOf } from './question.ts'
import { ensureRuns } from './runs.ts'
import { areHalves, numberOf, openBallot, sealedLength } from './sealing.ts'
import './tables.ts'

/**
 * Puts a sealed ballot into the box. Who sends it is asked nowhere: whoever has a paper that the house signed votes, once.
 * Sent again, it is in; another by the same paper is refused, and so is any once the box is opened.
 */
export async function castBallot(voteId: string, ballot: CastBallot): Promise<void> {
  const { rows } = await sql<{ meeting_id: string; paper_key: string }>`
    select meeting_id, paper_key from live.poll where id = ${voteId} and secret for share`.execute(
    db(),
  )
  const [vote] = rows
  ensure(vote, Conflict, 'live.secret.closed')
  if (ballot.sealed.length !== sealedLength) throw Invalid.field('sealed', 'http.field.wrong')
  if (!(await isTrue(vote.paper_key, ballot))) throw new Forbidden('live.secret.no_paper')
  const row = await db()
    .insertInto('live.box')
    .values({ poll_id: voteId, ...ballot })
    .onConflict((on) => on.columns(['tenant_id', 'poll_id', 'paper']).doNothing())
    .returning('poll_id')
    .executeTakeFirst()
  if (!row) {
    const there = await db()
      .selectFrom('live.box')
      .select('sealed')
      .where('poll_id', '=', voteId)
      .where('paper', '=', ballot.paper)
      .executeTakeFirst()
    ensure(there?.sealed.equals(ballot.sealed), Conflict, 'live.secret.cast_before')
    return
  }
  await signal([vote.meeting_id])
}

/** What was counted by hand beside the box: papers of each answer, those without one, those that are none. */
export interface ByHand {
  named: Readonly<Record<string, number>>
  /** In an election, where one paper may name several. */
  papers: number
  blank: number
  invalid: number
}

const nothing: ByHand = { named: {}, papers: 0, blank: 0, invalid: 0 }

/**
 * Opens the box and counts, with what opens it and the papers that were voted by hand: the counts alone become the vote on the
 * point, and the numbers of the papers are kept. Refused while a paper that was given is not in, unless it was noted lost; and
 * where the papers of one manner are so few that they would say whose they are.
 */
export async function countBox(
  meeting: Meeting,
  voteId: string,
  opens: string,
  byHand: ByHand = nothing,
): Promise<void> {
  ensureInPerson()
  const { vote, poll } = await held(meeting, voteId, 'update', 'secret')
  const { item, motion, secret } = vote
  await ensureRuns(meeting, item.position ?? 0)
  ensure(secret && (await areHalves(secret.boxKey, opens)), Conflict, 'live.secret.wrong_key')
  ensureAllIn(secret)
  await ensureUnvoted(item, motion)
  const question = await questionOf(item, motion, meeting)
  ensureByHand(byHand, question, secret, poll)
  const ballots = await db()
    .selectFrom('live.box')
    .select(['paper', 'proof', 'sealed', 'signed'])
    .where('poll_id', '=', voteId)
    .execute()
  const [numbers, counts]: [string[], Counts] = [[], startOf(byHand)]
  for (const ballot of ballots) {
    ensure(await isTrue(secret.paperKey, ballot), Conflict, 'live.secret.forged')
    numbers.push(await numberOf(plain(ballot.paper)))
    count(counts, question, await read(opens, voteId, ballot))
  }
  await remove(voteId)
  await record(item, motion, meeting, poll, question, counts)
  await db()
    .insertInto('live.counted')
    .values({ poll_id: voteId, item_id: item.id, numbers: numbers.toSorted() })
    .execute()
}

/** Papers that were given are in the box, but those that were noted lost: not more of them are missing, and not fewer. */
function ensureAllIn({ given, lost, cast }: SecretVote): void {
  const missing = given.size - cast
  ensure(missing <= 0, Conflict, 'live.secret.missing', { count: missing })
  ensure(missing === 0, Conflict, 'live.secret.too_many', { count: -missing, lost })
}

function ensureByHand(byHand: ByHand, question: Question, secret: SecretVote, poll: Poll): void {
  const known = new Set<string>([...otherAnswers(question), ...question.named.map(({ id }) => id)])
  const stranger = Object.keys(byHand.named).find((id) => !known.has(id))
  if (stranger) throw Invalid.field(`named.${stranger}`, 'http.field.choose')
  const papers = papersOf(byHand, question)
  if (papers > poll.voters.length - secret.cast)
    throw Invalid.field('papers', 'votes.vote.too_many', { most: poll.voters.length - secret.cast })
  if (papers === 1) throw Invalid.field('papers', 'live.secret.one_by_hand')
  if (papers > 0 && secret.cast === 1) throw Invalid.field('papers', 'live.secret.one_in_box')
}

const papersOf = ({ named, papers, blank, invalid }: ByHand, { kind }: Question): number =>
  blank +
  invalid +
  (kind === 'election' ? papers : Object.values(named).reduce((sum, one) => sum + one, 0))

interface Counts {
  named: Record<string, number>
  papers: number
  blank: number
  invalid: number
}

const startOf = (byHand: ByHand): Counts => ({ ...byHand, named: { ...byHand.named } })

/** What a ballot answers; undefined where it was not sealed as ours are. */
async function read(opens: string, voteId: string, { sealed }: CastBallot): Promise<unknown> {
  try {
    return await openBallot(opens, voteId, sealed)
  } catch {
    // A paper on which nothing can be read counts as one: it is void.
    return undefined
  }
}

/** Counts one paper: void where it answers what was not asked, twice, or more than there are posts. */
function count(counts: Counts, question: Question, said: unknown): void {
  const known = [...otherAnswers(question), ...question.named.map(({ id }) => id)]
  const answers = Array.isArray(said) ? said.filter((one) => typeof one === 'string') : []
  const isVoid =
    !Array.isArray(said) ||
    answers.length < said.length ||
    new Set(answers).size < answers.length ||
    answers.length > question.most ||
    answers.some((one) => !known.some((other) => other === one))
  if (isVoid) counts.invalid += 1
  else if (answers.length === 0) counts.blank += 1
  else counts.papers += 1
  if (!isVoid) for (const one of answers) counts.named[one] = (counts.named[one] ?? 0) + 1
}

/** The same verbs as papers that were counted by hand. */
async function record(
  item: Item,
  motion: Motion | null,
  meeting: Meeting,
  poll: Poll,
  { kind, named }: Question,
  counts: Counts,
): Promise<unknown> {
  const { blank, invalid, papers } = counts
  const of = (id: string) => counts.named[id] ?? 0
  const votes = Object.fromEntries(named.map(({ id }) => [id, of(id)]))
  const others = { no: of('no'), abstain: of('abstain'), blank, invalid }
  if (kind === 'election') return countRound(item, meeting, poll, { papers, blank, invalid, votes })
  if (kind === 'choice') return countChoice(item, poll, { ...others, options: votes })
  return countSecretVotes(item, poll, { ...others, yes: of('yes') }, motion)
}
