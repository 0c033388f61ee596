import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { explain } from '#commons/clock'
import { cite, reckon } from '#commons/law'
import { inLanguage } from '#kernel/i18n'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { adoption, presentation, presentationDay } from '../presentation.ts'

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
})

const on = (text: string) => Temporal.PlainDate.from(text)

type Dates = Parameters<typeof presentationDay>[0]

const presentedBy = (dates: Omit<Dates, 'ends_on'>) =>
  authority.asSystem(async () =>
    (await presentationDay({ ...dates, ends_on: dates.starts_on.add({ years: 6 }) }))?.toString(),
  )

const ofTown = (designation: string, start = designation) =>
  presentedBy({ body: 'commune', starts_on: on(start), designated_on: on(designation) })

test('the strategic plan is presented in 6 months, in 9 by the term that began in 2018 (L1123-27)', async () => {
  expect(await ofTown('2018-12-03')).toBe('2019-09-03')
  expect(await ofTown('2024-12-02')).toBe('2025-06-02')
  expect(await ofTown('2012-12-03')).toBeUndefined()
})

test('the delay is that of the day of designation, whatever day a plan gives as its start (P1)', async () => {
  expect(await ofTown('2024-12-02', '2024-12-01')).toBe('2025-06-02')
  expect(await ofTown('2018-12-03', '2018-12-01')).toBe('2019-09-03')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('commune', 'cpas', 'shared'),
      fc.integer({ min: 0, max: 4300 }),
      fc.integer({ min: -90, max: 90 }),
      async (body, days, before) => {
        const begun = on('2018-12-03').add({ days })
        const own = body === 'cpas' ? { designated_on: null } : { designated_on: begun }
        const dates = { body, ...own, installed_on: body === 'commune' ? null : begun }
        const months = Temporal.PlainDate.compare(begun, on('2024-12-02')) < 0 ? 9 : 6
        const due = begun.add({ months }).toString()
        expect(await presentedBy({ ...dates, starts_on: begun.add({ days: before }) })).toBe(due)
      },
    ),
    { numRuns: 60 },
  )
})

test('a CPAS counts from the installation of its council, not from a designation of aldermen (D6)', async () => {
  const starts_on = on('2024-12-02')
  const designated_on = on('2024-12-02')
  const cpas = { body: 'cpas', starts_on, designated_on } as const
  expect(await presentedBy(cpas)).toBeUndefined()
  expect(await presentedBy({ ...cpas, installed_on: on('2025-01-06') })).toBe('2025-07-06')
  const shared = { ...cpas, body: 'shared', installed_on: on('2025-01-06') } as const
  expect(await presentedBy(shared)).toBe('2025-06-02')
})

test('what a CPAS follows was not read in the law, and says so', async () => {
  const rule = await authority.asSystem(() => adoption.on('cpas_council', on('2024-12-02')))
  expect(rule && cite(rule)).toBe('Loi organique des CPAS, art.\u00A027ter, §\u00A02, non vérifié')
  if (!rule) throw new Error('The law knows when a CPAS adopts its plan')
  expect(explain(reckon(rule, on('2025-01-06')))).toContain(
    'à compter de l’installation du conseil de l’action sociale',
  )
})

test('the day of presentation explains from what event its months run', async () => {
  const rule = await authority.asSystem(() => presentation.on('council', on('2024-12-02')))
  if (!rule) throw new Error('The law knows when a plan is presented')
  const reckoning = reckon(rule, on('2024-12-02'))
  expect(explain(reckoning)).toBe(
    '6 mois à compter de la désignation des échevins (lundi 2 décembre 2024), jusqu’au même jour du mois\u00A0; le jour de l’échéance compte.',
  )
  expect(inLanguage('en', () => explain(reckoning))).toBe(
    '6 months from the designation of the aldermen (Monday, 2 December 2024), to the same day of the month; the due day counts.',
  )
})
