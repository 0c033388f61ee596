import { ensureInPerson } from '#kernel/access'
import { db, loadedOnce } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emptyText, isEmpty, type RichText } from '#kernel/richtext'
import { tell } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import {
  type Deed,
  type Item,
  type Meeting,
  dayOf,
  items,
  organKind,
  secretArticle,
} from '#modules/deliberations'
import { sittingOf } from '#modules/sittings'
import type { MotionKind } from './tables.ts'
import { ensureNoneUnderWay } from './under-way.ts'
import './tables.ts'

/** What is put to the vote of a point before the whole: an amendment, a part voted apart, or one of several choices. */
export interface Motion {
  id: string
  item_id: string
  /** In which order they are put to the vote, from 1. */
  number: number
  kind: MotionKind
  title: string
  /** Of an amendment: the decision as it reads once it is adopted. */
  proposal: RichText
  /** What the decision read before the amendment was adopted; null as long as it is not. */
  replaced: RichText | null
  /** The seat of who proposes it. */
  proposed_by: string | null
  secret: boolean
}

/** What is put to the vote of these points before the whole, in its order. One query. */
export async function motionsOn(itemIds: readonly string[]): Promise<Motion[]> {
  if (itemIds.length === 0) return []
  return db()
    .selectFrom('votes.motion')
    .select(['id', 'item_id', 'number', 'kind', 'title', 'proposal', 'replaced'])
    .select(['proposed_by', 'secret'])
    .where('item_id', 'in', [...new Set(itemIds)])
    .orderBy('number')
    .execute()
}

/** One of them, of this point. Throws `NotFound`. */
export async function motionOf(item: { id: string }, id: string): Promise<Motion> {
  const found = (await motionsOn([item.id])).find((one) => one.id === id)
  if (!found) throw new NotFound()
  return found
}

/** What is said of a motion when it is put. */
export type PutMotion = Pick<Motion, 'kind' | 'title' | 'proposal' | 'proposed_by' | 'secret'>

/** How many a point may have: a page, and a sitting, hold no more. */
const most = 50

/**
 * Puts something to the vote before the whole (amendement, vote séparé, choix). An amendment carries the text of the decision
 * as it would read. Where the law has the matter voted in secret (CDLD L1122-27), so is this. Throws `Conflict` where the
 * same waits already for its vote; the point is locked: one of two comes first.
 */
export async function putMotion(item: Item, meeting: Meeting, put: PutMotion): Promise<Motion> {
  ensureInPerson()
  await ensureOpen(item)
  await ensureNoneUnderWay([item.id])
  ensure(
    meeting.state === 'decided' || meeting.state === 'frozen',
    Conflict,
    'votes.motion.not_now',
  )
  ensure(item.poll_type !== 'no_vote', Conflict, 'votes.motion.unvoted')
  const others = await motionsOn([item.id])
  ensure(others.length < most, Conflict, 'votes.motion.most', { most })
  if (put.kind === 'amendment' && isEmpty(put.proposal))
    throw Invalid.field('proposal', 'http.field.required')
  const { attendees } = await sittingOf(meeting)
  if (put.proposed_by && !attendees.some(({ id }) => id === put.proposed_by))
    throw Invalid.field('proposed_by', 'sittings.attendance.no_seat')
  const article = await secretArticle(item.matter, await organKind(meeting), dayOf(meeting))
  if (article && !put.secret)
    throw Invalid.field('secret', 'deliberations.item.secret_by_law', { article })
  const isChoice = put.kind === 'option'
  if (isChoice && put.secret !== (item.poll_type === 'secret'))
    throw Invalid.field('secret', 'votes.motion.as_the_whole')
  const proposal = put.kind === 'amendment' ? put.proposal : emptyText
  const open = (await motionStates([item.id])).get(item.id)?.open ?? []
  const twin = open.find(
    (one) =>
      one.kind === put.kind &&
      one.title === put.title &&
      one.proposal === proposal &&
      one.proposed_by === put.proposed_by &&
      one.secret === put.secret,
  )
  if (twin) {
    const { title, number } = twin
    throw new Conflict('votes.motion.twice', { title, number })
  }
  const { id } = await db()
    .insertInto('votes.motion')
    .values({
      ...put,
      item_id: item.id,
      proposal,
      number: (others.at(-1)?.number ?? 0) + 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  motionsChanged()
  await tell(items, item.id, 'motion', { title: put.title, kind: put.kind })
  return motionOf(item, id)
}

/** What was put to the vote is not any more (retiré par son auteur): as long as nobody voted on it. */
export async function withdrawMotion(item: Item, motion: Motion): Promise<void> {
  ensureInPerson()
  await ensureOpen(item)
  await ensureNoneUnderWay([item.id])
  const voted = await db()
    .selectFrom('votes.vote')
    .select('id')
    .where('motion_id', '=', motion.id)
    .executeTakeFirst()
  ensure(!voted, Conflict, 'votes.motion.voted')
  await db().deleteFrom('votes.motion').where('id', '=', motion.id).execute()
  motionsChanged()
  await tell(items, item.id, 'unmotion', { title: motion.title, kind: motion.kind })
}

/** The whole is voted last: nothing is put to the vote, voted or withdrawn before it once it is. */
export async function ensureOpen(item: Item): Promise<void> {
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  const whole = await db()
    .selectFrom('votes.vote')
    .select('id')
    .where('item_id', '=', item.id)
    .where('motion_id', 'is', null)
    .executeTakeFirst()
  ensure(!whole, Conflict, 'votes.motion.before_the_whole')
}

/** Points leave their agenda, and what was put to the vote of them goes with that (E08). */
export async function forgetMotions(itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const gone = await db()
    .deleteFrom('votes.motion')
    .where('item_id', 'in', itemIds)
    .returning('id')
    .execute()
  if (gone.length > 0) ensureInPerson()
  motionsChanged()
}

/** How far what is put to the vote of a point is. */
interface MotionState {
  /** What is not voted. */
  open: Motion[]
  /** An amendment was adopted. */
  amended: boolean
  choice: boolean
}

const known = loadedOnce(async () => new Map<string, MotionState | null>())

/** What was read of motions holds no more: they, or votes on them, were written. */
export const motionsChanged = (): void => known.forget()

/** How far what is put to the vote of points is; nothing of those without. One query where it is not known in this transaction. */
export async function motionStates(itemIds: readonly string[]): Promise<Map<string, MotionState>> {
  const all = await known.get()
  const unread = itemIds.filter((id) => !all.has(id))
  if (unread.length > 0) for (const [id, state] of await readStates(unread)) all.set(id, state)
  return new Map(
    itemIds.flatMap((id) => {
      const state = all.get(id)
      return state ? [[id, state] as const] : []
    }),
  )
}

async function readStates(itemIds: readonly string[]): Promise<Map<string, MotionState | null>> {
  const rows = await db()
    .selectFrom('votes.motion as m')
    .leftJoin('votes.vote as v', (join) =>
      join.onRef('v.tenant_id', '=', 'm.tenant_id').onRef('v.motion_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.item_id', 'm.number', 'm.kind', 'm.title', 'm.proposal', 'm.replaced'])
    .select(['m.proposed_by', 'm.secret', 'v.outcome'])
    .where('m.item_id', 'in', itemIds)
    .orderBy('m.number')
    .execute()
  const found = Map.groupBy(rows, ({ item_id }) => item_id)
  return new Map(
    itemIds.map((id) => {
      const some = found.get(id)
      if (!some) return [id, null]
      return [
        id,
        {
          open: some.filter(({ outcome }) => outcome === null),
          amended: some.some(({ kind, outcome }) => kind === 'amendment' && outcome === 'adopted'),
          choice: some.some(({ kind }) => kind === 'option'),
        },
      ]
    }),
  )
}

/** Those of these points whose decision an adopted amendment changed. */
export async function amendedOf(itemIds: readonly string[]): Promise<ReadonlySet<string>> {
  const states = await motionStates(itemIds)
  return new Set([...states].flatMap(([id, { amended }]) => (amended ? [id] : [])))
}

/**
 * What of the votes of points stands in the way: what was put to them is not voted yet; or they are accepted as they stand and an
 * amendment changed them, so that they are accepted as modified.
 */
export async function motionObstacles(
  some: readonly { id: string }[],
  what: Deed,
): Promise<Map<string, Obstacle>> {
  if (what === 'puts_off' || what === 'takes_off') return new Map()
  const states = await motionStates(some.map(({ id }) => id))
  return new Map(
    [...states].flatMap(([id, { open, amended }]) => {
      if (open.length > 0) return [[id, left(open)] as const]
      return amended && what === 'accepts' ? [[id, modified] as const] : []
    }),
  )
}

const left = (open: readonly Motion[]): Obstacle => ({
  key: 'votes.motion.left',
  params: { titles: open.map(({ title }) => title).join(', ') },
})
const modified: Obstacle = { key: 'votes.motion.amended' }
