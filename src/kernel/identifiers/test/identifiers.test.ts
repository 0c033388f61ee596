import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enterpriseInWords, enterpriseNumber, nationalInWords, nationalNumber } from '../index.ts'

test.for([
  ['85.07.30-033.28', '85073003328'],
  ['17073003384', '17073003384'], // born in 2017
  ['40 00 01 001 33', '40000100133'], // who does not know the month
  ['85.07.30-033.29', null],
  ['85.17.30-033.28', null],
  ['8507300332', null],
  ['', null],
] as const)('a national number holds by its last two digits: %s', ([typed, digits]) => {
  expect(nationalNumber(typed)).toBe(digits)
})

const digits = (birth: string, order: number, century: '' | '2') => {
  const first = `${birth}${String(order).padStart(3, '0')}`
  return first + String(97 - (Number(century + first) % 97)).padStart(2, '0')
}

test('each one of both centuries, and of the BIS register, is taken as it is written; a digit that is wrong is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom(0, 20, 40),
      fc.integer({ min: 0, max: 31 }),
      fc.integer({ min: 1, max: 998 }),
      fc.constantFrom('' as const, '2' as const),
      (year, month, bis, day, order, century) => {
        const birth = [year, month + bis, day].map((one) => String(one).padStart(2, '0')).join('')
        const number = digits(birth, order, century)
        const wrong =
          number.slice(0, 9) + String((Number(number.slice(9)) % 97) + 1).padStart(2, '0')
        const other = digits(birth, order, century === '' ? '2' : '')
        expect(nationalNumber(nationalInWords(number))).toBe(number)
        return wrong === number || wrong === other || nationalNumber(wrong) === null
      },
    ),
  )
})

test.for([
  ['0207.374.617', '0207374617'],
  ['BE 0207 374 617', '0207374617'],
  ['207374617', '0207374617'],
  ['0207.374.618', null],
  ['2207374617', null],
] as const)('an enterprise number holds by its last two digits: %s', ([typed, number]) => {
  expect(enterpriseNumber(typed)).toBe(number)
  if (number) expect(enterpriseNumber(enterpriseInWords(number))).toBe(number)
})
