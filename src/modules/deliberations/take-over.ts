import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { create, read, rememberImport, tell } from '#commons/dossiers'
import { enforce } from '#commons/workflow'
import { type Item, items } from './item.ts'
import { type Meeting, itemReference, meetings, planMeeting } from './meeting.ts'
import { organ } from './organ.ts'
import { itemWorkflow } from './workflow.ts'

/** Where a meeting or a point comes from: by what id another system knows it. */
export interface Origin {
  source: string
  uid: string
  /** Of what that system says of it; the same hash means that nothing changed there. */
  hash: string
  /** What history keeps besides: what it was called and numbered there. */
  told: EventData
}

/** Plans a meeting that another system knows. Its agenda is open: it is held here. */
export async function takeOverMeeting(
  { source, uid, hash, told }: Origin,
  plan: Parameters<typeof planMeeting>[0],
): Promise<Meeting> {
  const meeting = await planMeeting(plan)
  await rememberImport(source, uid, meeting.id, hash)
  await tell(meetings, meeting.id, 'import', { source, uid, ...told })
  return meeting
}

/** A point of another system, as it becomes one of ours. */
export type ForeignItem = { origin: Origin } & Pick<
  Item,
  | 'title'
  | 'service_id'
  | 'category_id'
  | 'list_type'
  | 'privacy'
  | 'poll_type'
  | 'motivation'
  | 'decision'
>

/**
 * Puts points of another system at the end of an agenda, in the order given, whatever the organ's
 * order of insertion; on an agenda that is frozen they are late and frozen too. Returns them in that
 * order. Throws `Conflict` once the meeting is closed.
 */
export async function takeOverItems(
  meetingId: string,
  foreign: readonly ForeignItem[],
): Promise<Item[]> {
  const meeting = await read(meetings, meetingId, { lock: true })
  ensure(meeting.state !== 'closed', Conflict, 'deliberations.meeting.closed_already')
  const { acronym } = await organ(meeting.organ_id)
  const last = await lastPosition(meetingId)
  const taken: Item[] = []
  for (const [at, one] of foreign.entries()) {
    const position = last + at + 1
    const item = await takeOver(one, meeting, position)
    const reference = itemReference(acronym, meeting, position)
    taken.push(
      meeting.state === 'created'
        ? item
        : await enforce(items, itemWorkflow, item, 'freeze', { patch: { reference } }),
    )
  }
  return taken
}

async function takeOver(
  { origin, title, service_id, list_type, ...columns }: ForeignItem,
  { id: meeting_id, organ_id, state }: Meeting,
  position: number,
): Promise<Item> {
  const item = await create(
    items,
    { title, state: 'presented', service_id },
    {
      ...columns,
      organ_id,
      meeting_id,
      position,
      list_type: state === 'created' ? list_type : 'late',
    },
  )
  const { source, uid, hash, told } = origin
  await rememberImport(source, uid, item.id, hash)
  await tell(items, item.id, 'import', { source, uid, ...told })
  return item
}

/** The position of the last point on an agenda; 0 while it is empty. */
export async function lastPosition(meetingId: string): Promise<number> {
  const { last } = await db()
    .selectFrom('deliberations.item')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('last'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  return Number(last)
}
