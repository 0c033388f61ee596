import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { administrator } from '#commons/directory'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let admin: TestPerson

beforeAll(async () => {
  authority = await givenAuthority('municipality', { languages: ['fr', 'nl'] })
  admin = await authority.person({ roles: [administrator.name], lastName: 'Ravel' })
})

const accessible = {
  'statements.status': 'partial',
  'statements.failings': 'Plans numérisés\u00A0: décrits sur demande.',
  'statements.method': 'self',
  'statements.evaluated_on': '2026-11-02',
  'statements.feedback': 'acces@valmont.example',
  'statements.complaint': 'Médiateur, rue du Moulin 4',
}

/** Decides settings of a folder as its form does. */
async function decide(folder: string, given: Record<string, string>) {
  const groups = (await admin.visitor.api('GET', '/settings')).items<{
    folder: string
    version: string
  }>()
  const version = groups.find((one) => one.folder === folder)?.version ?? ''
  return admin.visitor.post(`/settings/${folder}`, { version, ...given })
}

const foot = async (path = '/') =>
  (await authority.visitor().get(path)).text.match(/<footer[\s\S]*<\/footer>/)?.[0] ?? ''
const editionIn = (text: string) => /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
const stateOf = async (name: string) =>
  (await admin.visitor.api('GET', `/statements/${name}`)).json<{ state: string }>().state

async function publish(name: string) {
  const { text } = await admin.visitor.get(`/statements/${name}/preview`)
  return admin.visitor.post(`/statements/${name}/publication`, { edition: editionIn(text) })
}

test('as long as facts lack, administrators are told which, and citizens see neither blank nor link', async () => {
  const { text } = await admin.visitor.get('/statements')
  expect(text).toContain('Délégué à la protection des données')
  expect(text).toContain('Organe de plainte')
  const steps = await admin.visitor.api('GET', '/first-steps')
  expect(steps.text).toContain('Déclaration d’accessibilité\u00A0: à compléter (État de conformité')
  expect((await admin.visitor.get('/statements/privacy/preview')).status).toBe(404)
  const refused = await admin.visitor.api('POST', '/statements/accessibility/publication')
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('Organe de plainte'),
  ])
  expect((await authority.visitor().get('/statements/accessibility')).status).toBe(404)
  expect(await foot()).not.toContain('/statements/')
})

test('who does not keep statements neither sees nor publishes them', async () => {
  const { visitor } = await authority.person({ roles: ['agent'] })
  expect((await visitor.get('/statements')).status).toBe(403)
  expect((await visitor.post('/statements/legal/publication', { edition: 'x' })).status).toBe(403)
})

test('an evaluation to come is none', async () => {
  const refused = await decide('statements', { 'statements.evaluated_on': '2099-01-01' })
  expect([refused.status, refused.text]).toEqual([422, expect.anything()])
})

test('what is partly accessible says what is not', async () => {
  await decide('statements', { ...accessible, 'statements.failings': '' })
  expect(await stateOf('accessibility')).toBe('lacking')
})

test('published, everybody reads it in their language, and the foot of public pages leads there', async () => {
  expect((await decide('statements', accessible)).status).toBe(303)
  expect((await publish('accessibility')).headers.get('location')).toBe('/statements')
  const citizen = authority.visitor()
  const { text } = await citizen.get('/statements/accessibility')
  expect(text).toContain('partiellement conformes')
  expect(text).toContain('décret de la Région wallonne du 2 mai 2019')
  expect(text).toContain('2 novembre 2026')
  // Who pressed the button is nobody's business.
  expect(text).not.toContain('Ravel')
  const dutchman = authority.visitor()
  await dutchman.post('/preferences', { language: 'nl', back: '/' })
  const dutch = await dutchman.get('/statements/accessibility')
  expect(dutch.text).toContain('Toegankelijkheidsverklaring')
  expect(dutch.text).toContain('<p lang="fr">Plans numérisés')
  for (const path of ['/', '/sign-in', '/me/new'])
    expect(await foot(path)).toContain('href="/statements/accessibility"')
  const data = await citizen.get('/statements/accessibility.json')
  expect(JSON.parse(data.text)).toMatchObject({ number: 1, content: { status: 'partial' } })
})

test('the privacy notice is that of the register: purposes, bases, recipients, how long, rights, whom to ask', async () => {
  await decide('privacy', {
    'privacy.controller': 'Commune de Valmont, Grand-Place 1',
    'privacy.officer': 'DPD de Valmont, dpd@valmont.example',
  })
  await publish('privacy')
  const { text } = await authority.visitor().get('/statements/privacy')
  for (const words of [
    'Demandes d’exercice de droits',
    'obligation légale (art. 6, § 1, c)',
    'gestionnaires et délégué à la protection des données',
    'Grand-Place 1',
    'dpd@valmont.example',
    'art. 17',
    'Autorité de protection des données',
  ])
    expect(text).toContain(words)
  // What keeps intruders out is for the register alone.
  expect(text).not.toContain('Mesures de sécurité')
})

test('what changed since is published when somebody says so; what was declared before stays as it was', async () => {
  await decide('statements', { ...accessible, 'statements.status': 'none' })
  expect(await stateOf('accessibility')).toBe('changed')
  const everybodyReads = async () =>
    (await authority.visitor().get('/statements/accessibility')).text
  expect(await everybodyReads()).toContain('partiellement conformes')
  expect((await publish('accessibility')).status).toBe(303)
  expect(await everybodyReads()).toContain('ne sont pas conformes')
  const again = await admin.visitor.api('POST', '/statements/accessibility/publication')
  expect(again.status).toBe(409)
  const rows = await authority.asSystem(() =>
    db()
      .selectFrom('commons.statement')
      .select(['number', sql<string>`content ->> 'status'`.as('status')])
      .where('statement', '=', 'accessibility')
      .orderBy('number')
      .execute(),
  )
  expect(rows).toEqual([
    { number: 1, status: 'partial' },
    { number: 2, status: 'none' },
  ])
})

test('nothing is published that nobody saw: who read another text is told', async () => {
  await decide('statements', { ...accessible, 'statements.status': 'full' })
  const { text } = await admin.visitor.get('/statements/accessibility/preview')
  await decide('statements', { ...accessible, 'statements.complaint': 'Autre médiateur' })
  const late = await admin.visitor.post('/statements/accessibility/publication', {
    edition: editionIn(text),
  })
  expect(late.status).toBe(409)
  expect(await stateOf('accessibility')).toBe('changed')
})

test('nobody rewrites what was declared, not even the house', async () => {
  const tried = authority.asSystem(() =>
    db().updateTable('commons.statement').set({ published_by: 'x' }).execute(),
  )
  await expect(tried).rejects.toThrow(/permission denied/)
})
