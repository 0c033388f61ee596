import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reckon } from '../index.ts'
import { hasShape, type LegalRule, ruleOn, type RuleValue, ruleValue } from '../rule.ts'

const on = (text: string) => Temporal.PlainDate.from(text)

function rule(values: Partial<LegalRule> & { value: RuleValue }): LegalRule {
  return {
    key: 'council.convocation',
    article: 'CDLD L1122-13, § 1er',
    organKind: 'council',
    validFrom: on('2005-01-01'),
    validTo: null,
    verified: true,
    source: 'CDLD',
    note: '',
    ...values,
  }
}

const clearDays = (days: number): RuleValue => ({ kind: 'clear_days_before', days })
const old = rule({ value: clearDays(7), validTo: on('2027-01-01') })
const reformed = rule({ value: clearDays(8), validFrom: on('2027-01-01') })
const general = rule({ value: clearDays(3), organKind: null })
const rules = [reformed, general, old]

test('a file keeps the law of its day: the old rule until the eve of the decree, the new one from then', () => {
  expect(ruleOn(rules, 'council.convocation', 'council', on('2026-12-31'))).toBe(old)
  expect(ruleOn(rules, 'council.convocation', 'council', on('2027-01-01'))).toBe(reformed)
})

test('an organ without a rule of its own follows the general one', () => {
  expect(ruleOn(rules, 'council.convocation', 'cpas_council', on('2026-06-25'))).toBe(general)
})

test('where no law is known, none is invented', () => {
  expect(ruleOn(rules, 'council.convocation', 'council', on('2004-12-31'))).toBeUndefined()
  expect(ruleOn(rules, 'vote.majority', 'council', on('2026-06-25'))).toBeUndefined()
})

test('a rule that nothing replaces holds until the eve of its end, not on it', () => {
  expect(ruleOn([old], 'council.convocation', 'council', on('2026-12-31'))).toBe(old)
  expect(ruleOn([old], 'council.convocation', 'council', on('2027-01-01'))).toBeUndefined()
})

test('where two rows hold at once, the later law wins', () => {
  const unended = rule({ value: clearDays(7) })
  for (const rows of [
    [unended, reformed],
    [reformed, unended],
  ]) {
    expect(ruleOn(rows, 'council.convocation', 'council', on('2027-06-01'))).toBe(reformed)
  }
})

test('the pick does not depend on the order of the rows', () => {
  const shuffled = fc.shuffledSubarray(rules, { minLength: rules.length })
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 0, max: 12_000 }), (rows, days) => {
      const date = on('2004-01-01').add({ days })
      const args = ['council.convocation', 'council', date] as const
      expect(ruleOn(rows, ...args)).toBe(ruleOn(rules, ...args))
    }),
  )
})

test('a delay of the law reckons with its own count', () => {
  const delays = [
    rule({ value: clearDays(7) }),
    rule({ value: { kind: 'days_after', days: 30, moved: 'next_working_day' } }),
    rule({ value: { kind: 'days_after', days: 30, moved: 'none' } }),
    rule({ value: { kind: 'working_days_after', days: 10 } }),
    rule({ value: { kind: 'months_after', months: 6 } }),
  ].filter((one) => hasShape(one, 'delay'))
  const reckoned = delays.map((delay) => reckon(delay, on('2026-04-01')))
  expect(reckoned.map(({ date }) => date.toString())).toEqual([
    '2026-03-24',
    '2026-05-04',
    '2026-05-01',
    '2026-04-16',
    '2026-10-01',
  ])
})

test('a rule is asked for as what it says', () => {
  const half = rule({ value: { kind: 'term_share', numerator: 1, denominator: 2 } })
  expect([hasShape(half, 'term_share'), hasShape(half, 'delay')]).toEqual([true, false])
  expect(hasShape(rule({ value: clearDays(7) }), 'term_share')).toBe(false)
  const voted = rule({ value: { kind: 'majority', base: 'expressed', tie: 'rejected' } })
  expect([hasShape(voted, 'majority'), hasShape(voted, 'delay')]).toEqual([true, false])
})

test('a row with a length of no days, or an unknown tie, is refused', () => {
  expect(ruleValue.safeParse({ kind: 'clear_days_before', days: 0 }).success).toBe(false)
  const beyond = { kind: 'term_share', numerator: 3, denominator: 2 }
  expect(ruleValue.safeParse(beyond).success).toBe(false)
  expect(ruleValue.safeParse({ kind: 'majority', base: 'expressed', tie: 'elder' }).success).toBe(
    false,
  )
})
