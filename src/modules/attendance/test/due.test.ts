import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeDue } from '../due.ts'

const rule = { amount: 10_001, chair_amount: 20_000, half_under: 50 }
const whole = { entitled: true, presided: false, atOpening: true, there: 8, points: 10 }

test('a fee is due to whoever attends, the chair’s to whoever presides, nothing to who is not entitled (L1122-7)', () => {
  expect(feeDue(rule, whole)).toBe(10_001)
  expect(feeDue(rule, { ...whole, presided: true })).toBe(20_000)
  expect(feeDue({ ...rule, chair_amount: null }, { ...whole, presided: true })).toBe(10_001)
  expect(feeDue(rule, { ...whole, entitled: false })).toBe(0)
  expect(feeDue(rule, { ...whole, atOpening: false, there: 0 })).toBe(0)
})

test('half of it is due under the share that is configured, and at it the whole', () => {
  expect(feeDue(rule, { ...whole, there: 4 })).toBe(5001)
  expect(feeDue(rule, { ...whole, there: 5 })).toBe(10_001)
  expect(feeDue({ ...rule, half_under: 0 }, { ...whole, there: 1 })).toBe(10_001)
})

test('who stays longer is never paid less, and nobody more than the amount', () => {
  const count = fc.nat({ max: 40 })
  fc.assert(
    fc.property(count, count, count, fc.nat({ max: 100 }), (points, one, other, half_under) => {
      const [less = 0, more = 0] = [one, other]
        .map((n) => Math.min(n, points))
        .toSorted((a, b) => a - b)
      const due = (there: number) => feeDue({ ...rule, half_under }, { ...whole, points, there })
      expect(due(less)).toBeLessThanOrEqual(due(more))
      expect(due(more)).toBeLessThanOrEqual(rule.amount)
    }),
  )
})
