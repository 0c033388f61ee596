import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import {
  createMany,
  read,
  rememberImport,
  rememberImports,
  tell,
  tellMany,
} from '#commons/dossiers'
import { enforceMany } from '#commons/workflow'
import { type Item, items } from './item.ts'
import { type Meeting, itemReference, meetings, planMeeting } from './meeting.ts'
import { organ } from '#commons/organs'
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
  const isOpen = meeting.state === 'created'
  const taken = await createMany(
    items,
    foreign.map(({ title, service_id, list_type, ...said }, at) => ({
      root: { title, state: 'presented', service_id },
      own: {
        category_id: said.category_id,
        privacy: said.privacy,
        poll_type: said.poll_type,
        motivation: said.motivation,
        decision: said.decision,
        organ_id: meeting.organ_id,
        meeting_id: meeting.id,
        position: last + at + 1,
        list_type: isOpen ? list_type : 'late',
      },
    })),
  )
  await remember(foreign, taken)
  if (isOpen) return taken
  const referenceAt = await itemReference(acronym, meeting)
  const steps = taken.map((dossier) => ({
    dossier,
    patch: { reference: referenceAt(dossier.position ?? 0) },
  }))
  return enforceMany(items, itemWorkflow, 'freeze', steps)
}

/** Keeps where points come from: that the same import twice changes nothing, and that history says it. */
async function remember(foreign: readonly ForeignItem[], taken: readonly Item[]): Promise<void> {
  const known = taken.flatMap(({ id }, at) => {
    const origin = foreign[at]?.origin
    return origin ? [{ id, origin }] : []
  })
  for (const [source, of] of Map.groupBy(known, ({ origin }) => origin.source))
    await rememberImports(
      source,
      of.map(({ id, origin }) => ({
        externalId: origin.uid,
        dossierId: id,
        contentHash: origin.hash,
      })),
    )
  await tellMany(
    items,
    'import',
    known.map(({ id, origin: { source, uid, told } }) => ({
      subjectId: id,
      data: { source, uid, ...told },
    })),
  )
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
