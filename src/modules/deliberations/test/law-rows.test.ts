import { expect, test } from 'vitest'
import { hasShape, type LegalRule, legalRules, reckon } from '#commons/law'
import { givenAuthority } from '#test/harness'
import { deliberationLaw } from '../law/index.ts'

const rowsOf = (key: string) => deliberationLaw.find((act) => act.key === key)?.rules ?? []

test('no rule is said to be for every organ: each was read for one kind of authority', () => {
  const general = deliberationLaw.flatMap(({ key, rules }) =>
    rules.some(({ organ }) => organ === null) ? [key] : [],
  )
  expect(general).toEqual([])
})

test('the budget of a CPAS goes to the municipal council in 40 days, not to the approval of a municipality', () => {
  const organs = rowsOf('supervision.approval').map(({ organ }) => organ)
  expect(organs).not.toContain('cpas_council')
  expect(rowsOf('supervision.cpas_budget')).toMatchObject([
    { organ: 'cpas_council', value: { days: 40 }, verified: false },
  ])
})

test('the advice of the financial director is older than no decree that created it', () => {
  for (const kind of ['normal', 'extended', 'urgent'])
    for (const { from } of rowsOf(`finance_advice.${kind}`))
      expect(from >= '2013-08-22', from).toBe(true)
})

test('working days of the financial director know no extra holiday of the supervision', async () => {
  const rules = await (await givenAuthority()).asSystem(legalRules)
  const advice = rules.find(
    (rule): rule is LegalRule<Parameters<typeof reckon>[0]['value']> =>
      rule.key === 'finance_advice.urgent' && hasShape(rule, 'delay'),
  )
  if (!advice) throw new Error('The law knows the delay of an urgent advice')
  // Monday 2 November and Sunday 15 November 2026, Monday 28 December after Saturday the 26th.
  const due = (day: string) => reckon(advice, Temporal.PlainDate.from(day)).date.toString()
  expect(due('2026-10-30')).toBe('2026-11-06')
  expect(due('2027-09-24')).toBe('2027-10-01')
})
