import { type Seat, votes } from '#commons/organs'
import type { Ground, IncidentKind, MovementKind, Office, Presence } from './tables.ts'

/** Somebody of the organ and whether they were there at the opening; null while nobody said. */
export type Attendee = Seat & { presence: Presence | null }

/** Somebody comes (entre en séance) or goes (quitte la séance) before a point, or stands aside for it alone (se retire). */
export interface Movement {
  id: string
  seat_id: string
  item_id: string
  /** The place of the point on the agenda, and its number. */
  position: number
  number: string
  kind: MovementKind
  at: Temporal.PlainTime | null
  /** Why, where it is said: on pages, not in minutes. */
  reason: string
}

/** What happens in a sitting before a point, or while it is discussed, besides who comes and goes (incident de séance). */
export interface Incident {
  id: string
  item_id: string
  /** The place of the point on the agenda, and its number. */
  position: number
  number: string
  kind: IncidentKind
  during: boolean
  at: Temporal.PlainTime | null
  /** Of a suspension: when the sitting went on; null while it has not. */
  until: Temporal.PlainTime | null
  /** Who asked for it; who presides or keeps the minutes from here on. */
  seat_id: string | null
  ground: Ground
  /** How many wanted no public. */
  votes: number | null
  reason: string
  article: string
}

/** Somebody votes for another who is not there, on their written order (procuration). */
export interface Proxy {
  id: string
  giver_id: string
  holder_id: string
  from_item_id: string
  until_item_id: string | null
  /** The numbers of the first point and of the last; infinite: to the end. */
  from: number
  until: number
  given_on: Temporal.PlainDate
  statement: string
  article: string
  /** Whether who is represented counts for the quorum, by the law of the day. */
  counted: boolean
}

/** A member of another organ who is called to sit for one point (CDLD L1123-22). */
export interface Called {
  item_id: string
  /** The number of the point on the agenda. */
  position: number
  seat: Attendee
  article: string
}

/** Who sits in the organ, who was there at the opening, and who came and went: all from which presence at a point follows. */
export interface Sitting {
  attendees: readonly Attendee[]
  /** In the order of the points. */
  movements: readonly Movement[]
  called: readonly Called[]
  /** In the order of the points. */
  incidents: readonly Incident[]
  proxies: readonly Proxy[]
  /** The seats of those who presided and who kept the minutes when it opened. */
  officers: Partial<Record<Office, string>>
}

/** Everybody who may be named in a sitting: who sits in the organ, and who was called. */
export const everybodyIn = ({ attendees, called }: Sitting): Attendee[] => [
  ...attendees,
  ...called.map(({ seat }) => seat),
]

/** Something that cannot be true together with what was noted: of a seat, or of the whole. */
export interface Fault {
  seat: string | null
  /** It is the hour at which they came or went. */
  isHour?: true
  sentence: string
}

/** Whether the attendance was noted at all. */
export const isNoted = ({ attendees }: Sitting): boolean =>
  attendees.some(({ presence }) => presence !== null)

/** Whether somebody is there when a point is called, whether or not they stand aside for it. */
function isThere(seat: Attendee, { movements }: Sitting, position: number): boolean {
  const last = movements.findLast(
    (one) => one.seat_id === seat.id && one.kind !== 'withdraws' && one.position <= position,
  )
  return last ? last.kind === 'arrives' : seat.presence === 'present'
}

/**
 * Who takes part in a point (by its number): those who are there and do not stand aside for a direct interest (CDLD
 * L1122-19).
 */
export const takePartIn = (sitting: Sitting, position: number): Attendee[] => [
  ...sitting.attendees.filter(
    (seat) =>
      isThere(seat, sitting, position) &&
      !sitting.movements.some(
        (one) => one.seat_id === seat.id && one.kind === 'withdraws' && one.position === position,
      ),
  ),
  ...sitting.called.filter((one) => one.position === position).map(({ seat }) => seat),
]

/** The members with a vote who take part in a point. */
export const votersIn = (sitting: Sitting, position: number): Attendee[] =>
  takePartIn(sitting, position).filter(votes)

/** Somebody for whom another votes on a point. */
interface Represented {
  seat: Attendee
  holder: Attendee
  counted: boolean
}

/** Those for whom others vote on a point: they are not there, and whoever bears their order takes part in it. */
export function representedIn(sitting: Sitting, position: number): Represented[] {
  const proxies = sitting.proxies.filter(({ from, until }) => from <= position && position <= until)
  if (proxies.length === 0) return []
  const voters = votersIn(sitting, position)
  return proxies.flatMap(({ giver_id, holder_id, counted }) => {
    const seat = sitting.attendees.find(({ id }) => id === giver_id)
    const holder = voters.find(({ id }) => id === holder_id)
    return seat && holder && !isThere(seat, sitting, position) ? [{ seat, holder, counted }] : []
  })
}

/** Those whose votes count on a point, in their order: who takes part in it, and who is represented. */
export function ballotsIn(sitting: Sitting, position: number): Attendee[] {
  const represented = representedIn(sitting, position)
  const voters = votersIn(sitting, position)
  if (represented.length === 0) return voters
  const able = new Set([...voters, ...represented.map(({ seat }) => seat)])
  return everybodyIn(sitting).filter((seat) => able.has(seat))
}

/** Those who count for the quorum of a point: who takes part in it, and who is represented where the law says so. */
export const countedIn = (sitting: Sitting, position: number): Attendee[] => [
  ...takePartIn(sitting, position),
  ...representedIn(sitting, position).flatMap(({ seat, counted }) => (counted ? [seat] : [])),
]

/** Who holds an office at a point: the last who came to it, else who held it when the sitting opened. */
export const officerAt = (
  { officers, incidents }: Sitting,
  office: Office,
  position: number,
): string | undefined =>
  incidents.findLast((one) => one.kind === office && one.position <= position)?.seat_id ??
  officers[office]

/** How somebody is at a point: there, standing aside for it, represented by another, or away. */
export function presenceAt(
  seat: Attendee,
  sitting: Sitting,
  position: number,
): 'there' | 'aside' | 'represented' | 'away' {
  const aside = sitting.movements.some(
    (one) => one.seat_id === seat.id && one.kind === 'withdraws' && one.position === position,
  )
  if (isThere(seat, sitting, position)) return aside ? 'aside' : 'there'
  const represented = representedIn(sitting, position).some((one) => one.seat === seat)
  return represented ? 'represented' : 'away'
}

/** Those who are there when the sitting opens. */
export const atOpening = ({ attendees }: Sitting): Attendee[] =>
  attendees.filter(({ presence }) => presence === 'present')

/** Those who count for the quorum when it opens. */
export const countedAtOpening = (sitting: Sitting): Attendee[] => [
  ...atOpening(sitting),
  ...sitting.proxies.flatMap(({ giver_id, from, counted }) =>
    counted && from <= 1
      ? sitting.attendees.filter(({ id, presence }) => id === giver_id && presence !== 'present')
      : [],
  ),
]

/** The suspension after which the sitting has not gone on yet. */
export const openSuspension = ({ incidents }: Sitting): Incident | undefined =>
  incidents.find(({ kind, until }) => kind === 'suspended' && until === null)

/** Movements that cannot be: who is there cannot come, who is not cannot go nor stand aside. */
export function contradictions(sitting: Sitting): Movement[] {
  return sitting.attendees.flatMap((seat) => {
    let there = seat.presence === 'present'
    return sitting.movements
      .filter((one) => one.seat_id === seat.id)
      .filter(({ kind }) => {
        const wrong = kind === 'arrives' ? there : !there
        if (kind !== 'withdraws') there = kind === 'arrives'
        return wrong
      })
  })
}
