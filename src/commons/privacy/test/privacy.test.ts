import { unzipSync, strFromU8 } from 'fflate'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { readStoredFile } from '#kernel/files'
import { send } from '#kernel/mail'
import { processings, type Retention, retentions } from '#commons/holdings'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { checkProcessings, heldName } from '../register.ts'

let authority: TestAuthority
let officer: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  officer = await authority.person({ roles: ['agent', 'data_protection_officer'] })
})

/** What tests of other files plant in this process is not of the house. */
async function ofTheHouse(): Promise<Retention[]> {
  const { house } = await ground()
  const names = new Set(house.modules.map(({ name }) => name))
  return retentions.every().filter((one) => names.has(heldName(one).split('.')[0] ?? ''))
}

test('all that the house holds of persons is covered by one processing activity, said by the folder that holds it', async () => {
  expect(checkProcessings(processings.every(), await ofTheHouse())).toEqual([])
})

test('what is held of persons without a processing activity, and one that covers nothing, are found', () => {
  const held: Retention = {
    of: { kind: 'permits.permit' },
    ...{ keep: 'always', because: 'privacy.title', verified: true, personal: ['privacy.data'] },
  }
  expect(checkProcessings([], [held])).toEqual([
    'permits.permit holds what is said of persons: one processing is to cover it',
  ])
  const [any] = processings.every()
  if (!any) throw new Error('Nobody declares a processing')
  expect(checkProcessings([{ ...any, of: ['permits.gone'] }], [])).toEqual([
    'A processing covers permits.gone, which nobody holds',
  ])
})

test('the register says purpose, basis, persons, recipients and retention, with what the authority adds; others do not read it', async () => {
  const { text } = await officer.visitor.get('/privacy')
  expect(text).toContain('Délibérations et séances')
  expect(text).toContain('obligation légale (art. 6, § 1, c)')
  expect(text).toContain('n’est pas encore dit')
  const csv = await officer.visitor.get('/privacy?as=csv')
  expect(csv.text).toContain('Carnet d’adresses')
  const register = (await officer.visitor.api('get', '/privacy/register')).json<{
    activities: { title: string; kept: string }[]
  }>()
  expect(register.activities.every(({ kept }) => kept !== '')).toBe(true)
  const agent = await authority.person({ roles: ['agent'] })
  expect((await agent.visitor.get('/privacy')).status).toBe(403)
  expect((await agent.visitor.get('/privacy/requests')).status).toBe(403)
})

test('a request is due within a month, waits for the officer, and gathers what is held of the person as a file', async () => {
  const works = await authority.service('Travaux')
  const subject = await authority.person({ in: works, firstName: 'Nadia', lastName: 'Corbeau' })
  await subject.visitor.get('/inbox')
  await authority.asSystem(async () => {
    const address = 'nadia.corbeau@example.org'
    await sql`update commons.person set email = ${address} where id = ${subject.id}`.execute(db())
    await send({ to: { address }, subject: 'Votre stage', text: 'Le stage commence lundi.' })
    const link = { subject: 'Entrer', text: 'Un lien pour entrer', secret: true }
    await send({ to: { address }, ...link })
  })
  const written = await officer.visitor.api('post', '/privacy/requests', {
    ...{ title: 'Corbeau Nadia', nature: 'access', received_on: '2026-01-31', due_on: null },
    ...{ person_id: subject.id, party_ids: [], identity: 'vue au guichet', answer: '' },
  })
  expect(written.status, written.text).toBe(201)
  const request = written.json<{ id: string; due_on: string; reference: string }>()
  expect(request.due_on).toBe('2026-02-28')
  expect(request.reference).toMatch(/^RGPD\//)
  expect((await officer.visitor.get('/inbox')).text).toContain('Corbeau Nadia')
  const path = `/privacy/requests/${request.id}`
  expect((await officer.visitor.get(path)).text).toContain('Préparer le fichier')
  // Who is only named in a text is found by its words.
  expect((await officer.visitor.get(path)).text).toContain('/search?q=Corbeau+Nadia')
  expect((await officer.visitor.post(`${path}/preparation`, {})).status).toBe(303)
  await authority.drain()
  const annexes = (await officer.visitor.api('get', `${path}/annexes`)).text
  expect(annexes).toContain('.zip')
  const bytes = await authority.asSystem(async () => {
    const { hash } = await db()
      .selectFrom('commons.annex')
      .select('hash')
      .where('dossier_id', '=', request.id)
      .executeTakeFirstOrThrow()
    return readStoredFile(hash)
  })
  const files = unzipSync(new Uint8Array(bytes))
  const json = Object.entries(files).find(([name]) => name.endsWith('.json'))?.[1]
  const told = JSON.parse(strFromU8(json ?? new Uint8Array()))
  expect(JSON.stringify(told.held)).toContain('Corbeau')
  expect(JSON.stringify(told.held)).toContain('Le stage commence lundi.')
  expect(JSON.stringify(told.held)).not.toContain('Un lien pour entrer')
  expect(told.withheld).toHaveLength(4)
  expect(JSON.stringify(told)).not.toMatch(/password_hash|token_hash|number_sealed/)
  const html = Object.entries(files).find(([name]) => name.endsWith('.html'))?.[1]
  const read = strFromU8(html ?? new Uint8Array())
  expect(read).toContain('Ce qui n’est pas joint')
  // It is read by a person: tables are called something, heads and moments are words.
  expect(read).toContain('<caption>')
  expect(read).toContain('<th scope="col">Prénom</th>')
  expect(read).not.toMatch(/<td>\d{4}-\d\d-\d\dT/)
  // Trade by trade, with why, how long and who is given it (art. 15 § 1).
  expect(read).toContain('<h2>Ce que tous les métiers partagent</h2>')
  expect(read).toContain('<dt>Conservation</dt>')
  expect(read).toContain('<dt>Destinataires</dt>')
  expect(told.held.every(({ why }: { why: unknown[] }) => why.length > 0)).toBe(true)
  const pdf = Object.entries(files).find(([name]) => name.endsWith('.pdf'))?.[1]
  const printed = Buffer.from(pdf ?? []).toString('latin1')
  expect(printed.slice(0, 5)).toBe('%PDF-')
  expect(printed).toContain('pdfuaid:part')
})

test('without a person it is not gathered', async () => {
  const { id } = (
    await officer.visitor.api('post', '/privacy/requests', {
      ...{ title: 'Inconnu', nature: 'access', received_on: '2031-03-01', due_on: null },
      ...{ person_id: null, party_ids: [], identity: '', answer: '' },
    })
  ).json<{ id: string }>()
  const answer = await officer.visitor.api('post', `/privacy/requests/${id}/preparation`)
  expect(answer.status).toBe(409)
})

/** Somebody of the address book, and a request of theirs. */
async function asked(nature: string): Promise<{ party: string; path: string }> {
  const agent = await authority.person({ roles: ['agent'] })
  const party = (
    await agent.visitor.api('post', '/parties/contacts', {
      ...{ nature: 'person', title: `Lambinet ${nature}`, first_name: 'Yvon', is_another: true },
    })
  ).json<{ id: string }>()
  const { id } = (
    await officer.visitor.api('post', '/privacy/requests', {
      ...{ title: 'Lambinet Yvon', nature, received_on: '2031-03-01', due_on: null },
      ...{ person_id: null, party_ids: [party.id], identity: 'vu au guichet', answer: '' },
    })
  ).json<{ id: string }>()
  return { party: party.id, path: `/privacy/requests/${id}` }
}

test('what is restricted is kept, shown so, and neither changed, merged nor named anew until it is lifted (art. 18)', async () => {
  const { party, path } = await asked('restriction')
  const agent = await authority.person({ roles: ['agent'] })
  expect((await agent.visitor.post(`${path}/restriction`, {})).status).toBe(403)
  expect((await officer.visitor.get(path)).text).toContain('Limiter le traitement')
  expect((await officer.visitor.post(`${path}/restriction`, {})).status).toBe(303)
  expect((await officer.visitor.api('post', `${path}/restriction`)).status).toBe(409)
  const card = `/parties/contacts/${party}`
  expect((await agent.visitor.get(card)).text).toContain('Traitement limité')
  const rewritten = async () => {
    const { version } = (await agent.visitor.api('GET', card)).json<{ version: number }>()
    return agent.visitor.api('PUT', card, { version, phone: '081 22 33 44' })
  }
  const changed = await rewritten()
  expect(changed.status, changed.text).toBe(409)
  expect(changed.text).toContain('RGPD')
  const named = await officer.visitor.api('post', '/privacy/requests', {
    ...{ title: 'Encore', nature: 'access', received_on: '2031-03-02', due_on: null },
    ...{ person_id: null, party_ids: [party], identity: '', answer: '' },
  })
  expect(named.status).toBe(409)
  expect((await officer.visitor.post(`${path}/lifting`, { because: '' })).status).toBe(422)
  const lifted = { because: 'Exactitude vérifiée, personne informée le 4 mars' }
  expect((await officer.visitor.post(`${path}/lifting`, lifted)).status).toBe(303)
  expect((await agent.visitor.get(card)).text).not.toContain('Traitement limité')
  expect((await rewritten()).status).toBe(200)
  expect((await officer.visitor.api('post', `${path}/lifting`, lifted)).status).toBe(409)
})

test('of a restricted person of the directory nothing is rewritten either', async () => {
  const manager = await authority.person({ roles: ['administrator'] })
  const subject = await authority.person({ firstName: 'Nestor', lastName: 'Gilbart' })
  const { id } = (
    await officer.visitor.api('post', '/privacy/requests', {
      ...{ title: 'Gilbart', nature: 'restriction', received_on: '2031-03-01', due_on: null },
      ...{ person_id: subject.id, party_ids: [], identity: '', answer: '' },
    })
  ).json<{ id: string }>()
  expect((await officer.visitor.api('post', `/privacy/requests/${id}/restriction`)).status).toBe(
    200,
  )
  expect((await manager.visitor.get(`/people/${subject.id}`)).text).toContain('Traitement limité')
  const sent = { first_name: 'Nestor', last_name: 'Gilbert' }
  expect((await manager.visitor.post(`/people/${subject.id}`, sent)).status).toBe(409)
  const { login } = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.account')
      .select('login')
      .where('id', '=', subject.id)
      .executeTakeFirstOrThrow(),
  )
  const list = `Nom;Prénom;Identifiant\nGilbert;Nestor;${login}`
  const files = [new File([list], 'liste.csv')]
  const at = (await manager.visitor.post('/people/import', { files })).headers.get('location')
  await authority.drain()
  expect((await manager.visitor.get(at ?? '')).text).toContain('RGPD art. 18')
})

test('who saw a person’s data is told by name, with the dossiers that name them, and taken as a file', async () => {
  const { party, path } = await asked('access')
  const curious = await authority.person({
    roles: ['agent'],
    firstName: 'Zoé',
    lastName: 'Curieux',
  })
  expect((await curious.visitor.get(`/parties/contacts/${party}`)).status).toBe(200)
  const { text } = await officer.visitor.get(`${path}/readings`)
  expect(text).toContain('Zoé Curieux')
  expect((await officer.visitor.get(`${path}/readings?as=csv`)).text).toContain('Zoé Curieux')
  const told = (await officer.visitor.api('get', `${path}/readings`)).items<{ who: string }>()
  expect(told.map(({ who }) => who)).toContain('Zoé Curieux')
  expect((await curious.visitor.get(`${path}/readings`)).status).toBe(403)
})

test('a data protection officer needs no other role, and it is never a program’s', async () => {
  const only = await authority.person({ roles: ['data_protection_officer'] })
  for (const path of ['/privacy', '/privacy/requests/new', '/journal', '/retention', '/inbox'])
    expect([path, (await only.visitor.get(path)).status]).toEqual([path, 200])
  expect((await only.visitor.get('/retention')).text).not.toContain('/retention/due')
  const { path } = await asked('rectification')
  const { text } = await only.visitor.get(path)
  expect(text).toContain('Corrigez sur la fiche')
  const links = [...text.matchAll(/href="(\/(?:parties|people|retention)[^"#?]*)"/g)].map(
    ([, href = '']) => href,
  )
  for (const href of new Set(links))
    expect([href, (await only.visitor.get(href)).status]).toEqual([href, 200])
  const manager = await authority.person({ roles: ['administrator'] })
  expect((await manager.visitor.get('/programs/new')).text).not.toContain(
    'value="data_protection_officer"',
  )
})
