import { expect, test } from 'vitest'
import { officeCalendar } from '#commons/clock'
import { lastDay } from '../limit.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
/** A Monday, in weeks without a holiday. */
const monday = day('2026-06-08')
const working = { unit: 'working', week: 'five', not_on: [] } as const
const after = (days: number) => monday.add({ days })

test('D01 7 working days from a Monday end on the Wednesday of the next week, a day sooner where Saturday is worked', () => {
  const ends = (more: object) =>
    lastDay(monday, 7, { ...working, not_on: [], ...more }, officeCalendar).date
  expect(ends({})).toEqual(after(9))
  expect(ends({ week: 'six' })).toEqual(after(8))
  expect(ends({ not_on: ['3'] })).toEqual(after(10))
})

test('D01 a holiday inside is one more', () => {
  // Whit Monday, the 25th of May 2026.
  const { date } = lastDay(day('2026-05-18'), 7, { ...working, not_on: [] }, officeCalendar)
  expect(date).toEqual(day('2026-05-28'))
})

test('D03 days of the calendar count Sundays and holidays alike', () => {
  const counted = { unit: 'calendar', week: 'five', not_on: [] } as const
  const { date } = lastDay(day('2026-05-18'), 7, { ...counted, not_on: [] }, officeCalendar)
  expect(date).toEqual(day('2026-05-25'))
  const never = lastDay(day('2026-05-18'), 7, { ...counted, not_on: ['1'] }, officeCalendar)
  expect(never.date).toEqual(day('2026-05-26'))
})
