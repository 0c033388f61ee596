import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clearDaysAfter,
  clearDaysBefore,
  dayOff,
  daysAfter,
  legalHolidays,
  momentIn,
  monthsAfter,
  officeCalendar,
  supervisionCalendar,
  workingDaysAfter,
} from '../index.ts'
import type { HolidayName, WorkingCalendar } from '../index.ts'

const on = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => on('1970-01-01').add({ days }))
const anyLength = fc.integer({ min: 1, max: 60 })

const council = on('2026-06-25')

test.each([
  ['the convocation leaves by Wednesday 17 June (L1122-13)', 7, '2026-06-17'],
  ['a councillor’s point is filed by Friday 19 June (L1122-24)', 5, '2026-06-19'],
  ['a second convocation leaves by Monday 22 June (L1122-13, L1122-17)', 2, '2026-06-22'],
])('for a council on Thursday 25 June 2026, %s', (_, days, date) => {
  expect(clearDaysBefore(council, days).date.toString()).toBe(date)
})

test('clear days say which days they count: 18 to 24 June', () => {
  expect(clearDaysBefore(council, 7).steps).toEqual([
    { kind: 'from', date: council },
    {
      kind: 'counted',
      unit: 'clear_days_before',
      days: 7,
      first: on('2026-06-18'),
      last: on('2026-06-24'),
    },
  ])
})

test('exactly the clear days lie between the act and the meeting, weekends and holidays included', () => {
  fc.assert(
    fc.property(anyDay, anyLength, (meeting, days) => {
      const { date } = clearDaysBefore(meeting, days)
      expect(date.until(meeting, { largestUnit: 'days' }).days - 1).toBe(days)
      expect(clearDaysAfter(date, days).date.equals(meeting)).toBe(true)
    }),
  )
})

test('a regulation published on Monday 1 June binds on Saturday 6 June (L1133-2)', () => {
  expect(daysAfter(on('2026-06-01'), 5).date.toString()).toBe('2026-06-06')
})

test('a delay of supervision that ends on 1 May ends on Monday 4 May instead (L3113-2)', () => {
  const { date, steps } = daysAfter(on('2026-04-01'), 30, supervisionCalendar)
  expect(date.toString()).toBe('2026-05-04')
  expect(steps.at(-1)).toEqual({
    kind: 'moved',
    from: on('2026-05-01'),
    over: [
      { date: on('2026-05-01'), why: 'labour_day' },
      { date: on('2026-05-02'), why: 'weekday_off' },
      { date: on('2026-05-03'), why: 'weekday_off' },
    ],
    to: on('2026-05-04'),
  })
})

test('a due day moves to the first working day that follows, and no further', () => {
  fc.assert(
    fc.property(anyDay, anyLength, (receipt, days) => {
      const { date } = daysAfter(receipt, days, supervisionCalendar)
      expect(dayOff(date, supervisionCalendar)).toBeNull()
      for (let d = receipt.add({ days }); !d.equals(date); d = d.add({ days: 1 })) {
        expect(dayOff(d, supervisionCalendar)).not.toBeNull()
      }
    }),
  )
})

const plainWeek: WorkingCalendar = { weekdays: [1, 2, 3, 4, 5], holidays: () => null }
const monday = on('2026-06-08')
const closedOnThursday = (date: Temporal.PlainDate): HolidayName | null =>
  date.toString() === '2026-06-11' ? 'closing_day' : null

test.each([
  ['of Monday to Friday end on the Wednesday of the next week', plainWeek, 9],
  [
    'end one day sooner where Saturday is worked',
    { ...plainWeek, weekdays: [1, 2, 3, 4, 5, 6] },
    8,
  ],
  ['end one day later for a holiday inside', { ...plainWeek, holidays: closedOnThursday }, 10],
  ['that may not end on a Wednesday end on Thursday', { ...plainWeek, neverEndsOn: [3] }, 10],
])('7 working days from a Monday %s', (_, calendar, later) => {
  const { date } = workingDaysAfter(monday, 7, calendar)
  expect(monday.until(date, { largestUnit: 'days' }).days).toBe(later)
})

test('the days counted and the days skipped make up the whole of a working delay', () => {
  fc.assert(
    fc.property(anyDay, anyLength, (start, days) => {
      const { date, steps } = workingDaysAfter(start, days, officeCalendar)
      const skipped = steps.flatMap((step) => (step.kind === 'skipped' ? step.days : []))
      expect(start.until(date, { largestUnit: 'days' }).days).toBe(days + skipped.length)
      expect(dayOff(date, officeCalendar)).toBeNull()
      expect(skipped.every((day) => dayOff(day.date, officeCalendar) !== null)).toBe(true)
    }),
  )
})

test.each([
  ['2024-12-02', 6, '2025-06-02'],
  ['2018-12-03', 9, '2019-09-03'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-02-28', 6, '2026-08-28'],
])('from %s, %i months end on %s', (event, months, date) => {
  expect(monthsAfter(on(event), months).date.toString()).toBe(date)
})

test('months end in the month that is so many later, on the same day or else on its last', () => {
  fc.assert(
    fc.property(anyDay, anyLength, (event, months) => {
      const { date, steps } = monthsAfter(event, months)
      expect((date.year - event.year) * 12 + date.month - event.month).toBe(months)
      const last = Math.min(event.day, date.daysInMonth)
      expect(date.day).toBe(last)
      expect(steps[1]).toEqual({
        kind: 'months',
        months,
        missing: last === event.day ? null : event.day,
      })
    }),
  )
})

const term = [on('2024-12-02'), on('2030-12-01')] as const

test('half of the term from 2 December 2024 to 1 December 2030 is 2 December 2027', () => {
  expect(momentIn(...term, { numerator: 1, denominator: 2 }).date.toString()).toBe('2027-12-02')
  expect(momentIn(...term, { numerator: 1, denominator: 1 }).date).toEqual(term[1])
})

test('a share of a term is the last day that does not go past it, and all of it its last day', () => {
  const anyShare = fc.integer({ min: 1, max: 12 }).chain((denominator) =>
    fc.record({
      numerator: fc.integer({ min: 1, max: denominator }),
      denominator: fc.constant(denominator),
    }),
  )
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 4000 }), anyShare, (first, days, of) => {
      const last = first.add({ days })
      const { date } = momentIn(first, last, of)
      const gone = first.until(date, { largestUnit: 'days' }).days
      expect(gone * of.denominator).toBeLessThanOrEqual(days * of.numerator)
      expect((gone + 1) * of.denominator).toBeGreaterThan(days * of.numerator)
      if (of.numerator === of.denominator) expect(date.equals(last)).toBe(true)
    }),
  )
})

test('a length of no day, or a week without work, is refused rather than guessed', () => {
  expect(() => clearDaysBefore(council, 0)).toThrow(RangeError)
  expect(() => daysAfter(council, 1.5)).toThrow(RangeError)
  expect(() => monthsAfter(council, 0)).toThrow(RangeError)
  expect(() => momentIn(council, council, { numerator: 1, denominator: 2 })).toThrow(RangeError)
  expect(() => workingDaysAfter(council, 1, { weekdays: [], holidays: legalHolidays })).toThrow(
    RangeError,
  )
})
