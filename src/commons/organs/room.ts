import { type MessageKey, type MessageParams, formatDate, t } from '#kernel/i18n'
import { lastDayOf, periodInWords } from '#commons/people'
import { type Organ, votes } from './organ.ts'
import type { SeatPart } from './tables.ts'

/** A seat of an organ (siège), whoever sits there, with its days. */
export interface KnownSeat {
  id: string
  organ_id: string
  person_id: string
  first_name: string
  last_name: string
  part: SeatPart
  title: string
  /** Their political group (groupe politique, CDLD L1123-1); empty: nobody said. */
  party_group: string
  position: number
  valid_from: Temporal.PlainDate
  /** The first day on which they no longer sit. */
  valid_to: Temporal.PlainDate | null
}

/** Who is to sit: as what, under which title, from when to when. */
export interface NewSeat {
  personId: string
  part: SeatPart
  title: string
  group: string
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
}

type Days = Pick<KnownSeat, 'valid_from' | 'valid_to'>
const { compare } = Temporal.PlainDate

/** Whether somebody sits on a day. */
export const sitsOn = ({ valid_from, valid_to }: Days, day: Temporal.PlainDate): boolean =>
  compare(valid_from, day) <= 0 && (valid_to === null || compare(valid_to, day) > 0)

/** Whether they will sit from a later day on. */
export const isToCome = ({ valid_from }: Days, day: Temporal.PlainDate) =>
  compare(valid_from, day) > 0

const meets = (one: Days, other: Days): boolean =>
  (one.valid_to === null || compare(other.valid_from, one.valid_to) < 0) &&
  (other.valid_to === null || compare(one.valid_from, other.valid_to) < 0)

export const nameOf = ({ first_name, last_name }: Pick<KnownSeat, 'first_name' | 'last_name'>) =>
  `${first_name} ${last_name}`

/** How many of these sit on the fullest day from a day on. */
export function mostAtOnce(seats: readonly Days[], from: Temporal.PlainDate): number {
  const days = [from, ...seats.map((one) => one.valid_from)].filter(
    (day) => compare(day, from) >= 0,
  )
  return Math.max(0, ...days.map((day) => seats.filter((one) => sitsOn(one, day)).length))
}

/** What is in the way of a seat: of which field, and why. */
export interface Hindrance {
  field: 'person' | 'part' | 'last_day'
  sentence: string
}

/**
 * Why somebody cannot sit on these days: they sit there already, another presides or keeps the minutes, the organ ends or
 * they leave before, or more would bear a vote than there are seats. Null where they can.
 */
export function hindrance(
  organ: Pick<Organ, 'name' | 'seats' | 'closed_on'>,
  { personId, part, validFrom, validTo }: NewSeat,
  { seats, leaves }: { seats: readonly KnownSeat[]; leaves: Temporal.PlainDate | null },
): Hindrance | null {
  const at = (field: Hindrance['field'], key: MessageKey, params?: MessageParams): Hindrance => ({
    field,
    sentence: t(key, params),
  })
  if (validTo && compare(validTo, validFrom) <= 0) return at('last_day', 'organs.seat.backwards')
  const days = { valid_from: validFrom, valid_to: validTo }
  const past = (end: Temporal.PlainDate | null) =>
    end !== null && (validTo === null || compare(validTo, end) > 0)
  if (organ.closed_on && past(organ.closed_on))
    return at('last_day', 'organs.seat.organ_ends', {
      ...{ name: organ.name, day: formatDate(lastDayOf(organ.closed_on), 'short') },
    })
  const meanwhile = seats.filter((one) => meets(one, days))
  const own = meanwhile.find((one) => one.person_id === personId)
  if (own) return at('person', 'organs.seat.twice', { name: nameOf(own), days: periodInWords(own) })
  const other = part !== 'member' && meanwhile.find((one) => one.part === part)
  if (other)
    return at('part', `organs.seat.other_${part}`, {
      ...{ name: nameOf(other), days: periodInWords(other) },
    })
  if (leaves && past(leaves))
    return at('person', 'organs.seat.leaves', { day: formatDate(lastDayOf(leaves), 'short') })
  if (organ.seats === null || !votes({ part })) return null
  const voting = meanwhile.filter(votes)
  const most = Math.max(
    0,
    ...[validFrom, ...voting.map((one) => one.valid_from)]
      .filter((day) => sitsOn(days, day))
      .map((day) => voting.filter((one) => sitsOn(one, day)).length),
  )
  return most >= organ.seats
    ? at('person', 'organs.seat.full', { name: organ.name, seats: organ.seats })
    : null
}
