import { sql } from 'kysely'
import { db } from '#kernel/db'
import { pointsOf } from '#modules/deliberations'
import { type Attendee, presenceAt, type Sitting } from './presence.ts'
import type { MovementKind } from './tables.ts'

/** How somebody of an organ attended a sitting that is over: at its opening, and at how many of its points. */
export interface Attended {
  meeting_id: string
  seat: Attendee
  /** Whether they presided when it opened. */
  presided: boolean
  points: number
  /** At how many of them they were there, whether or not they stood aside. */
  there: number
}

interface Row {
  meeting_id: string
  attendees: Attendee[]
  movements: { seat_id: string; item_id: string; kind: MovementKind }[]
  presides: string | null
}

/** Who attended these sittings, as it is noted; nothing of those of which nothing is. Two queries, however many. */
export async function attendedIn(meetingIds: readonly string[]): Promise<Attended[]> {
  const { rows } = await sql<Row>`
    select a.meeting_id,
      jsonb_agg(jsonb_build_object('id', a.seat_id, 'person_id', s.person_id, 'part', a.part, 'title', a.title,
        'civility', a.civility, 'first_name', a.first_name, 'last_name', a.last_name, 'presence', a.status)
        order by a.place, a.seat_id) as attendees,
      (select coalesce(jsonb_agg(jsonb_build_object('seat_id', v.seat_id, 'item_id', v.item_id, 'kind', v.kind)), '[]')
        from sittings.movement v where v.meeting_id = a.meeting_id) as movements,
      (select o.seat_id from sittings.officer o
        where o.meeting_id = a.meeting_id and o.office = 'presides') as presides
    from sittings.attendance a join commons.seat s on (s.tenant_id, s.id) = (a.tenant_id, a.seat_id)
    where a.meeting_id = any(${[...meetingIds]}::uuid[]) group by a.meeting_id`.execute(db())
  const points = Map.groupBy(await pointsOf(meetingIds), ({ meeting_id }) => meeting_id)
  return rows.flatMap(({ meeting_id, attendees, movements, presides }) => {
    const own = points.get(meeting_id) ?? []
    const at = new Map(own.map((one) => [one.id, one]))
    const sitting: Sitting = {
      attendees,
      movements: movements
        .map((one) => ({
          ...{ ...one, id: '', at: null, reason: '' },
          position: at.get(one.item_id)?.position ?? 0,
          number: at.get(one.item_id)?.number ?? '',
        }))
        .toSorted((one, other) => one.position - other.position),
      ...{ called: [], incidents: [], proxies: [], officers: {} },
    }
    return attendees.map((seat) => ({
      ...{ meeting_id, seat, presided: seat.id === presides, points: own.length },
      there: own.filter(({ position }) => isIn(presenceAt(seat, sitting, position))).length,
    }))
  })
}

const isIn = (state: ReturnType<typeof presenceAt>) => state === 'there' || state === 'aside'
