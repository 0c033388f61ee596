import type { Module } from '#kernel/module'
import './locales/index.ts'

export {
  clearDaysAfter,
  clearDaysBefore,
  dayOff,
  daysAfter,
  momentIn,
  monthsAfter,
  officeCalendar,
  supervisionCalendar,
  workingDaysAfter,
  workingDaysBefore,
} from './days.ts'
export type { Reckoning, WorkingCalendar } from './days.ts'
export { DueBadge, isPast, isSoon, today } from './due.tsx'
export { explain } from './explain.ts'
export { easterSunday, legalHolidays, legalHolidaysOf, supervisionHolidays } from './holidays.ts'
export type { HolidayName, Holidays } from './holidays.ts'
export { spokenDay, spokenSpan } from './spoken-dates.ts'

/** Legal time: days counted as the law counts them, and dates that say how. It knows no rule. */
export const clock: Module = { name: 'clock', floor: 'commons', nature: 'always', needs: [] }
