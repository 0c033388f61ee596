import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsOf, decimalOf, decimalOfCents } from '../decimal.ts'

test.for([
  ['1793.5', 179_350],
  ['2020.0', 202_000],
  ['0.07', 7],
  ['-0.5', -50],
  ['+12', 1200],
  ['.5', 50],
  ['5.', 500],
  [' 1.500 ', 150],
  ['-0.00', 0],
  ['0070368744177.66', 7_036_874_417_766],
  ['90071992547409.91', Number.MAX_SAFE_INTEGER],
] as const)('%s is so many cents', ([decimal, cents]) => {
  expect(centsOf(decimal)).toBe(cents)
})

test.for(['1.005', '0.001', '90071992547409.92', '', '.', '-', '1e3', '1,5', `${'0'.repeat(41)}`])(
  'no cents are made of %s',
  (decimal) => {
    expect(centsOf(decimal)).toBeNull()
  },
)

test('cents are written as they are read', () => {
  expect([179_350, 202_000, 7, -50, 0].map(decimalOfCents)).toEqual([
    '1793.5',
    '2020',
    '0.07',
    '-0.5',
    '0',
  ])
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      expect(centsOf(decimalOfCents(cents))).toBe(cents)
    }),
  )
})

test('a number is written without an exponent', () => {
  expect([0, 12.5, 0.1, 1e-7, 1e21].map(decimalOf)).toEqual([
    '0',
    '12.5',
    '0.1',
    '0.0000001',
    '1000000000000000000000',
  ])
})
