import { expect, test } from 'vitest'
import {
  hasShape,
  type LegalRule,
  legalRules,
  type OrganKind,
  organKinds,
  reckon,
} from '#commons/law'
import { givenAuthority } from '#test/harness'
import { deliberationLaw } from '../law/index.ts'
import { type Matter, secretArticle } from '../secret.ts'
import { sittingRule } from '../sitting-rule.ts'

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

/** Read by hand of each kind of organ: whether the public is there, and whether persons come last behind closed doors. */
const sits: Readonly<Record<OrganKind, 'open, persons last' | 'open' | 'closed'>> = {
  council: 'open, persons last',
  provincial_council: 'open, persons last',
  police_council: 'open, persons last',
  rescue_council: 'open, persons last',
  general_assembly: 'open, persons last',
  college: 'closed',
  cpas_council: 'closed',
  permanent_bureau: 'closed',
  provincial_college: 'closed',
  police_college: 'closed',
  rescue_college: 'closed',
  board: 'closed',
  restricted_bureau: 'closed',
  remuneration_committee: 'closed',
  audit_committee: 'closed',
  rca_board: 'closed',
  rca_bureau: 'closed',
  association_assembly: 'closed',
  association_board: 'closed',
}

test('each kind of organ sits open or closed, and persons are heard last behind closed doors where it is open (L1122-20 to L1122-22)', async () => {
  const authority = await givenAuthority()
  const found = await authority.asSystem(async () => {
    const said: [string, string][] = []
    for (const kind of organKinds) {
      const { closedBy, closedLast } = await sittingRule(
        kind,
        Temporal.PlainDate.from('2026-06-25'),
      )
      said.push([kind, closedBy ? 'closed' : closedLast ? 'open, persons last' : 'open'])
    }
    return Object.fromEntries(said)
  })
  expect(found).toEqual(sits)
})

test('an appointment is voted in secret by the organs of which a rule is known, and the repair of a street by none (L1122-27)', async () => {
  const authority = await givenAuthority()
  const day = Temporal.PlainDate.from('2026-06-25')
  const secretIn = (matter: Matter) =>
    authority.asSystem(async () => {
      const kinds: OrganKind[] = []
      for (const kind of organKinds) if (await secretArticle(matter, kind, day)) kinds.push(kind)
      return kinds
    })
  expect(await secretIn('appointment')).toEqual(['council', 'cpas_council'])
  expect(await secretIn('other')).toEqual([])
})
