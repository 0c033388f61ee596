import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { applied } from '#commons/law'
import { type Quorum, quorum } from './majority.ts'
import { type Meeting, dayOf } from './meeting.ts'
import { type Seat, organ, seatsOn, votes } from './organ.ts'
import type { Presence } from './tables.ts'

const called = event('deliberations.meeting.attendance')

/** Somebody of the organ and whether they were there; null while nobody said. */
export type Attendee = Seat & { presence: Presence | null }

/** Who sits in the organ on the day of a meeting, and who was there. */
export async function attendance(meeting: Meeting): Promise<Attendee[]> {
  const seats = await seatsOn(meeting.organ_id, dayOf(meeting))
  const rows = await db()
    .selectFrom('deliberations.attendance')
    .select(['seat_id', 'status'])
    .where('meeting_id', '=', meeting.id)
    .execute()
  const recorded = new Map(rows.map((row) => [row.seat_id, row.status]))
  return seats.map((seat) => ({ ...seat, presence: recorded.get(seat.id) ?? null }))
}

/** Writes who is there (présences); the whole organ at once, for a meeting that is not closed. */
export async function recordAttendance(
  meeting: Meeting,
  seats: Readonly<Record<string, Presence>>,
): Promise<void> {
  ensure(
    meeting.state === 'frozen' || meeting.state === 'decided',
    Conflict,
    'deliberations.attendance.not_now',
  )
  const known = await seatsOn(meeting.organ_id, dayOf(meeting))
  const ids = known.map(({ id }) => id)
  const problems = [
    ...ids.filter((id) => !seats[id]).map((id) => [id, 'http.field.required'] as const),
    ...Object.keys(seats)
      .filter((id) => !ids.includes(id))
      .map((id) => [id, 'deliberations.attendance.no_seat'] as const),
  ]
  if (problems.length > 0)
    throw new Invalid(Object.fromEntries(problems.map(([id, key]) => [`seats.${id}`, [t(key)]])))
  const statuses = ids.map((id) => seats[id])
  await sql`insert into deliberations.attendance (meeting_id, seat_id, status)
    select ${meeting.id}, * from unnest(${ids}::uuid[], ${statuses}::text[])
    on conflict (tenant_id, meeting_id, seat_id) do update set status = excluded.status`.execute(
    db(),
  )
  const present = statuses.filter((status) => status === 'present').length
  await emit(called, meeting.id, { present, of: ids.length })
}

/** The members with a vote who are there. */
export const presentVoters = (attendees: readonly Attendee[]) =>
  attendees.filter((seat) => votes(seat) && seat.presence === 'present')

/** How many members must be there (CDLD L1122-17, L1123-20). */
const quorumLaw = applied('vote.quorum', 'quorum', 'deliberations.applies.quorum')

/** Whether enough members are there to decide, and by which article (CDLD L1122-17, L1123-20). */
export async function quorumOf(
  meeting: Meeting,
  attendees: readonly Attendee[],
): Promise<{ quorum: Quorum; present: number; inOffice: number; article: string } | null> {
  const body = await organ(meeting.organ_id)
  const rule = await quorumLaw.on(body.kind, dayOf(meeting))
  if (!rule) return null
  const inOffice = attendees.filter(votes).length
  const present = presentVoters(attendees).length
  return { quorum: quorum(inOffice, present, rule.value), present, inOffice, article: rule.article }
}
