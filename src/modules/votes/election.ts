import { sql } from 'kysely'
import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { tell } from '#commons/dossiers'
import { applied, type ElectionRule, type LegalRule } from '#commons/law'
import { dayOf, type Item, items, type Meeting, organKind } from '#modules/deliberations'
import {
  type Candidate as Counted,
  firstRound,
  type RoundEnd,
  secondRound,
} from './election-count.ts'
import { outcomeOf } from './recorded.ts'
import { ensureNoneUnderWay } from './under-way.ts'
import { eraseVote, type Poll, record } from './vote.ts'
import './tables.ts'

/** How candidates are elected (CDLD L1122-28). */
const electionLaw = applied('vote.election', 'election', 'votes.applies.election')

/** Somebody whom a point may elect. */
export interface Candidate extends Counted {
  name: string
}

/** A round as it was counted. */
export interface Round {
  number: 1 | 2
  papers: number
  blank: number
  invalid: number
  article: string
  votes: Readonly<Record<string, number>>
}

/** An election (nomination, présentation de candidats): posts, candidates, what the rounds gave. */
export interface Election {
  posts: number
  candidates: Candidate[]
  rounds: Round[]
}

/** The rule by which a point elects; undefined where its matter is none of that, or its organ has none. */
export async function electionRule(
  { matter, poll_type }: Pick<Item, 'matter' | 'poll_type'>,
  meeting: Meeting,
): Promise<LegalRule<ElectionRule> | undefined> {
  const elects = matter === 'appointment' || matter === 'candidate_presentation'
  if (!elects || poll_type !== 'secret') return undefined
  return electionLaw.on(await organKind(meeting), dayOf(meeting))
}

/** The elections of these points, by item id; nothing of those that have none. One query. */
export async function electionsOf(itemIds: readonly string[]): Promise<Map<string, Election>> {
  if (itemIds.length === 0) return new Map()
  const { rows } = await sql<{
    item_id: string
    posts: number
    candidates: { id: string; name: string; born_on: string | null }[]
    rounds: Round[]
  }>`
    select e.item_id, e.posts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'born_on', c.born_on)
        order by c.number), '[]') from votes.candidate c
        where (c.tenant_id, c.item_id) = (e.tenant_id, e.item_id)) as candidates,
      (select coalesce(jsonb_agg(to_jsonb(r) - 'tenant_id' - 'item_id' order by r.number), '[]') from votes.round r
        where (r.tenant_id, r.item_id) = (e.tenant_id, e.item_id)) as rounds
    from votes.election e where e.item_id = any(${[...itemIds]}::uuid[])`.execute(db())
  return new Map(
    rows.map(({ item_id, posts, candidates, rounds }) => [
      item_id,
      {
        ...{ posts, rounds },
        candidates: candidates.map(({ born_on, ...one }) => ({
          ...one,
          born_on: born_on === null ? null : Temporal.PlainDate.from(born_on),
        })),
      },
    ]),
  )
}

/** What is said of an election before it is held. */
export interface Stands {
  posts: number
  candidates: readonly { name: string; born_on: Temporal.PlainDate | null }[]
}

/**
 * Says how many posts are to be filled and who stands (candidats), in place of what was said before. Not once a round was held or
 * while one is; but days of birth that lacked are noted until the end, for they decide at a tie that nobody foresaw.
 */
export async function standFor(item: Item, meeting: Meeting, told: Stands): Promise<void> {
  ensureInPerson()
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  ensure(await electionRule(item, meeting), Conflict, 'votes.election.none')
  const before = (await electionsOf([item.id])).get(item.id)
  const born = before && !(await outcomeOf(item.id)) ? bornSince(before, told) : []
  if (born.length > 0) return noteBirths(item, born)
  await ensureNoneUnderWay([item.id])
  ensure(!before || before.rounds.length === 0, Conflict, 'votes.election.begun')
  ensure(!(await outcomeOf(item.id)), Conflict, 'votes.election.begun')
  const names = told.candidates.map(({ name }) => folded(name))
  if (new Set(names).size < names.length) throw Invalid.field('candidates', 'votes.election.twice')
  await forgetElections([item.id])
  if (names.length === 0) return tell(items, item.id, 'candidates', { count: 0 })
  if (told.posts > names.length) throw Invalid.field('posts', 'votes.election.too_many_posts')
  await db().insertInto('votes.election').values({ item_id: item.id, posts: told.posts }).execute()
  const rows = told.candidates.map((one, at) => ({ ...one, item_id: item.id, number: at + 1 }))
  await db().insertInto('votes.candidate').values(rows).execute()
  await tell(items, item.id, 'candidates', { count: names.length, posts: told.posts })
}

/** Days of birth that are said now and lacked, where nothing else is said than before. */
function bornSince({ posts, candidates }: Election, told: Stands): Candidate[] {
  const isSame = ({ name, born_on }: Candidate, now: Stands['candidates'][number] | undefined) =>
    now?.name === name && (!born_on || now.born_on?.equals(born_on) === true)
  const all = told.posts === posts && told.candidates.length === candidates.length
  if (!all || !candidates.every((one, at) => isSame(one, told.candidates[at]))) return []
  return candidates.flatMap((one, at) => {
    const born_on = told.candidates[at]?.born_on ?? null
    return one.born_on === null && born_on !== null ? [{ ...one, born_on }] : []
  })
}

async function noteBirths(item: Item, born: readonly Candidate[]): Promise<void> {
  for (const { id, born_on } of born)
    await db().updateTable('votes.candidate').set({ born_on }).where('id', '=', id).execute()
  await tell(items, item.id, 'births', { title: born.map(({ name }) => name).join(', ') })
}

/** What is counted of a round: papers that name nobody, or nobody validly, and those that do, with the votes of each. */
export type CountedRound = Omit<Round, 'number' | 'article'>

/** Who may be voted for in the round that comes next, for how many posts, and which it is; null once all is decided. */
export function nextRound(
  { posts, candidates, rounds }: Election,
  rule: ElectionRule,
): { number: 1 | 2; posts: number; candidates: Candidate[] } | null {
  const [first, second] = rounds
  if (!first) return { number: 1, posts, candidates }
  if (second) return null
  const { elected, ballottage } = firstRound(posts, candidates, first, rule)
  const left = posts - elected.length
  if (left === 0 || ballottage.length === 0) return null
  return {
    ...{ number: 2, posts: left },
    candidates: candidates.filter(({ id }) => ballottage.includes(id)),
  }
}

/** How the rounds that were held ended. */
export function endsOf({ posts, candidates, rounds }: Election, rule: ElectionRule): RoundEnd[] {
  const [first, second] = rounds
  if (!first) return []
  const one = firstRound(posts, candidates, first, rule)
  if (!second) return [one]
  const stay = candidates.filter(({ id }) => one.ballottage.includes(id))
  return [one, secondRound(posts - one.elected.length, stay, second)]
}

/** Counts a round in secret (scrutin, scrutin de ballottage): once no post is left, or the second was held, the point is voted. */
export async function countRound(
  item: Item,
  meeting: Meeting,
  poll: Poll,
  counted: CountedRound,
): Promise<Election> {
  ensureInPerson()
  const rule = await electionRule(item, meeting)
  const election = (await electionsOf([item.id])).get(item.id)
  ensure(rule && election, Conflict, 'votes.election.none')
  const next = nextRound(election, rule.value)
  ensure(next, Conflict, 'votes.election.over')
  ensureCounts(counted, next, poll)
  const held: Election = {
    ...election,
    rounds: [...election.rounds, { ...counted, number: next.number, article: rule.article }],
  }
  const ends = endsOf(held, rule.value)
  const ageless = ends.at(-1)?.ageless ?? []
  if (ageless.length > 0)
    throw Invalid.field('votes', 'votes.election.age_needed', {
      names: nameAll(election.candidates, ageless).join(', '),
    })
  const { papers, blank, invalid, votes } = counted
  await sql`insert into votes.round (item_id, number, papers, blank, invalid, article, votes)
    values (${item.id}, ${next.number}, ${papers}, ${blank}, ${invalid}, ${rule.article}, ${JSON.stringify(votes)}::jsonb)`.execute(
    db(),
  )
  await tell(items, item.id, 'round', { number: next.number, papers, blank, invalid })
  if (!nextRound(held, rule.value)) {
    const elected = ends.flatMap((end) => end.elected)
    await record([
      {
        ...{ item, motion: null, secret: true, ballots: {}, casting: null },
        rule: { ...poll.rule, article: rule.article },
        counts: { yes: papers, no: 0, abstain: 0, blank, invalid },
        result: elected.length > 0 ? { adopted: true } : { adopted: false, reason: 'minority' },
      },
    ])
  }
  return held
}

function ensureCounts(
  { papers, blank, invalid, votes }: CountedRound,
  next: { posts: number; candidates: readonly Candidate[] },
  { voters }: Poll,
): void {
  const most = voters.length
  if (papers + blank + invalid > most)
    throw Invalid.field('papers', 'votes.vote.too_many', { most })
  if (papers + blank + invalid === 0) throw Invalid.field('papers', 'votes.vote.nobody')
  const known = new Set(next.candidates.map(({ id }) => id))
  const given = Object.entries(votes)
  const stranger = given.find(([id]) => !known.has(id))
  if (stranger) throw Invalid.field(`votes.${stranger[0]}`, 'http.field.choose')
  const over = given.find(([, count]) => count > papers)
  if (over) throw Invalid.field(`votes.${over[0]}`, 'votes.election.more_than_papers', { papers })
  const sum = given.reduce((total, [, count]) => total + count, 0)
  if (sum > papers * next.posts || sum < papers)
    throw Invalid.field('papers', 'votes.election.sum', {
      ...{ papers, sum, most: papers * next.posts },
    })
}

export const nameAll = (candidates: readonly Candidate[], ids: readonly string[]): string[] =>
  ids.flatMap((id) => candidates.find((one) => one.id === id)?.name ?? [])

/** The last round was counted by mistake: forgets it, and the vote that came of it. */
export async function takeBackRound(item: Item): Promise<void> {
  ensureInPerson()
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  await ensureNoneUnderWay([item.id])
  const last = (await electionsOf([item.id])).get(item.id)?.rounds.at(-1)
  ensure(last, Conflict, 'votes.vote.none')
  await eraseVote(item)
  await db()
    .deleteFrom('votes.round')
    .where('item_id', '=', item.id)
    .where('number', '=', last.number)
    .execute()
  await tell(items, item.id, 'unvote', { round: last.number })
}

/** Points leave their agenda, and their elections go with that (E08). */
export async function forgetElections(itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const rounds = await db()
    .deleteFrom('votes.round')
    .where('item_id', 'in', itemIds)
    .returning('number')
    .execute()
  // No program undoes what people voted.
  if (rounds.length > 0) ensureInPerson()
  await db().deleteFrom('votes.candidate').where('item_id', 'in', itemIds).execute()
  await db().deleteFrom('votes.election').where('item_id', 'in', itemIds).execute()
}
