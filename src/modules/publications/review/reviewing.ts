import { db } from '#kernel/db'
import { editionOf } from '#kernel/pages'
import type { OpenMeeting } from '../origin.ts'
import { readingsOf } from './reading.ts'
import type { FoundKind, Verdict } from './tables.ts'
import type { LeavingText, Masks } from '#modules/copies'
import { finder } from '#commons/pseudonymisation'
import './tables.ts'

/** Words of a point that say who somebody is, or that somebody judged. */
export interface Judged {
  words: string
  kind: FoundKind
  /** How often they stand in what leaves. */
  count: number
  /** Null as long as nobody judged them. */
  verdict: Verdict | null
  by: string | null
  at: Temporal.Instant | null
}

/** What was judged of the words of a point that leave, and what is still to judge (relecture). */
export interface Review {
  texts: readonly LeavingText[]
  found: readonly Judged[]
  undecided: number
  /** There was too much to look for anything: people read it. */
  tooLong: boolean
  masks: Masks
  /** Of the words, and of what was judged of them. */
  edition: string
  /** Who judged, by their ids. */
  judges: ReadonlySet<string>
  /** Who looked at it as it is now, and judged none of it. */
  confirmed: { by: string; at: Temporal.Instant } | null
}

/** The reviews of points of a meeting, by the words of each that would leave. */
export async function reviewsOf(
  meeting: OpenMeeting,
  texts: ReadonlyMap<string, readonly LeavingText[]>,
): Promise<ReadonlyMap<string, Review>> {
  const ids = [...texts.keys()]
  if (ids.length === 0) return new Map()
  const words = new Map([...texts].map(([id, some]) => [id, some.map((one) => one.words)]))
  const readings = await readingsOf(meeting, words)
  const judgements = Map.groupBy(await judgementsOf(ids), ({ item_id }) => item_id)
  const confirmations = new Map((await confirmationsOf(ids)).map((one) => [one.item_id, one]))
  const reviews = new Map<string, Review>()
  for (const [id, some] of texts) {
    const { found = [], tooLong = false } = readings.get(id) ?? {}
    const review = reviewOf(some, found, tooLong, judgements.get(id) ?? [])
    const last = confirmations.get(id)
    const isOf = last?.edition === review.edition
    const confirmed = isOf ? { by: last.confirmed_name, at: last.confirmed_at } : null
    reviews.set(id, { ...review, confirmed })
  }
  return reviews
}

const judgementsOf = (ids: readonly string[]) =>
  db()
    .selectFrom('publications.judgement')
    .selectAll()
    .where('item_id', 'in', [...ids])
    .orderBy('judged_at')
    .orderBy('words')
    .execute()

const confirmationsOf = (ids: readonly string[]) =>
  db()
    .selectFrom('publications.confirmation')
    .selectAll()
    .where('item_id', 'in', [...ids])
    .execute()

/** What is masked of points, by their ids: of those too of which no words leave now. One query. */
export async function masksOf(ids: readonly string[]): Promise<(itemId: string) => Masks> {
  const judgements = Map.groupBy(
    ids.length === 0 ? [] : await judgementsOf(ids),
    ({ item_id }) => item_id,
  )
  return (itemId) => masksIn(judgements.get(itemId) ?? [])
}

const masksIn = (judgements: readonly Judgement[]): Masks =>
  new Map(judgements.map(({ words, verdict }) => [words, verdict === 'masked']))

type Judgement = Awaited<ReturnType<typeof judgementsOf>>[number]

function reviewOf(
  texts: readonly LeavingText[],
  found: readonly { words: string; kind: FoundKind }[],
  tooLong: boolean,
  judgements: readonly Judgement[],
): Omit<Review, 'confirmed'> {
  const known = new Map(judgements.map((one) => [one.words, one]))
  const all = new Map(found.map(({ words, kind }) => [words, kind]))
  for (const { words, kind } of judgements) if (!all.has(words)) all.set(words, kind)
  const find = finder(all.keys())
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const { words } of find(text.words)) counts.set(words, (counts.get(words) ?? 0) + 1)
  const judged = [...all].flatMap(([words, kind]): Judged[] => {
    const one = known.get(words)
    const count = counts.get(words) ?? 0
    const said = { verdict: one?.verdict ?? null, by: one?.judged_name ?? null }
    // What was judged and stands there no more is kept, and judged still where it comes back.
    return count === 0 ? [] : [{ words, kind, count, ...said, at: one?.judged_at ?? null }]
  })
  const standing = new Set(judged.map(({ words }) => words))
  return {
    ...{ texts, found: judged, tooLong },
    undecided: judged.filter(({ verdict }) => verdict === null).length,
    masks: masksIn(judgements),
    edition: editionOf([
      texts.map(({ part, words }) => [part, words]),
      judged.map(({ words, verdict }) => [words, verdict]).toSorted(),
    ]),
    judges: new Set(
      judgements.filter(({ words }) => standing.has(words)).map(({ judged_by }) => judged_by),
    ),
  }
}

/** What an organ wants of the review of its points. */
export interface ReviewRule {
  /** What was found is judged before a point leaves. */
  readonly judged: boolean
  /** Somebody who judged none of it confirms it. */
  readonly second_look: boolean
}

/** Why points stay until their words are looked at. */
export const awaited = ['unreviewed', 'unread', 'unconfirmed'] as const

/** Why a point stays until its words are looked at: they are to be judged, or to be confirmed by somebody else. */
export function awaitedOf(
  { undecided, tooLong, found, confirmed }: Review,
  { judged, second_look }: ReviewRule,
): (typeof awaited)[number] | undefined {
  if (judged && undecided > 0) return 'unreviewed'
  if (confirmed) return undefined
  if (judged && tooLong) return 'unread'
  return second_look && found.length > 0 ? 'unconfirmed' : undefined
}
