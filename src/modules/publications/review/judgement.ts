import { actAs, type ActorId, actor, ensureInPerson, system } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid, NotFound, Stale } from '#kernel/errors'
import { enqueue } from '#kernel/jobs'
import { tell } from '#commons/dossiers'
import { sql } from 'kysely'
import { retitleFiles } from '../annexes/anew.ts'
import { type Weighed, weigh, type WeighedMeeting } from '../compose.ts'
import { meetingAgain, type OpenMeeting, originOf } from '../origin.ts'
import { standInCopies } from './old-copies.ts'
import type { Review } from './reviewing.ts'
import type { FoundKind, Verdict } from './tables.ts'
import { finder } from '#commons/pseudonymisation'

/** A point whose words leave, and what was judged of them. */
export type Reviewed = Weighed & { review: Review }

/** The points of a meeting that the one who acts may read and of which words leave, in their order. */
export async function reviewedIn(
  meeting: OpenMeeting,
): Promise<Omit<WeighedMeeting, 'points'> & { points: Reviewed[] }> {
  const seen = await originOf(meeting).seenOn(meeting)
  const { points, ...told } = await actAs(system, () => weigh(meeting))
  const mine = points.flatMap(({ review, ...one }) =>
    review && seen.has(one.item.id) ? [{ ...one, review }] : [],
  )
  return { ...told, points: mine }
}

/** One of them. Throws `NotFound` where no words of it leave. */
export function reviewedPoint(points: readonly Reviewed[], itemId: string): Reviewed {
  const point = points.find(({ item }) => item.id === itemId)
  if (!point) throw new NotFound()
  return point
}

/** What is judged: words, or all of a kind that nobody judged yet. */
export interface Judging {
  words: string
  kind: FoundKind | ''
  /** Empty: what was judged is judged no more. */
  verdict: Verdict | ''
  /** Wherever the words stand in the meeting. */
  everywhere: boolean
  /** What the one who judges saw that was judged; undefined: whatever it was. */
  was?: Verdict | '' | undefined
}

/**
 * Judges words of a point (occultation): they are masked wherever they stand in it, or stay. Words that nobody found are masked by hand.
 * Returns of how many points. Throws `Invalid` where they stand nowhere in it, `Stale` where somebody judged them otherwise meanwhile.
 */
export async function judge(
  meeting: OpenMeeting,
  itemId: string,
  judging: Judging,
): Promise<number> {
  ensureInPerson()
  // Whoever publishes the meeting waits for this, and this for them.
  const locked = await meetingAgain(meeting, { lock: true })
  const { points } = await reviewedIn(locked)
  const point = reviewedPoint(points, itemId)
  const rows = judging.words === '' ? ofKind(point, judging) : await ofWords(point, points, judging)
  await write(rows, judging.verdict)
  const judged = new Set(rows.map(({ item_id }) => item_id))
  for (const id of judged) await tell(originOf(locked).points, id, 'review')
  if (judged.size > 0) await enqueue(retitleFiles, { items: [...judged] })
  return judged.size
}

interface Row {
  item_id: string
  words: string
  kind: FoundKind
}

const ofKind = ({ item, review }: Reviewed, { kind }: Judging): Row[] =>
  review.found
    .filter((one) => one.kind === kind && one.verdict === null)
    .map(({ words }) => ({ item_id: item.id, words, kind: kind === '' ? 'hand' : kind }))

async function ofWords(
  point: Reviewed,
  points: readonly Reviewed[],
  judging: Judging,
): Promise<Row[]> {
  const { words, verdict, was, everywhere } = judging
  const known = point.review.found.find((one) => one.words === words)
  const now = known?.verdict ?? ''
  if (was !== undefined && was !== now && verdict !== now) throw new Stale(known?.by ?? '')
  const find = finder([words])
  const stands = ({ review }: Reviewed) => review.texts.some((text) => find(text.words).length > 0)
  // An older copy may say them still: publishing takes it off once they are masked.
  if (!stands(point) && !(await standInCopies(point.item.id, words)))
    throw Invalid.field('words', 'publications.review.nowhere')
  const kind = known?.kind ?? 'hand'
  return points
    .filter((one) => one === point || (everywhere && stands(one)))
    .filter(({ review }) => verdictIn(review, words) !== verdict)
    .map(({ item }) => ({ item_id: item.id, words, kind }))
}

const verdictIn = ({ found }: Review, words: string) =>
  found.find((one) => one.words === words)?.verdict ?? ''

async function write(rows: readonly Row[], verdict: Verdict | ''): Promise<void> {
  if (rows.length === 0) return
  const sent = sql`jsonb_to_recordset(${asRows(rows)}) as r (item_id uuid, words text, kind text)`
  if (verdict === '')
    await sql`delete from publications.judgement j using ${sent}
      where j.item_id = r.item_id and j.words = r.words`.execute(db())
  else
    await sql`insert into publications.judgement (item_id, words, kind, verdict, judged_by, judged_name, judged_at)
      select item_id, words, kind, ${verdict}, ${acting()}::uuid, ${actor().name}, now() from ${sent}
      on conflict (tenant_id, item_id, words) do update set verdict = excluded.verdict, judged_by = excluded.judged_by,
        judged_name = excluded.judged_name, judged_at = excluded.judged_at`.execute(db())
}

function acting(): ActorId {
  const { id } = actor()
  if (id === null) throw new Forbidden('errors.forbidden')
  return id
}

/**
 * Confirms what was judged of the words of a point (second regard), as it stands: another text or judgement asks for it anew. Throws
 * `Conflict` where some is still to judge, where they judged of it themselves and their organ wants somebody else, and where it
 * is no longer what they looked at.
 */
export async function confirm(
  meeting: OpenMeeting,
  itemId: string,
  edition?: string,
): Promise<void> {
  ensureInPerson()
  const locked = await meetingAgain(meeting, { lock: true })
  const { points, rule } = await reviewedIn(locked)
  const { review } = reviewedPoint(points, itemId)
  ensure(edition === undefined || edition === review.edition, Conflict, 'publications.review.moved')
  ensure(review.undecided === 0, Conflict, 'publications.review.to_judge', {
    count: review.undecided,
  })
  const isOther = !review.judges.has(acting())
  ensure(isOther || !rule.second_look, Conflict, 'publications.review.same_person')
  const values = {
    edition: review.edition,
    confirmed_by: acting(),
    confirmed_name: actor().name,
    confirmed_at: Temporal.Now.instant(),
  }
  await db()
    .insertInto('publications.confirmation')
    .values({ item_id: itemId, ...values })
    .onConflict((clash) => clash.columns(['tenant_id', 'item_id']).doUpdateSet(values))
    .execute()
  await tell(originOf(locked).points, itemId, 'confirm_review')
}
