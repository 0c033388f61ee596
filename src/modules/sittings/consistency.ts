import { actAs, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { fullName } from '#commons/directory'
import { read } from '#commons/dossiers'
import { items, type Meeting, meetingOf, type Point, pointsOf } from '#modules/deliberations'
import { incidentFaults } from './incident-faults.ts'
import { isWithin } from './moment.ts'
import { proxyFaults } from './proxy-faults.ts'
import {
  type Fault,
  type Sitting,
  contradictions,
  countedIn,
  isNoted,
  officerAt,
  takePartIn,
} from './presence.ts'
import { quorumAmong, quorumRule } from './quorum.ts'
import { sittingOf, sittingsChanged } from './sitting.ts'
import { urgencyFaults } from './urgency.ts'

/** What else contradicts what is noted of a sitting, told by who derives something from it: votes. */
export const sittingFaults =
  slot<(sitting: Sitting, points: readonly Point[]) => Promise<Fault[]>>('sitting-faults')

/**
 * What of a meeting contradicts itself: somebody comes who is there, voted and was away, presided and was not there; a
 * point was decided by fewer than the law asks. Whoever writes locks the points, so that nobody votes in between.
 */
export async function faultsIn(meeting: Meeting, reading = { lock: true }): Promise<Fault[]> {
  const points = await pointsOf(meeting, reading)
  const sitting = await sittingOf(meeting)
  return [
    ...movementFaults(sitting),
    ...hourFaults(meeting, sitting),
    ...(await Promise.all(sittingFaults.all().map((find) => find(sitting, points)))).flat(),
    ...officerFaults(sitting, points),
    ...incidentFaults(meeting, sitting, points.filter(isDecided)),
    ...(await proxyFaults(meeting, sitting)),
    ...(await urgencyFaults(meeting, sitting, points)),
    ...(await quorumFaults(meeting, sitting, points)),
  ]
}

/** Refuses that a point takes another place on its agenda where its meeting would contradict itself then. */
export async function ensureOrderHolds(itemId: string): Promise<void> {
  sittingsChanged()
  const meeting = await actAs(system, async () => meetingOf(await read(items, itemId)))
  const [fault] = await faultsIn(meeting)
  ensure(!fault, Conflict, 'sittings.fault.stands', { fault: fault?.sentence ?? '' })
}

function movementFaults(sitting: Sitting): Fault[] {
  const names = new Map(sitting.attendees.map((seat) => [seat.id, fullName(seat)]))
  return contradictions(sitting).map(({ seat_id, kind, number }) => ({
    seat: seat_id,
    sentence: t(`sittings.fault.${kind}`, { who: names.get(seat_id) ?? '', number }),
  }))
}

/** Who came or went while it sat: not before the opening, nor after the closing. */
const hourFaults = (meeting: Meeting, { movements }: Sitting): Fault[] =>
  movements
    .filter(({ at }) => at && !isWithin(meeting, at))
    .map(({ seat_id, number }) => ({
      seat: seat_id,
      isHour: true,
      sentence: t('sittings.fault.hours', { number }),
    }))

/** What an organ decides with a quorum, and not for want of it. */
const onceDecided = ['accepted', 'accepted_modified', 'refused']
const isDecided = ({ state }: Point): boolean => onceDecided.includes(state)

/** « 2, 5, 7 » */
export const numbersOf = (points: readonly Point[]): string =>
  points
    .toSorted((a, b) => a.position - b.position)
    .map(({ number }) => number)
    .join(', ')

const offices = ['presides', 'keeps'] as const

/** Who presides or keeps the minutes was there, at the opening or later, and at each point that was decided while they did. */
function officerFaults(sitting: Sitting, points: readonly Point[]): Fault[] {
  const first = offices.flatMap((office) => {
    const seat = sitting.attendees.find(({ id }) => id === sitting.officers[office])
    const came = sitting.movements.some(
      ({ seat_id, kind }) => seat_id === seat?.id && kind === 'arrives',
    )
    if (!seat || seat.presence === 'present' || came) return []
    return { seat: seat.id, sentence: t(`sittings.fault.${office}`, { who: fullName(seat) }) }
  })
  if (first.length > 0) return first
  return points.filter(isDecided).flatMap(({ position, number }) =>
    awayFromOffice(sitting, position).map(({ office, who }) => ({
      seat: null,
      sentence: t(`sittings.fault.away.${office}`, { who, number }),
    })),
  )
}

/** Who presides or keeps the minutes at a point and takes no part in it: somebody has to be noted in their place first. */
export function awayFromOffice(
  sitting: Sitting,
  position: number,
): { office: (typeof offices)[number]; who: string }[] {
  const there = new Set(takePartIn(sitting, position).map(({ id }) => id))
  return offices.flatMap((office) => {
    const holder = officerAt(sitting, office, position)
    const seat = sitting.attendees.find(({ id }) => id === holder)
    return seat && !there.has(seat.id) ? [{ office, who: fullName(seat) }] : []
  })
}

/** What was decided was decided by enough of them (CDLD L1122-17), whoever was noted away since. */
async function quorumFaults(
  meeting: Meeting,
  sitting: Sitting,
  points: readonly Point[],
): Promise<Fault[]> {
  const decided = points.filter(isDecided)
  if (decided.length === 0 || !isNoted(sitting)) return []
  const rule = await quorumRule(meeting)
  const short = decided.filter(({ position, calling }) => {
    const check = quorumAmong(rule, sitting, countedIn(sitting, position), calling)
    return check && !check.quorum.met
  })
  if (short.length === 0) return []
  const params = { count: short.length, points: numbersOf(short), article: rule?.article ?? '' }
  return [{ seat: null, sentence: t('sittings.fault.quorum', params) }]
}
