import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { read, refreshMany, tell } from '#commons/dossiers'
import { change, enforce } from '#commons/workflow'
import { agendaEntries, agendaEntry } from './agenda.ts'
import { type Item, items } from './item.ts'
import { allItems, type Meeting, itemReference, meetings } from './meeting.ts'
import { type MoveRefusal, type Place, insert, move } from './ordering.ts'
import { organ } from './organ.ts'
import { eraseVote } from './vote.ts'
import { itemWorkflow } from './workflow.ts'

/**
 * Presents a point to a meeting (présenter): it lands where the organ's order puts it. Once the
 * agenda is frozen it is late (point en urgence) and frozen at once. The meeting is locked, the point is not:
 * it is with those of the agenda, in their order.
 */
export async function present({ id }: Pick<Item, 'id'>, meeting: Meeting): Promise<Item> {
  ensure(meeting.state !== 'closed', Conflict, 'deliberations.meeting.closed_already')
  const item = named(id, await allItems(meeting, [id]))
  ensure(meeting.organ_id === item.organ_id, Conflict, 'deliberations.item.other_organ')
  const body = await organ(meeting.organ_id)
  const list_type = meeting.state === 'created' ? 'normal' : 'late'
  const agenda = await agendaEntries(meeting.id)
  const newcomer = await agendaEntry(item.id)
  if (!newcomer) throw new Error(`The point ${item.id} has no row`)
  const places = insert(agenda, [{ ...newcomer, listType: list_type }], body.insertion)
  const position = places.find((one) => one.id === item.id)?.position ?? agenda.length + 1
  const presented = await change(items, itemWorkflow, item, 'present', {
    patch: { meeting_id: meeting.id, position, list_type },
  })
  await place(places)
  if (list_type === 'normal') return presented
  await enforce(items, itemWorkflow, presented, 'freeze')
  await renumber(meeting)
  return read(items, item.id)
}

function named(id: string, some: readonly Item[]): Item {
  const item = some.find((one) => one.id === id)
  ensure(item, Conflict, 'deliberations.item.not_presented')
  return item
}

/**
 * Takes a point off its agenda; its vote and references go, those behind it move up (E08). Locks the
 * meeting before its points, as all that orders an agenda does: give it a point that is not locked.
 */
export async function withdraw({ id, meeting_id }: Item): Promise<Item> {
  ensure(meeting_id, Conflict, 'deliberations.item.not_presented')
  const meeting = await read(meetings, meeting_id, { lock: true })
  const item = named(id, await allItems(meeting))
  ensure(meeting.state !== 'closed', Conflict, 'deliberations.meeting.closed_already')
  await eraseVote(item)
  const withdrawn = await change(items, itemWorkflow, item, 'withdraw', {
    patch: { meeting_id: null, position: null, list_type: 'normal', reference: '' },
  })
  await place(
    (await agendaEntries(meeting.id)).map((entry, at) => ({ id: entry.id, position: at + 1 })),
  )
  await renumber(meeting)
  return withdrawn
}

/** Moves a point on its agenda, 1 being the first; not once the meeting is closed (A06). */
export async function moveItem(meeting: Meeting, itemId: string, position: number): Promise<void> {
  ensure(meeting.state !== 'closed', Conflict, 'deliberations.meeting.closed_already')
  await allItems(meeting)
  const moved = move(await agendaEntries(meeting.id), itemId, position)
  if (!moved.moved) throw new Conflict(`deliberations.order.${moved.reason satisfies MoveRefusal}`)
  await place(moved.places)
  await renumber(meeting)
  await tell(items, itemId, 'move', { position })
}

/** The meeting on whose agenda a point is. Throws `Conflict` where it is on none. */
export function meetingOf(item: Item): Promise<Meeting> {
  ensure(item.meeting_id, Conflict, 'deliberations.item.not_presented')
  return read(meetings, item.meeting_id)
}

async function place(places: readonly Place[]): Promise<void> {
  const ids = places.map(({ id }) => id)
  const positions = places.map(({ position }) => position)
  await sql`update deliberations.item i set position = p.position
    from unnest(${ids}::uuid[], ${positions}::integer[]) as p (id, position)
    where i.id = p.id and i.position is distinct from p.position`.execute(db())
}

/** References follow the order once they are given (A20). */
async function renumber(meeting: Meeting): Promise<void> {
  if (meeting.state === 'created') return
  const { acronym } = await organ(meeting.organ_id)
  const head = itemReference(acronym, meeting, 0).slice(0, -1)
  const { rows } = await sql<{ id: string }>`
    update commons.dossier d set reference = ${head} || i.position
    from deliberations.item i
    where i.tenant_id = d.tenant_id and i.id = d.id and i.meeting_id = ${meeting.id}
      and d.reference <> ${head} || i.position
    returning d.id`.execute(db())
  await refreshMany(items, rows)
}
