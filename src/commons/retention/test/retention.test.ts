import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import { retained } from '#commons/holdings'
import { checkHouse, checkRetentions, fieldsInWords, keepingInWords } from '../retention.ts'

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
  expect(keepingInWords('with_dossier')).toBe('autant que leur dossier')
})

test('who administers the authority reads it, with what nobody verified; a trade that is off is not there', async () => {
  const authority = await givenAuthority('municipality', { trades: ['strategy'] })
  const manager = await authority.person({ roles: ['administrator'] })
  const { text } = await manager.visitor.get('/retention')
  expect(text).toContain('Plan stratégique')
  expect(text).toContain('à vérifier')
  expect(text).not.toContain('Point d’ordre du jour')
  const kept = (await manager.visitor.api('GET', '/retention')).items<{ kind: string | null }>()
  expect(kept.map(({ kind }) => kind)).toContain('strategy.plan')
  expect(kept.map(({ kind }) => kind)).not.toContain('deliberations.item')
  const agent = await authority.person({ roles: ['agent'] })
  expect((await agent.visitor.get('/retention')).status).toBe(403)
  expect((await agent.visitor.api('GET', '/retention')).status).toBe(403)
})

test('what is said of persons is named where no field marks it, and what the house holds besides dossiers', async () => {
  const authority = await givenAuthority()
  const { visitor } = await authority.person({ roles: ['administrator'] })
  const kept = (await visitor.api('GET', '/retention')).items<{
    what: string
    kind: string | null
    period: string | null
    with_dossier: boolean
    personal: string[]
  }>()
  const of = (name: string) => kept.find(({ kind, what }) => kind === name || what === name)
  expect(of('deliberations.item')?.personal).toEqual([
    'Concernées',
    'noms et adresses dans l’intitulé, la motivation et la décision',
    'votes nominatifs, hors scrutin secret',
    'auteur',
  ])
  expect(of('deliberations.meeting')?.personal).toContain(
    'présences, excuses et absences des membres',
  )
  expect(of('strategy.action')?.personal.join()).toContain('personnes qui en répondent')
  expect(of('Personnes et comptes')?.personal.join()).toContain('identifiant')
  for (const name of ['Annexes', 'Documents']) expect(of(name)?.with_dossier).toBe(true)
  expect(of('Imports en cours')?.period).toBe('P2D')
  for (const name of ['Historique des dossiers', 'Journal de sécurité', 'Notifications'])
    expect(of(name)?.personal).toHaveLength(1)
})

test('a field that says how long it is to be kept itself is named with its period', () => {
  const fields = {
    title: { label: 'retention.title' },
    address: { label: 'retention.what', personal: true, keep: 'P1Y6M' },
  } as const
  const forever = { keep: 'always', because: 'retention.title', verified: false } as const
  const kept = retained({ name: 'test.errand' }, fields, forever)
  expect(fieldsInWords(kept)).toEqual(['Quoi (1 an 6 mois)'])
})
