import { expect, test } from 'vitest'
import { DueBadge, isPast, isSoon, today } from '../index.ts'

const inDays = (days: number) => today().add({ days })

test('what is due today is not past; what is due within a week is soon', () => {
  expect([-1, 0, 1].map((days) => isPast(inDays(days)))).toEqual([true, false, false])
  expect([-1, 0, 7, 8].map((days) => isSoon(inDays(days)))).toEqual([true, true, true, false])
})

test('a due date says whether it is late, in words besides its colour, and stands out once it is near', () => {
  expect(String(<DueBadge date={inDays(-1)} />)).toMatch(/bad.*en retard, \d\d\/\d\d\/\d{4}/s)
  expect(String(<DueBadge date={today()} />)).toMatch(/warn.*pour le \d\d\/\d\d\/\d{4}/s)
  expect(String(<DueBadge date={inDays(30)} />)).toMatch(/neutral.*pour le/s)
})

test('the last day of the law is said to be the last, in red on the day itself', () => {
  const legal = (days: number) => String(<DueBadge date={inDays(days)} legal />)
  expect(legal(0)).toMatch(/bad.*aujourd’hui, dernier jour/s)
  expect(legal(1)).toMatch(/warn.*dernier jour\s: demain/s)
  expect(legal(2)).toMatch(/warn.*pour le/s)
  expect(legal(-1)).toMatch(/bad.*en retard/s)
})
