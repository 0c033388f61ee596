import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { seatsOn } from '#commons/organs'
import { type Item, type Meeting, dayOf } from '#modules/deliberations'
import type { Attendee, Movement, Sitting } from './presence.ts'
import type { Office } from './tables.ts'
import './tables.ts'

/** Who sits in the organ on the day of a meeting, and who was there at its opening. */
export async function attendance(meeting: Meeting): Promise<Attendee[]> {
  const seats = await seatsOn(meeting.organ_id, dayOf(meeting))
  const rows = await db()
    .selectFrom('sittings.attendance')
    .select(['seat_id', 'status'])
    .where('meeting_id', '=', meeting.id)
    .execute()
  const recorded = new Map(rows.map((row) => [row.seat_id, row.status]))
  return seats.map((seat) => ({ ...seat, presence: recorded.get(seat.id) ?? null }))
}

/** Who comes, goes and stands aside in a meeting, in the order of its points. */
export async function movementsOf(meeting: { id: string }): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select m.id, m.seat_id, m.item_id, i.position, m.kind, m.at
    from sittings.movement m
    join deliberations.item i on i.tenant_id = m.tenant_id and i.id = m.item_id
    where m.meeting_id = ${meeting.id} order by i.position, m.at, m.id`.execute(db())
  return rows
}

const known = loadedOnce(async () => new Map<string, Promise<Sitting>>())

/** All that presence at a point of a meeting follows from; read once a transaction, in three queries. */
export async function sittingOf(meeting: Meeting): Promise<Sitting> {
  const all = await known.get()
  const sitting = all.get(meeting.id) ?? readSitting(meeting)
  all.set(meeting.id, sitting)
  return sitting
}

/** What was read of sittings holds no more: presences or movements were written. */
export const sittingsChanged = (): void => known.forget()

async function readSitting(meeting: Meeting): Promise<Sitting> {
  return { attendees: await attendance(meeting), movements: await movementsOf(meeting) }
}

/** What of a point the facts of a sitting are held against. */
export type Point = Pick<Item, 'id' | 'position' | 'state' | 'list_type'>

/** All points of a meeting, whoever may read which, without their words; locked, nobody votes on them nor decides them. */
export async function pointsOf(meeting: { id: string }, { lock = false } = {}): Promise<Point[]> {
  const { rows } = await sql<Point>`
    select d.id, i.position, d.state, i.list_type
    from deliberations.item i join commons.dossier d using (tenant_id, id)
    where i.meeting_id = ${meeting.id}
    order by d.id ${lock ? sql`for no key update of d` : sql``}`.execute(db())
  return rows
}

/** The seats of those who presided and who kept the minutes, as they were noted. */
export async function officersOf(meeting: {
  id: string
}): Promise<Partial<Record<Office, string>>> {
  const rows = await db()
    .selectFrom('sittings.officer')
    .select(['office', 'seat_id'])
    .where('meeting_id', '=', meeting.id)
    .execute()
  return Object.fromEntries(rows.map(({ office, seat_id }) => [office, seat_id]))
}
