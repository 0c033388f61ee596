import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { type SeatPart, seatsOn } from '#commons/organs'
import { type Meeting, dayOf, pointsOf } from '#modules/deliberations'
import type { Attendee, Movement, Sitting } from './presence.ts'
import type { Office } from './tables.ts'
import './tables.ts'

/**
 * Who sat in a meeting, and whether they were there at its opening: as it was noted, whatever became of their seats and of
 * their names since. As long as it is not closed, also whoever sits in the organ that day and of whom nothing is noted.
 */
export async function attendance(meeting: Meeting): Promise<Attendee[]> {
  const noted = await notedIn(meeting)
  if (noted.length > 0 && meeting.state === 'closed') return noted
  const there = new Set(noted.map(({ id }) => id))
  const others = (await seatsOn(meeting.organ_id, dayOf(meeting)))
    .filter(({ id }) => !there.has(id))
    .map((seat) => ({ ...seat, presence: null }))
  return [...noted, ...others].toSorted(
    (one, other) => parts.indexOf(one.part) - parts.indexOf(other.part),
  )
}

const parts: readonly SeatPart[] = ['president', 'member', 'secretary']

/** What was noted of each who sat, under the names and titles of then. */
const notedIn = (meeting: Meeting): Promise<Attendee[]> =>
  db()
    .selectFrom('sittings.attendance as a')
    .innerJoin('commons.seat as s', (join) =>
      join.onRef('s.tenant_id', '=', 'a.tenant_id').onRef('s.id', '=', 'a.seat_id'),
    )
    .select(['a.seat_id as id', 's.person_id', 'a.part', 'a.title', 'a.civility'])
    .select(['a.first_name', 'a.last_name', 'a.status as presence'])
    .where('a.meeting_id', '=', meeting.id)
    .orderBy(sql`array_position(array['president', 'member', 'secretary'], a.part)`)
    .orderBy('a.place')
    .orderBy('a.seat_id')
    .execute()

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
