import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { permission } from '#kernel/access'
import type { Answered } from '#kernel/testing'
import { write } from '#commons/dossiers'
import { asked as askedLaw } from '#commons/law'
import { ownPage } from './own-page.tsx'
import { letterTemplate } from '../letter.ts'
import { registerRoutes } from '../index.ts'

import {
  binding,
  fills,
  keyFields,
  keyFlow,
  keyLetter,
  keys,
  kept,
  record,
  routes,
} from './keys.ts'

let authority: TestAuthority
let clerk: TestPerson
let serviceId: string

beforeAll(async () => {
  const { database } = await ground()
  await database.owner.query(`
    drop schema if exists test cascade;
    create schema test;
    grant usage on schema test to beffroi_app;
    create table test.key (
      tenant_id uuid not null, id uuid not null, door text not null,
      metal text not null, deposit bigint, lent_on date, primary key (tenant_id, id),
      foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.key');`)
  for (const one of fills) one.place()
  authority = await givenAuthority()
  serviceId = await authority.service('Bâtiments')
  clerk = await authority.person({ in: serviceId })
})

afterAll(async () => {
  askedLaw.delete(binding)
  const { database } = await ground()
  await database.owner.query('drop schema test cascade')
})

const at = (person: TestPerson) => authority.visitorOf(routes, person)
const pageOf = ({ headers }: Answered) => headers.get('location') ?? ''
const asked = () => ({
  title: 'Clé du beffroi',
  service_id: serviceId,
  door: 'La petite porte.',
  metal: 'iron',
  deposit: '',
})
const opened = async () => pageOf(await at(clerk).post('/test/keys', asked()))

test('a dossier is written, found in the list and read on its page, with its history in words', async () => {
  const page = await opened()
  expect((await at(clerk).get('/test/keys')).text).toContain(page)
  const { text: shown } = await at(clerk).get(page)
  expect(shown).toContain('La petite porte.')
  expect(shown).toContain('a écrit le dossier')
})

test('each new one bears the next number of its series, alone or in a list', async () => {
  const town = await givenAuthority()
  const service_id = await town.service('Ponts')
  const { actor } = await town.person({ in: service_id })
  const given = { ...asked(), service_id, metal: 'iron', deposit: null, lent_on: null } as const
  const all = await town.as(actor, async () => {
    const one = await record.write(given)
    await record.many?.write([given, given])
    return [one.reference, (await record.write(given)).reference]
  })
  expect(all.map((one) => one.slice(-4))).toEqual(['-001', '-004'])
})

test('a dossier is due as its law says; the day follows what it is reckoned from until somebody chooses another', async () => {
  const town = await givenAuthority()
  const service_id = await town.service('Ponts')
  const { actor } = await town.person({ in: service_id })
  const day = (text: string) => Temporal.PlainDate.from(text)
  const given = { title: 'Clé', service_id, door: 'Une.', metal: 'iron', deposit: null } as const
  const days = await town.as(actor, async () => {
    const one = await record.write({ ...given, lent_on: day('2026-03-02') })
    const other = await record.rewrite(one, { lent_on: day('2026-03-03') })
    const chosen = await write(keys, other, { due_on: day('2026-04-01') }, 'edit')
    const later = await record.rewrite(chosen, { lent_on: day('2026-03-04') })
    return [one, other, later].map(({ due_on }) => due_on?.toString())
  })
  expect(days).toEqual(['2026-03-07', '2026-03-08', '2026-04-01'])
})

test('the page of one shows its legal date with the article, and the cards of the trade', async () => {
  const page = pageOf(await at(clerk).post('/test/keys', { ...asked(), lent_on: '2026-03-02' }))
  const { text: shown } = await at(clerk).get(page)
  for (const piece of ['7 mars 2026', '[does]', 'L1133-2', 'beside La petite porte.'])
    expect(shown).toContain(piece)
})

test('what is published of one stands on a public page until it is withdrawn', async () => {
  const page = await opened()
  const path = `/cles/${page.split('/').at(-1)}`
  expect((await at(clerk).get(path)).status).toBe(404)
  expect((await at(clerk).post(`${page}/publication`)).status).toBe(303)
  const { text: read } = await at(clerk).get(path)
  expect(read).toContain('citizens read iron')
  expect(read).not.toContain('La petite porte.')
  const [, publication = ''] =
    /name="publication" value="([^"]+)"/.exec((await at(clerk).get(page)).text) ?? []
  const wrong = await at(clerk).post(`${page}/withdrawal`, { publication, reason: '' })
  expect(wrong.status).toBe(422)
  await at(clerk).post(`${page}/withdrawal`, { publication, reason: 'Erreur' })
  expect((await at(clerk).get(path)).status).toBe(404)
})

test('what changes is written, and nothing where nothing does', async () => {
  const page = await opened()
  const send = (more: object) => at(clerk).post(page, { ...asked(), version: '1', ...more })
  expect((await send({})).status).toBe(303)
  expect((await send({ door: 'La grande.' })).status).toBe(303)
  const { text: shown } = await at(clerk).get(page)
  expect(shown.match(/a modifié le dossier/g)).toHaveLength(1)
})

test('history tells what stood there before and what stands there now', async () => {
  const page = await opened()
  await at(clerk).post(page, { ...asked(), metal: 'brass', version: '1' })
  expect((await at(clerk).get(page)).text).toContain('[metal] : IRON → BRASS')
})

test('a copy is begun from the page of a dossier, by those who write', async () => {
  const page = await opened()
  const { text: shown } = await at(clerk).get(page)
  const [, copy = ''] = /href="([^"]*copy_of[^"]*)"/.exec(shown) ?? []
  expect((await at(clerk).get(copy)).text).toContain('value="Clé du beffroi"')
  const observer = await authority.person({ in: serviceId, as: 'observer' })
  expect((await at(observer).get(page)).text).not.toContain('copy_of')
})

test('the form has its parts; the list its filters, sums and steps for many', async () => {
  const given = { ...asked(), title: 'Clé de laiton', metal: 'brass', deposit: '25,50' }
  const page = pageOf(await at(clerk).post('/test/keys', given))
  expect((await at(clerk).get(`${page}/edit`)).text).toContain('[part]')
  const { text: list } = await at(clerk).get('/test/keys?metal=brass&title=laiton')
  expect(list).toContain('25,50')
  expect(list).toContain('/test/keys/acts')
  expect(list).not.toContain('Clé du beffroi')
  const id = page.split('/').at(-1) ?? ''
  const told = await at(clerk).api('POST', '/test/keys/acts', {
    verb: 'give',
    comment: '',
    dossiers: [{ id }],
  })
  expect(told.json()).toMatchObject({ done: [{ id }], left: [] })
})

test('those whom its state does not let edit rewrite it neither by form nor by the API', async () => {
  const page = await opened()
  expect((await at(clerk).post(`${page}/steps`, { verb: 'give' })).status).toBe(303)
  const version = '2'
  expect((await at(clerk).post(page, { ...asked(), door: 'Une autre.', version })).status).toBe(403)
  const put = await at(clerk).api('PUT', page, { ...asked(), door: 'Une autre.', version: 2 })
  expect(put.status).toBe(403)
  const annex = { files: [new File(['x'], 'plan.txt')] }
  expect((await at(clerk).post(`${page}/annexes`, annex)).status).toBe(403)
})

test('the API takes a step, and tells fields and state', async () => {
  const page = await opened()
  const stepped = await at(clerk).api('POST', `${page}/steps`, { verb: 'give', comment: '' })
  expect(stepped.json()).toMatchObject({ state: 'given', door: 'La petite porte.' })
})

test('a list says of an address what it does not know, names and values', async () => {
  const { text } = await at(clerk).get('/test/keys?colour=red&metal=gold&sort=shape')
  for (const said of ['«\u00A0colour\u00A0»', '«\u00A0gold\u00A0»', '«\u00A0shape\u00A0»'])
    expect(text).toContain(said)
})

test('the list of the API tells of each what stands in a line, and the version from which it is rewritten', async () => {
  const page = await opened()
  const listed = (await at(clerk).api('GET', '/test/keys')).items<{ id: string }>()
  const one = listed.find(({ id }) => page.endsWith(id))
  expect(one).toMatchObject({ title: 'Clé du beffroi', version: 1, metal: 'iron' })
  expect(one).toHaveProperty('deposit')
})

test('a program adds a file and takes its bytes, asks for a document, publishes and withdraws', async () => {
  const page = await opened()
  const files = [new File(['beffroi'], 'plan.txt')]
  const added = await at(clerk).post(`/api${page}/annexes`, { files })
  expect(added.status).toBe(201)
  const listed = (await at(clerk).api('GET', `${page}/annexes`)).json()
  expect(listed).toMatchObject({ items: [{ title: 'plan', size: 7 }] })
  const document = await at(clerk).api('POST', `${page}/documents`, { format: 'pdf' })
  expect(document.json()).toMatchObject({ state: 'pending', format: 'pdf' })
  const copy = (await at(clerk).api('POST', `${page}/publications`)).json()
  expect(copy).toMatchObject({ number: 1, withdrawn: false })
  const { id } = z.object({ id: z.string() }).parse(copy)
  const sent = { publication: id, reason: 'Erreur' }
  expect((await at(clerk).api('POST', `${page}/withdrawal`, sent)).status).toBe(204)
  const { text } = await at(clerk).api('GET', `${page}/publications`)
  expect(JSON.parse(text)).toMatchObject({ items: [{ withdrawn: true }] })
})

test('another service sees nothing of it', async () => {
  const page = await opened()
  const other = await authority.person({ in: await authority.service('Finances') })
  for (const path of [page, `${page}/edit`]) expect((await at(other).get(path)).status).toBe(404)
  expect((await at(other).post(`${page}/documents`, { format: 'pdf' })).status).toBe(404)
})

test('who writes for no service writes none', async () => {
  const visitor = await authority.person({ in: serviceId, as: 'observer' })
  expect((await at(visitor).get('/test/keys/new')).status).toBe(403)
})

test('a trade writes the page of one by hand, with the pieces of the plain page', async () => {
  const own = registerRoutes(record, keyFlow, { columns: [], what: 'key', kept, ownPage: true })
  ownPage(own.pages, keys, keyFields, { reads: permission('test.read'), names: ['metal'] })
  const visitor = authority.visitorOf({ list: own.pages.list }, clerk)
  const page = pageOf(await visitor.post('/test/keys', asked()))
  const { text: shown } = await visitor.get(page)
  for (const piece of ['IRON', `${page}/edit`, `${page}/documents`, 'a écrit le dossier'])
    expect(shown).toContain(piece)
  expect(shown).not.toContain('La petite porte.')
  expect((await visitor.post(`${page}/documents`, { format: 'pdf' })).status).toBe(303)
})

test('a letter is drawn up in its states alone, as the page and the API offer it', async () => {
  const page = await opened()
  const asked = { template: 'test.letter', format: 'pdf' }
  expect((await at(clerk).get(page)).text).not.toContain('value="test.letter"')
  expect((await at(clerk).post(`${page}/documents`, asked)).status).toBe(409)
  await at(clerk).post(`${page}/steps`, { verb: 'give' })
  expect((await at(clerk).get(page)).text).toContain('value="test.letter"')
  expect((await at(clerk).post(`${page}/documents`, asked)).status).toBe(303)
  const drawn = await at(clerk).api('POST', `${page}/documents`, { ...asked, format: 'ods' })
  expect(drawn.status).toBe(422)
  const id = page.split('/').at(-1) ?? ''
  const made = await authority.asSystem(() =>
    letterTemplate(keys, keyLetter, keyFields).compose(id),
  )
  expect(made).toMatchObject({ report: { title: 'Reçu de la clé', facts: [{ value: 'IRON' }] } })
})

test('a step writes what follows from it, by whatever door it is taken', async () => {
  const [one, other, third] = [await opened(), await opened(), await opened()]
  expect((await at(clerk).api('GET', one)).json()).toMatchObject({ deposit: null })
  await at(clerk).post(`${one}/steps`, { verb: 'give' })
  await at(clerk).api('POST', `${other}/steps`, { verb: 'give' })
  const dossiers = [{ id: third.split('/').at(-1) ?? '' }]
  await at(clerk).api('POST', '/test/keys/acts', { verb: 'give', comment: '', dossiers })
  for (const page of [one, other, third])
    expect((await at(clerk).api('GET', page)).json()).toMatchObject({
      state: 'given',
      deposit: 0,
    })
})
