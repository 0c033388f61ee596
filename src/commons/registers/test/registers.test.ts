import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { signedIn, addPermissions, permission } from '#kernel/access'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import type { Answered } from '#kernel/testing'
import { kind } from '#commons/dossiers'
import {
  actsOf,
  byField,
  choice,
  money,
  optional,
  type OwnColumns,
  remark,
  service,
  text,
  wordsOf,
} from '#commons/records'
import { awaitedBy, workflow } from '#commons/workflow'
import { ownPage } from './own-page.tsx'
import { plainVerbNames, plainVerbs, registerRoutes, writesForAService } from '../index.ts'

const said = [
  ...[
    'name',
    'list',
    'count',
    'none',
    'write',
    'title',
    'service',
    'door',
    'metal',
    'any_metal',
    'deposit',
    'part',
  ],
  ...['state.asked', 'state.given', 'verb.give', 'done.give'],
]
const messages = Object.fromEntries(said.map((name) => [`key.${name}`, `[${name}]`]))
addCatalogue('test', { fr: messages, en: messages })
addPermissions('test', {
  read: signedIn,
  write: writesForAService,
  edit: signedIn,
  step: signedIn,
})

const label = (name: string) => ({ label: `test.key.${name}` as MessageKey }) // Said below.

const keyFields = {
  title: text(80, label('title')),
  service_id: service(label('service'), []),
  door: remark(2000, label('door'), 4),
  metal: choice(['iron', 'brass'], (one) => one.toUpperCase(), label('metal')),
  deposit: optional(money(label('deposit'))),
}
const keyFlow = workflow('test.key', {
  initial: 'asked',
  states: {
    asked: { waitsFor: ['service:head'], edits: ['author'] },
    given: { final: true },
  },
  transitions: { give: { from: ['asked'], to: 'given', who: ['author'] } },
})
const keys = kind<OwnColumns<typeof keyFields>, (typeof plainVerbNames)[number]>({
  name: 'test.key',
  verbs: plainVerbNames,
  table: 'test.key',
  path: (id) => `/test/keys/${id}`,
  readers: ({ service_id }) => [`service:${service_id}`],
  awaits: (key) => awaitedBy(keyFlow, key),
  body: (key) => wordsOf(keyFields, key),
})
const record = {
  ...plainVerbs(keys, keyFields, keyFlow),
  parts: [
    { title: label('part').label, names: ['title', 'service_id', 'door', 'metal', 'deposit'] },
  ],
} as const
const kept = { keep: 'always', because: 'registers.facts', verified: false } as const
const { pages, api, fills } = registerRoutes(record, keyFlow, {
  columns: ['door'],
  sort: '-deposit',
  sums: ['deposit'],
  filters: [byField(keyFields, 'metal', { any: label('any_metal').label })],
  acts: actsOf(keys, keyFlow, [{ verb: 'give', permission: permission('test.step') }]),
  what: 'key',
  kept,
})
const routes = { list: [...pages.list, ...api.list] }

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
      metal text not null, deposit bigint, primary key (tenant_id, id),
      foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.key');`)
  for (const one of fills) one.place()
  authority = await givenAuthority()
  serviceId = await authority.service('Bâtiments')
  clerk = await authority.person({ in: serviceId })
})

afterAll(async () => {
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

test('a kind that withholds columns has no document that would tell them to all', () => {
  const secret = { ...record, kind: { ...keys, withheld: async () => () => ['door'] } }
  expect(() => registerRoutes(secret, keyFlow, { columns: [], what: 'key', kept })).toThrow(
    'withholds',
  )
})
