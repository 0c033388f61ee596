import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { cite, isDelay, legalRule, type OrganKind, reckon } from '../index.ts'

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
})

const on = (text: string) => Temporal.PlainDate.from(text)

const presentedBy = (organ: OrganKind, designation: string) =>
  authority.asSystem(async () => {
    const rule = await legalRule('plan.presentation', organ, on(designation))
    return rule && isDelay(rule)
      ? [reckon(rule, on(designation)).date.toString(), cite(rule)]
      : undefined
  })

test('the strategic plan is presented in 6 months, in 9 by the term that began in 2018 (L1123-27)', async () => {
  expect(await presentedBy('council', '2018-12-03')).toEqual(['2019-09-03', 'CDLD L1123-27, § 2'])
  expect(await presentedBy('council', '2024-12-02')).toEqual(['2025-06-02', 'CDLD L1123-27, § 2'])
  expect(await presentedBy('council', '2012-12-03')).toBeUndefined()
})

test('what a CPAS follows was not read in the law, and says so', async () => {
  const [, article] = (await presentedBy('cpas_council', '2024-12-02')) ?? []
  expect(article).toBe('Loi organique des CPAS, art. 27ter, non vérifié')
})
