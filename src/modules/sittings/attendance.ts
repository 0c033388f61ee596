import { sql } from 'kysely'
import { ensureInPerson } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { tell } from '#commons/dossiers'
import { seatsOn, votes } from '#commons/organs'
import { dayOf, type Meeting, meetings } from '#modules/deliberations'
import { ensureCorrectable } from './correctable.ts'
import { faultsIn } from './consistency.ts'
import type { Attendee } from './presence.ts'
import { attendance, officersOf, sittingsChanged } from './sitting.ts'
import type { Office, Presence } from './tables.ts'

/** Seats of who presides and who keeps the minutes. */
export type Officers = Partial<Record<Office, string>>

const offices = ['presides', 'keeps'] as const

/** What a form of the attendance is made from: who sits, what is noted of each, and who presides. */
export const standingAttendance = (
  attendees: readonly Attendee[],
  { presides = null, keeps = null }: { presides?: string | null; keeps?: string | null },
): unknown => [attendees.map(({ id, presence }) => [id, presence]), presides, keeps]

/** Whether attendance may be noted: from the agenda's freezing on, and corrected once the meeting is closed. */
export const mayNote = ({ state }: Meeting): boolean => state !== 'created'

/**
 * Writes who is there at the opening (présences), the whole organ at once, who presides and who keeps the minutes. Refuses
 * what contradicts what was voted, decided and noted since (CDLD L1122-17, L1122-26). It is no program’s to note.
 */
export async function recordAttendance(
  meeting: Meeting,
  seats: Readonly<Record<string, Presence>>,
  officers: Officers = {},
): Promise<void> {
  ensureInPerson()
  ensure(mayNote(meeting), Conflict, 'sittings.attendance.not_now')
  await ensureCorrectable(meeting)
  const known = await attendance(meeting)
  const ids = known.map(({ id }) => id)
  const strangers = Object.keys(seats).filter((id) => !ids.includes(id))
  const problems = [
    ...ids.filter((id) => !seats[id]).map((id) => [`seats.${id}`, 'http.field.required'] as const),
    ...strangers.map((id) => [`seats.${id}`, 'sittings.attendance.no_seat'] as const),
    ...offices
      .filter((office) => officers[office] !== undefined)
      .filter(
        (office) => !known.some((seat) => seat.id === officers[office] && mayBe[office](seat)),
      )
      .map((office) => [office, 'sittings.officers.cannot'] as const),
  ]
  if (problems.length > 0)
    throw new Invalid(Object.fromEntries(problems.map(([field, key]) => [field, [t(key)]])))
  const statuses = ids.map((id) => seats[id])
  await note(meeting, known, seats)
  await recordOfficers(meeting, officers)
  sittingsChanged()
  await ensureHolds(meeting)
  const present = statuses.filter((status) => status === 'present').length
  await tell(meetings, meeting.id, 'attendance', { present, of: ids.length })
}

/** Keeps who sat and what they were called; of a meeting that is closed, what they were called stays as it was. */
async function note(
  meeting: Meeting,
  known: readonly Attendee[],
  statuses: Readonly<Record<string, Presence>>,
): Promise<void> {
  const isOver = meeting.state === 'closed'
  const now = isOver ? [] : await seatsOn(meeting.organ_id, dayOf(meeting))
  const rows = known.map((noted, place) => {
    const { id, part, title, civility, first_name, last_name } =
      now.find((seat) => seat.id === noted.id) ?? noted
    return { id, status: statuses[id], part, title, civility, first_name, last_name, place }
  })
  await sql`
    insert into sittings.attendance
      (meeting_id, seat_id, status, part, title, civility, first_name, last_name, place)
    select ${meeting.id}, id, status, part, title, civility, first_name, last_name, place
    from jsonb_to_recordset(${asRows(rows)}) as n (id uuid, status text, part text, title text, civility text,
      first_name text, last_name text, place int)
    on conflict (tenant_id, meeting_id, seat_id) do update set status = excluded.status, part = excluded.part,
      title = excluded.title, civility = excluded.civility, first_name = excluded.first_name,
      last_name = excluded.last_name, place = excluded.place`.execute(db())
}

/** Who presides and who keeps the minutes: as told; else as noted; else whose office it is, where they are there. */
async function recordOfficers(meeting: Meeting, told: Officers): Promise<void> {
  const attendees = await attendance(meeting)
  const noted = { ...proposedOfficers(attendees), ...(await officersOf(meeting)), ...told }
  const rows = Object.entries(noted)
  await sql`insert into sittings.officer (meeting_id, office, seat_id)
    select ${meeting.id}, * from unnest(${rows.map(([office]) => office)}::text[],
      ${rows.map(([, seat]) => seat)}::uuid[])
    on conflict (tenant_id, meeting_id, office) do update set seat_id = excluded.seat_id`.execute(
    db(),
  )
}

/** The president and the secretary of the organ, where they are there: nobody is put in their place unasked. */
export function proposedOfficers(attendees: readonly Attendee[]): Officers {
  const there = (part: Attendee['part']) =>
    attendees.find((seat) => seat.part === part && seat.presence === 'present')?.id
  const [presides, keeps] = [there('president'), there('secretary')]
  return { ...(presides && { presides }), ...(keeps && { keeps }) }
}

/** Who may preside: a member who was there; and who may keep the minutes: whoever was. */
export const mayBe: Record<Office, (seat: Pick<Attendee, 'part'>) => boolean> = {
  presides: votes,
  keeps: () => true,
}

async function ensureHolds(meeting: Meeting): Promise<void> {
  const faults = await faultsIn(meeting)
  if (faults.length === 0) return
  const fields = Map.groupBy(faults, ({ seat }) => (seat ? `seats.${seat}` : ''))
  throw new Invalid(
    Object.fromEntries(
      [...fields].map(([field, some]) => [field, some.map((one) => one.sentence)]),
    ),
  )
}
