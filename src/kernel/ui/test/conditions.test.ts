import { expect, test } from 'vitest'
import { holds } from '../conditions.ts'

test.each([
  ['1 234,5', true],
  ['1234.5', true],
  ['1\u00A0000', true],
  ['999,99', false],
  ['2 001', false],
  ['1 2x', false],
  ['', false],
])('« %s », as it is typed, lies from 1 000 to 2 000: %s', (fee, expected) => {
  expect(holds({ field: 'fee', from: 1000, until: 2000 }, { fee })).toBe(expected)
})
