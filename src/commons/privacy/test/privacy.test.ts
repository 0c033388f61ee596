import { unzipSync, strFromU8 } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { readStoredFile } from '#kernel/files'
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
  expect(told.withheld).toHaveLength(4)
  expect(JSON.stringify(told)).not.toMatch(/password_hash|token_hash|number_sealed/)
  const html = Object.entries(files).find(([name]) => name.endsWith('.html'))?.[1]
  expect(strFromU8(html ?? new Uint8Array())).toContain('Ce qui n’est pas joint')
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
