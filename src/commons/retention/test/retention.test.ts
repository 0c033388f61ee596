import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import { checkHouse, checkRetentions, keepingInWords, retained } from '../retention.ts'

test('the house says of every kind of dossiers how long it is kept', () => {
  const kind = { name: 'test.errand' }
  const forever = { keep: 'always', because: 'retention.title', verified: false } as const
  const once = retained(kind, {}, forever)
  expect(checkRetentions([once], [kind])).toEqual([])
  expect(checkRetentions([], [kind])).toEqual([
    'How long dossiers of the kind test.errand are kept is said 0 times',
  ])
  expect(checkRetentions([once, once], [kind])).toHaveLength(1)
  expect(checkHouse().filter((one) => !one.includes('test.'))).toEqual([])
})

test('a period is said in words', () => {
  const after = 'retention.what'
  expect(keepingInWords({ period: 'P10Y', after })).toBe('10 ans Quoi')
  expect(keepingInWords({ period: 'P1Y6M', after })).toBe('1 an 6 mois Quoi')
  expect(keepingInWords({ period: 'P180D', after })).toBe('180 jours Quoi')
  expect(keepingInWords('always')).toBe('sans limite')
})

test('who administers the authority reads it, with what nobody verified; a trade that is off is not there', async () => {
  const authority = await givenAuthority('municipality', { trades: ['strategy'] })
  const manager = await authority.person({ roles: ['administrator'] })
  const { text } = await manager.visitor.get('/retention')
  expect(text).toContain('Plan stratégique')
  expect(text).toContain('à vérifier')
  expect(text).not.toContain('Point d’ordre du jour')
  const kept = (await manager.visitor.api('GET', '/retention')).json<{ kind: string | null }[]>()
  expect(kept.map(({ kind }) => kind)).toContain('strategy.plan')
  expect(kept.map(({ kind }) => kind)).not.toContain('deliberations.item')
  const agent = await authority.person({ roles: ['agent'] })
  expect((await agent.visitor.get('/retention')).status).toBe(403)
  expect((await agent.visitor.api('GET', '/retention')).status).toBe(403)
})
