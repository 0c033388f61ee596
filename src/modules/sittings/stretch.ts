import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { fullName } from '#commons/directory'
import { tell } from '#commons/dossiers'
import { type Meeting, meetings, pointsOf } from '#modules/deliberations'
import { ensureHolds } from './holds.ts'
import { ensureHeld } from './movement.ts'
import { type Attendee, type Movement, presenceAt, type Sitting } from './presence.ts'
import { attendance, movementsOf, sittingOf } from './sitting.ts'
import type { MovementKind } from './tables.ts'

/** What somebody does from one point to another: is there, is away, or stands aside for each of them (CDLD L1122-19). */
export interface NotedStretch {
  seat_id: string
  from_item_id: string
  until_item_id: string
  as: 'there' | 'away' | 'aside'
  reason: string
}

/**
 * Notes how somebody is from one point to another (« absente du point 3 au point 7 »). Presences at the opening and movements
 * stay the one source: those that follow from it are noted, those that it contradicts go, the others keep their hour.
 */
export async function noteStretch(meeting: Meeting, noted: NotedStretch): Promise<void> {
  ensureInPerson()
  await ensureHeld(meeting)
  const seat = (await attendance(meeting)).find(({ id }) => id === noted.seat_id)
  if (!seat) throw Invalid.field('seat_id', 'sittings.attendance.no_seat')
  const points = (await pointsOf(meeting, { lock: true })).toSorted(
    (one, other) => one.position - other.position,
  )
  const from = points.findIndex(({ id }) => id === noted.from_item_id)
  const until = points.findIndex(({ id }) => id === noted.until_item_id)
  if (from < 0) throw Invalid.field('from_item_id', 'http.field.choose')
  if (until < from) throw Invalid.field('until_item_id', 'sittings.stretch.turned')
  const sitting = await sittingOf(meeting)
  const standing = points.map(({ position }) => presenceAt(seat, sitting, position))
  const isNoted = (at: number) => at >= from && at <= until
  const there = standing.map((one, at) =>
    isNoted(at) && noted.as !== 'aside' ? noted.as === 'there' : one === 'there' || one === 'aside',
  )
  const wanted = points.flatMap(({ id }, at): Wanted[] => {
    const before = at === 0 ? seat.presence === 'present' : there[at - 1]
    const aside = isNoted(at) ? noted.as === 'aside' : standing[at] === 'aside'
    return [
      ...(there[at] === before
        ? []
        : [{ item_id: id, kind: there[at] ? ('arrives' as const) : ('leaves' as const) }]),
      ...(aside ? [{ item_id: id, kind: 'withdraws' as const }] : []),
    ]
  })
  await replace(meeting, seat, wanted, noted.reason)
  await ensureHolds(meeting, { seat: seat.id, field: 'seat_id' })
  const [first = '', last = ''] = [points[from]?.number, points[until]?.number]
  const several = String(from !== until)
  const title = inItsLanguage(() =>
    t('sittings.stretch.said', { who: fullName(seat), as: noted.as, first, last, several }),
  )
  await tell(meetings, meeting.id, 'presence', { title, seat: seat.id, as: noted.as, first, last })
}

interface Wanted {
  item_id: string
  kind: MovementKind
}

/** The movements of somebody become these: what stays keeps its hour, what is new bears the reason. */
async function replace(
  meeting: Meeting,
  seat: Attendee,
  wanted: readonly Wanted[],
  reason: string,
): Promise<void> {
  const twice = wanted.find((one, at) => wanted.findIndex(sameAs(one, 'point')) !== at)
  if (twice) throw Invalid.field('from_item_id', 'sittings.stretch.twice')
  const standing = (await movementsOf(meeting)).filter(({ seat_id }) => seat_id === seat.id)
  const gone = standing.filter((one) => !wanted.some(sameAs(one)))
  const fresh = wanted.filter((one) => !standing.some(sameAs(one)))
  if (gone.length > 0)
    await db()
      .deleteFrom('sittings.movement')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
  const rows = fresh.map((one) => ({
    ...{ ...one, meeting_id: meeting.id, seat_id: seat.id, at: null, reason },
  }))
  if (rows.length > 0) await db().insertInto('sittings.movement').values(rows).execute()
}

const sameAs =
  (one: Wanted | Movement, by: 'point' | 'both' = 'both') =>
  (other: Wanted | Movement): boolean =>
    one.item_id === other.item_id && (by === 'point' || one.kind === other.kind)

/** How somebody is at a point of the grid. */
export type CellState = ReturnType<typeof presenceAt>

/** How everybody was at each point, the members first: a line a seat. */
export function gridOf(sitting: Sitting, positions: readonly number[]) {
  return sitting.attendees.map((seat) => ({
    seat,
    cells: positions.map((position) => presenceAt(seat, sitting, position)),
  }))
}
