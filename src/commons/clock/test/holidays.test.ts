import { expect, test } from 'vitest'
import { easterSunday, legalHolidays, supervisionHolidays } from '../index.ts'
import type { Holidays } from '../index.ts'

function daysOf(year: number, holidays: Holidays): string[] {
  const first = new Temporal.PlainDate(year, 1, 1)
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
    .filter((date) => holidays(date))
    .map((date) => date.toString().slice(5))
}

test.each([
  '1818-03-22',
  '1954-04-18',
  '2000-04-23',
  '2019-04-21',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2038-04-25',
  '2049-04-18',
])('Easter falls on %s', (date) => {
  expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date)
})

/** Easter by the rule of Gauss (1816), another way to the same date. */
function easterByGauss(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100)
  const shift = century - Math.floor(century / 4)
  const moon = (15 - Math.floor((13 + 8 * century) / 25) + shift) % 30
  const toFullMoon = (19 * (year % 19) + moon) % 30
  const toSunday = (2 * (year % 4) + 4 * (year % 7) + 6 * toFullMoon + ((4 + shift) % 7)) % 7
  const exception = toFullMoon === 29 || (toFullMoon === 28 && year % 19 > 10)
  const days = toFullMoon + toSunday - (exception && toSunday === 6 ? 7 : 0)
  return new Temporal.PlainDate(year, 3, 22).add({ days })
}

test('Easter is a Sunday from 22 March to 25 April, the same by the rule of Gauss, whatever the year', () => {
  for (let year = 1583; year <= 4000; year += 1) {
    const easter = easterSunday(year)
    expect(easter.toString()).toBe(easterByGauss(year).toString())
    expect(easter.dayOfWeek).toBe(7)
    const days = easter.until(new Temporal.PlainDate(year, 4, 25), { largestUnit: 'days' }).days
    expect(days >= 0 && days <= 34).toBe(true)
  }
})

test('supervision knows the fourteen holidays of L3113-2: in 2026', () => {
  expect(daysOf(2026, supervisionHolidays)).toEqual([
    '01-01',
    '04-06',
    '05-01',
    '05-14',
    '05-25',
    '07-21',
    '08-15',
    '09-27',
    '11-01',
    '11-02',
    '11-11',
    '11-15',
    '12-25',
    '12-26',
  ])
})

test('offices keep the ten legal holidays, and not 27 September, 2 and 15 November, 26 December', () => {
  const legal = daysOf(2026, legalHolidays)
  expect(legal).toHaveLength(10)
  expect(legal).not.toContain('09-27')
  expect(legal).not.toContain('12-26')
})
