import type { MessageKey } from '#kernel/i18n'
import { legalHolidays, supervisionHolidays } from './holidays.ts'
import type { HolidayName, Holidays } from './holidays.ts'

type PlainDate = Temporal.PlainDate

/** A day that is not worked: a weekday off, or a holiday by its name. */
export interface DayOff {
  readonly date: PlainDate
  readonly why: 'weekday_off' | HolidayName
  /** What the authority says of a closing day: « pont de l’Ascension ». */
  readonly label?: string
}

/** A part of a whole: « à mi-législature » is 1/2. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** What is counted; `office_days` are working days of an authority that says when it is closed. */
type Unit =
  | 'clear_days_before'
  | 'clear_days_after'
  | 'days'
  | 'working_days'
  | 'office_days'
  | 'office_days_before'

/** One step of a count of days; all dates inclusive. */
export type Step =
  /** The day that the count starts from; it never counts. */
  | { readonly kind: 'from'; readonly date: PlainDate }
  | {
      readonly kind: 'counted'
      readonly unit: Unit
      readonly days: number
      /** The earliest and the latest day counted, whichever way the count goes. */
      readonly first: PlainDate
      readonly last: PlainDate
    }
  | {
      readonly kind: 'months'
      readonly months: number
      /** The day of the month that the due month does not have: its last day took its place. */
      readonly missing: number | null
    }
  /** A share of a term of office; both days inclusive. */
  | {
      readonly kind: 'term'
      readonly share: Share
      readonly first: PlainDate
      readonly last: PlainDate
    }
  /** Days off between the first and the last day counted, which did not count. */
  | { readonly kind: 'skipped'; readonly days: readonly DayOff[] }
  /** The due day (échéance) fell on a day where it may not fall. */
  | {
      readonly kind: 'moved'
      readonly from: PlainDate
      readonly over: readonly DayOff[]
      readonly to: PlainDate
    }

/** A computed date with its reasoning; `explain` makes sentences of it. */
export interface Reckoning {
  readonly date: PlainDate
  /** The act that the delay is for, as a genitive: « de l’envoi ». */
  readonly deed?: MessageKey | undefined
  readonly steps: readonly Step[]
}

/** The days on which an administration works. */
export interface WorkingCalendar {
  /** ISO weekdays worked: 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[]
  readonly holidays: Holidays
  /** Days on which the authority itself is closed, by what it says of them; null where it is open. */
  readonly closed?: (date: PlainDate) => string | null
  /** ISO weekdays on which no delay may end, though they count. */
  readonly neverEndsOn?: readonly number[]
}

const mondayToFriday = [1, 2, 3, 4, 5]

/** Monday to Friday but the ten legal holidays. */
export const officeCalendar: WorkingCalendar = {
  weekdays: mondayToFriday,
  holidays: legalHolidays,
}

/** The days on which a delay of legal supervision (tutelle) may end: CDLD L3113-2. */
export const supervisionCalendar: WorkingCalendar = {
  weekdays: mondayToFriday,
  holidays: supervisionHolidays,
}

/**
 * The last day on which to act so that `days` clear days (jours francs) lie between the act and the
 * event: neither the day of the act nor that of the event counts; weekends and holidays do.
 */
export function clearDaysBefore(event: PlainDate, days: number): Reckoning {
  checkLength(days)
  const counted = {
    kind: 'counted',
    unit: 'clear_days_before',
    days,
    first: event.subtract({ days }),
    last: event.subtract({ days: 1 }),
  } as const
  return {
    date: event.subtract({ days: days + 1 }),
    steps: [{ kind: 'from', date: event }, counted],
  }
}

/** The first day that `days` clear days (jours francs) separate from the event. */
export function clearDaysAfter(event: PlainDate, days: number): Reckoning {
  checkLength(days)
  const counted = countedFrom(event, 'clear_days_after', days, event.add({ days }))
  return { date: event.add({ days: days + 1 }), steps: [{ kind: 'from', date: event }, counted] }
}

/**
 * The due day `days` calendar days after the event: the day of the event does not count, the due
 * day does. With a calendar, a due day that is not worked moves to the next one that is (L3113-2).
 */
export function daysAfter(event: PlainDate, days: number, moved?: WorkingCalendar): Reckoning {
  checkLength(days)
  const due = event.add({ days })
  const steps: Step[] = [{ kind: 'from', date: event }, countedFrom(event, 'days', days, due)]
  return moved ? endingOn(due, steps, moved) : { date: due, steps }
}

/** The day on which the last of `days` working days (jours ouvrables) after the event ends. */
export function workingDaysAfter(
  event: PlainDate,
  days: number,
  calendar: WorkingCalendar,
): Reckoning {
  checkLength(days)
  checkWeek(calendar)
  const skipped: DayOff[] = []
  let last = event
  for (let counted = 0; counted < days;) {
    last = last.add({ days: 1 })
    const off = dayOff(last, calendar)
    if (off) skipped.push(off)
    else counted += 1
  }
  const steps: Step[] = [
    { kind: 'from', date: event },
    countedFrom(event, calendar.closed ? 'office_days' : 'working_days', days, last),
  ]
  if (skipped.length > 0) steps.push({ kind: 'skipped', days: skipped })
  return endingOn(last, steps, calendar)
}

/**
 * The day on which to begin so that `days` working days lie from it to the day before the event: the first of them.
 */
export function workingDaysBefore(
  event: PlainDate,
  days: number,
  calendar: WorkingCalendar,
): Reckoning {
  checkLength(days)
  checkWeek(calendar)
  const skipped: DayOff[] = []
  let first = event
  for (let counted = 0; counted < days;) {
    first = first.subtract({ days: 1 })
    const off = dayOff(first, calendar)
    if (off) skipped.unshift(off)
    else counted += 1
  }
  const last = event.subtract({ days: 1 })
  const steps: Step[] = [
    { kind: 'from', date: event },
    { kind: 'counted', unit: 'office_days_before', days, first, last },
  ]
  if (skipped.length > 0) steps.push({ kind: 'skipped', days: skipped })
  return { date: first, steps }
}

/**
 * The due day `months` calendar months after the event: the same day of the month, the last day
 * where that month is shorter.
 */
export function monthsAfter(event: PlainDate, months: number): Reckoning {
  checkLength(months)
  const date = event.add({ months })
  const missing = date.day === event.day ? null : event.day
  return {
    date,
    steps: [
      { kind: 'from', date: event },
      { kind: 'months', months, missing },
    ],
  }
}

/**
 * A moment in a term of office, from its first to its last day: the share of its length, rounded
 * down to a day. The whole of it is its last day.
 */
export function momentIn(first: PlainDate, last: PlainDate, share: Share): Reckoning {
  const length = first.until(last, { largestUnit: 'days' }).days
  checkLength(length)
  const date = first.add({ days: Math.floor((length * share.numerator) / share.denominator) })
  return { date, steps: [{ kind: 'term', share, first, last }] }
}

/** Why a date is not worked, or null when it is. */
export function dayOff(date: PlainDate, calendar: WorkingCalendar): DayOff | null {
  const holiday = calendar.holidays(date)
  if (holiday) return { date, why: holiday }
  const label = calendar.weekdays.includes(date.dayOfWeek) ? calendar.closed?.(date) : null
  if (label !== null && label !== undefined) return { date, why: 'closing_day', label }
  return calendar.weekdays.includes(date.dayOfWeek) ? null : { date, why: 'weekday_off' }
}

function endingOn(due: PlainDate, steps: readonly Step[], calendar: WorkingCalendar): Reckoning {
  checkWeek(calendar)
  const over: DayOff[] = []
  let date = due
  for (let off = unfitToEnd(date, calendar); off; off = unfitToEnd(date, calendar)) {
    over.push(off)
    date = date.add({ days: 1 })
  }
  if (over.length === 0) return { date, steps }
  return { date, steps: [...steps, { kind: 'moved', from: due, over, to: date }] }
}

function unfitToEnd(date: PlainDate, calendar: WorkingCalendar): DayOff | null {
  const excluded = calendar.neverEndsOn?.includes(date.dayOfWeek) ?? false
  return dayOff(date, calendar) ?? (excluded ? { date, why: 'weekday_off' } : null)
}

function countedFrom(event: PlainDate, unit: Unit, days: number, last: PlainDate): Step {
  return { kind: 'counted', unit, days, first: event.add({ days: 1 }), last }
}

function checkLength(length: number): void {
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`Not a length: ${length}`)
}

function checkWeek({ weekdays, neverEndsOn = [] }: WorkingCalendar): void {
  if (weekdays.some((day) => day >= 1 && day <= 7 && !neverEndsOn.includes(day))) return
  throw new RangeError('A working calendar needs a weekday on which a delay may end')
}
