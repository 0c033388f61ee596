import { beforeAll, expect, test } from 'vitest'
import { explain } from '#commons/clock'
import { cite, reckon } from '#commons/law'
import { inLanguage } from '#kernel/i18n'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { presentation, presentationDay } from '../presentation.ts'

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
})

const on = (text: string) => Temporal.PlainDate.from(text)

const presentedBy = (body: 'commune' | 'cpas', designation: string) =>
  authority.asSystem(async () => {
    const day = on(designation)
    return (await presentationDay({ body, starts_on: day, designated_on: day }))?.toString()
  })

test('the strategic plan is presented in 6 months, in 9 by the term that began in 2018 (L1123-27)', async () => {
  expect(await presentedBy('commune', '2018-12-03')).toBe('2019-09-03')
  expect(await presentedBy('commune', '2024-12-02')).toBe('2025-06-02')
  expect(await presentedBy('commune', '2012-12-03')).toBeUndefined()
})

test('what a CPAS follows was not read in the law, and says so', async () => {
  const rule = await authority.asSystem(() => presentation.on('cpas_council', on('2024-12-02')))
  expect(rule && cite(rule)).toBe('Loi organique des CPAS, art.\u00A027ter, non vérifié')
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
