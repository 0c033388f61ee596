import { sql } from 'kysely'
import { db } from '#kernel/db'
import { readMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { items, meetings, presentedTo } from '#modules/deliberations'
import { allVotesOn, electionsOf } from '#modules/votes'
import { countedOn } from './counted.ts'
import { isTrue } from './ballot.ts'
import { numberOf, toBytes } from './sealing.ts'
import './tables.ts'

/** What is not as the house wrote it. */
export const findings = [
  ...(['more_than_papers', 'forged', 'twice', 'out_of_order', 'more_than_counted'] as const),
] as const
export type Finding = (typeof findings)[number]

/** A point that is or was voted in secret on devices, as whoever may see it may know it: how many, and never whose or what. */
export interface SecretlyVoted {
  item_id: string
  meeting_id: string
  meeting: string
  organ: string
  number: string
  title: string
  /** The ballot that is open: which one, papers given that are not lost, noted lost, ballots in the box. */
  open: { id: string; mark: string; given: number; lost: number; cast: number } | null
  /** Of each ballot that was counted, the numbers of its papers. */
  counted: { vote: string; numbers: string[] }[]
  /** What was recorded, on what is put to the vote (null: the whole), and the rounds of an election: papers, those on paper too. */
  results: { of: string | null; adopted: boolean; papers: number }[]
  findings: Finding[]
}

interface Row {
  item_id: string
  poll: string | null
  paper_key: string | null
  given: number
  lost: number
}

/** The points that are or were voted in secret on devices, of one meeting or of all, of those that the one who acts may see. */
export async function votedInSecret(meetingId: string | null = null): Promise<SecretlyVoted[]> {
  const { rows } = await sql<Row>`
    select v.item_id, p.id as poll, p.paper_key,
      (select count(*)::integer from live.paper a where a.poll_id = p.id and a.blinded is not null) as given,
      (select coalesce(sum(a.lost), 0)::integer from live.paper a where a.poll_id = p.id) as lost
    from (select item_id from live.poll where secret union select item_id from live.counted) v
    left join live.poll p on p.item_id = v.item_id and p.secret
    where ${meetingId === null ? sql`true` : sql`v.item_id = any(${presentedTo({ id: meetingId })})`}`.execute(
    db(),
  )
  const about = new Map(rows.map((row) => [row.item_id, row]))
  const points = await readMany(items, [...about.keys()])
  const held = points.flatMap(({ meeting_id }) => meeting_id ?? [])
  const found = new Map((await readMany(meetings, held)).map((one) => [one.id as string, one]))
  const bodies = new Map((await organs()).map(({ id, acronym }) => [id as string, acronym]))
  const all: SecretlyVoted[] = []
  for (const { id, title, number, meeting_id } of points) {
    const [row, meeting] = [about.get(id), found.get(meeting_id ?? '')]
    if (!row || !meeting) continue
    all.push({
      ...{ title, number: number ?? '', meeting_id: meeting.id },
      meeting: meeting.reference || meeting.title,
      organ: bodies.get(meeting.organ_id) ?? '',
      ...(await told(row)),
    })
  }
  return all
}

type Counts = Pick<SecretlyVoted, 'item_id' | 'open' | 'counted' | 'results' | 'findings'>

async function told({ poll, paper_key, given, lost, item_id }: Row): Promise<Counts> {
  const counted = await countedOn(item_id)
  const votes = (await allVotesOn([item_id])).get(item_id) ?? []
  const rounds = (await electionsOf([item_id])).get(item_id)?.rounds ?? []
  const results = votes.map(({ motion, outcome, tally }) => ({
    ...{ of: motion?.title ?? null, adopted: outcome.adopted },
    papers: Object.values(tally).reduce((sum, one) => sum + one, 0),
  }))
  const box = poll && paper_key ? await boxOf(poll, paper_key) : null
  const most = Math.max(
    ...results.map(({ papers }) => papers),
    ...rounds.map(({ papers, blank, invalid }) => papers + blank + invalid),
    0,
  )
  const wrong = [
    ...(box && box.cast > given + lost ? ['more_than_papers' as const] : []),
    ...(box && !box.isTrue ? ['forged' as const] : []),
    ...counted.flatMap(({ numbers }) => findingsIn(numbers, most)),
  ]
  return {
    ...{ item_id, counted, results, findings: wrong },
    open:
      poll && paper_key && box
        ? { id: poll, mark: await numberOf(toBytes(paper_key)), given, lost, cast: box.cast }
        : null,
  }
}

/** Numbers of one ballot: each once, in the order of the alphabet, no more than papers of which some vote on the point tells. */
function findingsIn(numbers: readonly string[], most: number): Finding[] {
  return [
    ...(new Set(numbers).size < numbers.length ? ['twice' as const] : []),
    ...(numbers.join() === numbers.toSorted().join() ? [] : ['out_of_order' as const]),
    // What was taken back is told by history; nothing is left to compare with.
    ...(most > 0 && numbers.length > most ? ['more_than_counted' as const] : []),
  ]
}

/** How many ballots are in a box, and whether each is by a paper that the house signed, sealed by who bears it. */
async function boxOf(poll: string, paperKey: string): Promise<{ cast: number; isTrue: boolean }> {
  const ballots = await db()
    .selectFrom('live.box')
    .select(['paper', 'proof', 'sealed', 'signed'])
    .where('poll_id', '=', poll)
    .execute()
  const all = await Promise.all(ballots.map((ballot) => isTrue(paperKey, ballot)))
  return { cast: ballots.length, isTrue: all.every(Boolean) }
}
