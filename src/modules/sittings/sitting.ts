import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { type Seat, type SeatPart, seatsOn } from '#commons/organs'
import { type Meeting, dayOf, organKind, pointsOf } from '#modules/deliberations'
import { applied } from '#commons/law'
import type { Attendee, Called, Incident, Movement, Proxy, Sitting } from './presence.ts'
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

/** What is noted of a meeting besides who was there at its opening, in the order of its points. Two queries; one where nothing is. */
async function notedBesides(meeting: Meeting): Promise<Omit<Sitting, 'attendees'>> {
  const { rows } = await sql<Noted>`
    select
      (select coalesce(jsonb_agg(to_jsonb(m) order by m.at, m.id), '[]') from (
        select id, seat_id, item_id, kind, at, reason from sittings.movement where meeting_id = ${meeting.id}) m) as movements,
      (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (
        select c.item_id, c.article, c.seat_id as id, s.person_id, c.title, c.civility, c.first_name, c.last_name
        from sittings.called c join commons.seat s on (s.tenant_id, s.id) = (c.tenant_id, c.seat_id)
        where c.meeting_id = ${meeting.id}) c) as called,
      (select coalesce(jsonb_agg(to_jsonb(i) - 'tenant_id' - 'meeting_id' order by i.during, i.at, i.id), '[]')
        from sittings.incident i where i.meeting_id = ${meeting.id}) as incidents,
      (select coalesce(jsonb_agg(to_jsonb(p) - 'tenant_id' - 'meeting_id' order by p.id), '[]')
        from sittings.proxy p where p.meeting_id = ${meeting.id}) as proxies,
      (select coalesce(jsonb_object_agg(office, seat_id), '{}') from sittings.officer
        where meeting_id = ${meeting.id}) as officers`.execute(db())
  const { movements = [], called = [], incidents = [], proxies = [], officers = {} } = rows[0] ?? {}
  if (movements.length + called.length + incidents.length + proxies.length === 0)
    return { movements: [], called: [], incidents: [], proxies: [], officers }
  const points = new Map((await pointsOf(meeting)).map((one) => [one.id, one]))
  const placed = <T extends { item_id: string }>(some: readonly T[]) =>
    some
      .map((row) => {
        const { position = 0, number = '' } = points.get(row.item_id) ?? {}
        return { ...row, position, number }
      })
      .toSorted((one, other) => one.position - other.position)
  const rule = proxies.length > 0 ? await proxyRule(meeting) : undefined
  return {
    officers,
    movements: placed(movements).map((row) => ({ ...row, at: timeOf(row.at) })),
    called: placed(called).map(({ item_id, position, article, ...seat }) => ({
      ...{ item_id, position, article },
      seat: { ...seat, part: 'member', presence: null },
    })),
    incidents: placed(incidents).map((row) => ({
      ...{ ...row, at: timeOf(row.at), until: timeOf(row.until) },
    })),
    proxies: proxies.map((row) => ({
      ...row,
      from: points.get(row.from_item_id)?.position ?? 0,
      until: points.get(row.until_item_id ?? '')?.position ?? Number.POSITIVE_INFINITY,
      given_on: Temporal.PlainDate.from(row.given_on),
      counted: rule?.value.counted ?? false,
    })),
  }
}

/** Where members vote for others (CDLD L1523-10). */
const proxyLaw = applied('vote.proxy', 'proxy', 'sittings.applies.proxy')

/** The rule of proxies of a meeting; undefined where the law, as known here, has none for its organ. */
export const proxyRule = async (meeting: Meeting) =>
  proxyLaw.on(await organKind(meeting), dayOf(meeting))

interface Noted {
  movements: MovementRow[]
  called: CalledRow[]
  incidents: IncidentRow[]
  proxies: ProxyRow[]
  officers: Partial<Record<Office, string>>
}

type Typed<T> = Omit<T, 'position' | 'number' | 'at' | 'until'> & {
  at: string | null
  until: string | null
}
type IncidentRow = Typed<Incident>
type ProxyRow = Omit<Proxy, 'from' | 'until' | 'given_on' | 'counted'> & { given_on: string }
type MovementRow = Omit<Movement, 'position' | 'number' | 'at'> & { at: string | null }
type CalledRow = Omit<Seat, 'part'> & Pick<Called, 'item_id' | 'article'>

const timeOf = (at: string | null) => (at === null ? null : Temporal.PlainTime.from(at))

/** Who comes, goes and stands aside in a meeting, in the order of its points. */
export const movementsOf = async (meeting: Meeting): Promise<readonly Movement[]> =>
  (await notedBesides(meeting)).movements

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

const readSitting = async (meeting: Meeting): Promise<Sitting> => ({
  attendees: await attendance(meeting),
  ...(await notedBesides(meeting)),
})

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
