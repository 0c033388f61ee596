import { db, loadedOnce } from '#kernel/db'
import { seatsOn } from '#commons/organs'
import { type Meeting, dayOf, pointsOf } from '#modules/deliberations'
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
  const rows = await db()
    .selectFrom('sittings.movement')
    .select(['id', 'seat_id', 'item_id', 'kind', 'at'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const positions = new Map((await pointsOf(meeting)).map((one) => [one.id, one.position]))
  return rows
    .map((row) => ({ ...row, position: positions.get(row.item_id) ?? 0 }))
    .toSorted((one, other) => one.position - other.position)
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
