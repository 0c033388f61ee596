import { type Seat, votes } from '#commons/organs'
import type { MovementKind, Office, Presence } from './tables.ts'

/** Somebody of the organ and whether they were there at the opening; null while nobody said. */
export type Attendee = Seat & { presence: Presence | null }

/** Somebody comes (entre en séance) or goes (quitte la séance) before a point, or stands aside for it alone (se retire). */
export interface Movement {
  id: string
  seat_id: string
  item_id: string
  /** The number of the point on the agenda. */
  position: number
  kind: MovementKind
  at: Temporal.PlainTime | null
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
  /** The seats of those who presided and who kept the minutes. */
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

/** Those who are there when the sitting opens. */
export const atOpening = ({ attendees }: Sitting): Attendee[] =>
  attendees.filter(({ presence }) => presence === 'present')

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
