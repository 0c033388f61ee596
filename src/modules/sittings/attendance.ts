import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { tell } from '#commons/dossiers'
import { applied } from '#commons/law'
import { allItems, type Meeting, dayOf, meetings } from '#modules/deliberations'
import { type Quorum, quorum } from './majority.ts'
import { type Seat, organ, seatsOn, votes } from '#commons/organs'
import type { Presence } from './tables.ts'

/** Somebody of the organ and whether they were there; null while nobody said. */
export type Attendee = Seat & { presence: Presence | null }

/** Who sits in the organ on the day of a meeting, and who was there. */
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

/** What a form of the attendance is made from: who sits, and what is noted of each. */
export const standingAttendance = (attendees: readonly Attendee[]): unknown =>
  attendees.map(({ id, presence }) => [id, presence])

/** Writes who is there (présences); the whole organ at once, for a meeting that is not closed. */
export async function recordAttendance(
  meeting: Meeting,
  seats: Readonly<Record<string, Presence>>,
): Promise<void> {
  ensure(
    meeting.state === 'frozen' || meeting.state === 'decided',
    Conflict,
    'sittings.attendance.not_now',
  )
  const known = await seatsOn(meeting.organ_id, dayOf(meeting))
  const ids = known.map(({ id }) => id)
  const problems = [
    ...ids.filter((id) => !seats[id]).map((id) => [id, 'http.field.required'] as const),
    ...Object.keys(seats)
      .filter((id) => !ids.includes(id))
      .map((id) => [id, 'sittings.attendance.no_seat'] as const),
  ]
  if (problems.length > 0)
    throw new Invalid(Object.fromEntries(problems.map(([id, key]) => [`seats.${id}`, [t(key)]])))
  await ensureNobodyVoted(meeting, seats)
  const statuses = ids.map((id) => seats[id])
  await sql`insert into sittings.attendance (meeting_id, seat_id, status)
    select ${meeting.id}, * from unnest(${ids}::uuid[], ${statuses}::text[])
    on conflict (tenant_id, meeting_id, seat_id) do update set status = excluded.status`.execute(
    db(),
  )
  const present = statuses.filter((status) => status === 'present').length
  await tell(meetings, meeting.id, 'attendance', { present, of: ids.length })
}

/**
 * Who voted was there: nobody is noted away while their ballot stands on a point of the meeting, nor are fewer there
 * than papers were counted. The points are locked, so that nobody votes on them in between.
 */
async function ensureNobodyVoted(
  meeting: Meeting,
  seats: Readonly<Record<string, Presence>>,
): Promise<void> {
  const points = await allItems(meeting)
  const away = Object.keys(seats).filter((id) => seats[id] !== 'present')
  const there = (await seatsOn(meeting.organ_id, dayOf(meeting))).filter(
    (seat) => votes(seat) && seats[seat.id] === 'present',
  ).length
  const { rows } = await sql<{ seat: string | null; item: string }>`
    select seat_id as seat, item_id as item from sittings.ballot
    where item_id = any(${points.map(({ id }) => id)}::uuid[]) and seat_id = any(${away}::uuid[])
    union all select null, item_id from sittings.vote
    where item_id = any(${points.map(({ id }) => id)}::uuid[]) and secret
      and yes + no + abstain + blank + invalid > ${there}`.execute(db())
  const contradicted = Map.groupBy(rows, ({ seat }) => seat)
  const numbers = (items: readonly { item: string }[]) =>
    points
      .filter(({ id }) => items.some(({ item }) => item === id))
      .map(({ position }) => position)
      .toSorted((a, b) => Number(a) - Number(b))
      .join(', ')
  const problems = [...contradicted].map(([seat, items]): [string, string[]] => {
    const params = { count: items.length, points: numbers(items) }
    return seat
      ? [`seats.${seat}`, [t('sittings.attendance.voted', params)]]
      : ['', [t('sittings.attendance.papers', params)]]
  })
  if (problems.length > 0) throw new Invalid(Object.fromEntries(problems))
}

/** The members with a vote who are there. */
export const presentVoters = (attendees: readonly Attendee[]) =>
  attendees.filter((seat) => votes(seat) && seat.presence === 'present')

/** How many members must be there (CDLD L1122-17, L1123-20). */
const quorumLaw = applied('vote.quorum', 'quorum', 'sittings.applies.quorum')

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
