import { t } from '#kernel/i18n'
import { fullName } from '#commons/directory'
import type { Meeting, Point } from '#modules/deliberations'
import { isWithin, momentOf } from './moment.ts'
import { type Fault, type Incident, type Sitting, takePartIn } from './presence.ts'

/**
 * What contradicts the incidents of a sitting: hours that are not of it or run backwards, a public that leaves twice, a point
 * decided before a public that should not have been there, somebody who presides and is away. `decided`: what was decided.
 */
export function incidentFaults(
  meeting: Meeting,
  sitting: Sitting,
  decided: readonly Point[],
): Fault[] {
  if (sitting.incidents.length === 0) return []
  return [
    ...hourFaults(meeting, sitting),
    ...publicFaults(sitting, decided),
    ...officeFaults(sitting),
  ]
}

const { compare } = Temporal.Instant

const fault = (
  what: 'hours' | 'public_twice' | 'public_in' | 'public_out',
  { number }: { number: string },
): Fault => ({ seat: null, sentence: t(`sittings.fault.${what}`, { number }) })

/** All hours lie within the sitting; suspensions in the order of its points, none within another, and a closed sitting went on after each. */
function hourFaults(meeting: Meeting, { incidents }: Sitting): Fault[] {
  const over = meeting.closed_at ?? Temporal.Now.instant()
  let last = meeting.opened_at?.subtract({ minutes: 1 }) ?? meeting.starts_at
  return incidents.flatMap((one) => {
    if (!one.at) return []
    if (one.kind !== 'suspended') return isWithin(meeting, one.at) ? [] : [fault('hours', one)]
    const begins = momentOf(meeting, one.at)
    const ends = one.until ? momentOf(meeting, one.until) : begins
    const wrong =
      compare(begins, last) < 0 ||
      (one.until === null && meeting.closed_at !== null) ||
      compare(ends, begins) < 0 ||
      !isWithin(meeting, one.until ?? one.at)
    last = one.until ? ends : over
    return wrong ? [fault('hours', one)] : []
  })
}

const isOfPublic = ({ kind }: Incident) => kind === 'withdrawn' || kind === 'readmitted'

/** The public leaves where it is there and comes back where it is not; what was decided went with that (CDLD L1122-20 to L1122-22). */
function publicFaults({ incidents }: Sitting, decided: readonly Point[]): Fault[] {
  const some = incidents.filter(isOfPublic)
  const twice = some.filter(
    ({ kind }, at) => kind === (some[at - 1]?.kind ?? ('readmitted' as const)),
  )
  if (twice.length > 0) return twice.map((one) => fault('public_twice', one))
  return decided.flatMap((point) => {
    const wrong = publicFault(incidents, point)
    return wrong ? [fault(wrong, point)] : []
  })
}

/** Whether the public is in the room at a point that is dealt with behind closed doors, or away from one of the public sitting. */
export function publicFault(
  incidents: readonly Incident[],
  { position, privacy }: Pick<Point, 'position' | 'privacy'>,
): 'public_in' | 'public_out' | null {
  const last = incidents.findLast((one) => isOfPublic(one) && one.position <= position)
  // Where it left while the point was discussed, a question of persons came up in it.
  if (!last || (last.during && last.position === position)) return null
  if (last.kind === 'readmitted') return privacy === 'secret' ? 'public_in' : null
  return last.ground === 'persons' && privacy === 'public' ? 'public_out' : null
}

/** Who comes to an office is there at that point. */
function officeFaults(sitting: Sitting): Fault[] {
  return sitting.incidents.flatMap(({ kind, seat_id, position, number }) => {
    if (kind !== 'presides' && kind !== 'keeps') return []
    const seat = sitting.attendees.find(({ id }) => id === seat_id)
    if (!seat || takePartIn(sitting, position).includes(seat)) return []
    const params = { who: fullName(seat), number }
    return [{ seat: null, sentence: t(`sittings.fault.away.${kind}`, params) }]
  })
}
