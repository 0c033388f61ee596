import type { Module } from '#kernel/module'
import './locales/index.ts'

export {
  clearDaysAfter,
  clearDaysBefore,
  dayOff,
  daysAfter,
  monthsAfter,
  officeCalendar,
  reckon,
  reckonTerm,
  supervisionCalendar,
  workingDaysAfter,
} from './days.ts'
export type { Reckoning, WorkingCalendar } from './days.ts'
export { Citation, cite } from './citation.tsx'
export { DueBadge, isPast, isSoon, today } from './due.tsx'
export { explain } from './explain.ts'
export { easterSunday, legalHolidays, supervisionHolidays } from './holidays.ts'
export type { HolidayName, Holidays } from './holidays.ts'
export { isDelay, isTermShare, ruleOn, ruleValue } from './rules.ts'
export type {
  Delay,
  LegalRule,
  MajorityRule,
  OrganKind,
  QuorumRule,
  RuleValue,
  ShareOfPresent,
  TermShare,
} from './rules.ts'
export { legalRule, legalRules } from './load.ts'
export { spokenDay, spokenSpan } from './spoken-dates.ts'

/** Legal time and legal majorities, as dated rows with their article. */
export const clock: Module = { name: 'clock', floor: 'commons', nature: 'always', needs: [] }
