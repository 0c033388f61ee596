import {
  clearDaysBefore,
  daysAfter,
  momentIn,
  monthsAfter,
  officeCalendar,
  type Reckoning,
  supervisionCalendar,
  type WorkingCalendar,
  workingDaysAfter,
} from '#commons/clock'
import { actOf } from './act.ts'
import type { Delay, LegalRule, TermShare } from './rule.ts'

type PlainDate = Temporal.PlainDate

/**
 * Applies a delay of the law to the day of the event: the meeting, the receipt, the publication. The extra
 * holidays of supervision move the end of its delays; working days are those of the offices.
 */
export function reckon(
  { key, value }: LegalRule<Delay>,
  event: PlainDate,
  calendar: WorkingCalendar = calendarOf(value),
): Reckoning {
  return { ...applyDelay(value, event, calendar), deed: actOf(key)?.deed }
}

const calendarOf = ({ kind }: Delay): WorkingCalendar =>
  kind === 'working_days_after' ? officeCalendar : supervisionCalendar

/** Applies a moment of the law to a term of office, from its first to its last day. */
export function reckonTerm(
  { value: { numerator, denominator } }: LegalRule<TermShare>,
  first: PlainDate,
  last: PlainDate,
): Reckoning {
  return momentIn(first, last, { numerator, denominator })
}

function applyDelay(delay: Delay, event: PlainDate, calendar: WorkingCalendar): Reckoning {
  switch (delay.kind) {
    case 'clear_days_before':
      return clearDaysBefore(event, delay.days)
    case 'days_after':
      return daysAfter(event, delay.days, delay.moved === 'none' ? undefined : calendar)
    case 'working_days_after':
      return workingDaysAfter(event, delay.days, calendar)
    case 'months_after':
      return monthsAfter(event, delay.months)
  }
}
