import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { addPermissions } from '#kernel/access'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { kind } from '#commons/dossiers'
import { money, optional, remark, service, text, yesNo } from '#commons/records'
import { workflow } from '#commons/workflow'
import { recordTemplate } from '../document.ts'
import {
  plainKind,
  plainPermissions,
  plainVerbNames,
  plainVerbs,
  registerRoutes,
} from '../index.ts'

const words = ['name', 'list', 'count', 'none', 'write', 'label', 'state.kept']
const messages = Object.fromEntries(words.map((name) => [`safe.${name}`, `[${name}]`]))
addCatalogue('test', { fr: messages, en: messages })
addPermissions('test', plainPermissions)
const label = 'test.safe.label' as MessageKey // Said above.

/** What is in a safe, and its worth, are for the head of its service. */
const safeFields = {
  title: text(80, { label }),
  service_id: service({ label }, []),
  place: remark(80, { label }),
  content: remark(200, { label, readBy: ['service:head'] }),
  worth: optional(money({ label, readBy: ['service:head'] })),
}
const flow = workflow('test.safe', {
  initial: 'kept',
  states: { kept: { edits: ['service:editor', 'service:head'] } },
  transitions: {},
})
const safes = plainKind(safeFields, flow, {
  path: '/test/safes',
  readers: ({ service_id }) => [`service:${service_id}`],
})
const record = plainVerbs(safes, safeFields, flow)
const look = {
  what: 'safe',
  columns: ['place', 'content'] as const,
  kept: { keep: 'always', because: 'registers.facts', verified: false } as const,
  sums: ['worth'] as const,
}
const { pages, api, fills } = registerRoutes(record, flow, look)
const routes = { list: [...pages.list, ...api.list] }

let authority: TestAuthority
let head: ReturnType<TestAuthority['visitorOf']>
let clerk: typeof head
let written: { title: string; service_id: string; place: string }
let page: string

beforeAll(async () => {
  const { database } = await ground()
  await database.owner.query(`
    drop schema if exists test cascade;
    create schema test;
    grant usage on schema test to beffroi_app;
    create table test.safe (
      tenant_id uuid not null, id uuid not null, place text not null, content text not null, worth bigint,
      primary key (tenant_id, id), foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.safe');`)
  for (const one of fills) one.place()
  authority = await givenAuthority()
  const service_id = await authority.service('Trésorerie')
  const at = (person: TestPerson) => authority.visitorOf(routes, person)
  head = at(await authority.person({ in: service_id, as: 'head' }))
  clerk = at(await authority.person({ in: service_id }))
  written = { title: 'Le grand coffre', service_id, place: 'À la cave' }
  const answer = await head.post('/test/safes', { ...written, content: 'Lingots', worth: '900' })
  page = answer.headers.get('location') ?? ''
  await head.post('/test/safes', { ...written, title: 'Le petit coffre', worth: '5' })
})
afterAll(async () => {
  const { database } = await ground()
  await database.owner.query('drop schema test cascade')
})

test('those who read it have it on the page, in the list and by the API', async () => {
  for (const path of [page, `${page}/edit`, '/test/safes', '/test/safes?as=csv&with=worth'])
    expect((await head.get(path)).text, path).toContain('Lingots')
  expect((await head.api('GET', page)).json()).toMatchObject({ content: 'Lingots', worth: 90_000 })
})

test('who sees the dossier and is not one of them has it nowhere: page, form, list, file, sum, API', async () => {
  for (const path of [page, `${page}/edit`, '/test/safes', '/test/safes?as=csv']) {
    const { text: told } = await clerk.get(path)
    expect(told, path).toContain('À la cave')
    expect(told, path).not.toMatch(/Lingots|\b905\b/)
  }
  const { text: form } = await clerk.get(`${page}/edit`)
  expect(form).not.toContain('name="content"')
  const told = (await clerk.api('GET', page)).json()
  expect(told).toMatchObject({ place: 'À la cave' })
  expect(told).not.toHaveProperty('content')
  expect(JSON.stringify((await clerk.api('GET', '/test/safes')).json())).not.toContain('Lingots')
})

test('nor does an order or a condition tell it', async () => {
  const titles = async (query: string, who = clerk) => {
    const { text: told } = await who.get(`/test/safes?${query}`)
    return [...told.matchAll(/Le (grand|petit) coffre<\/a>/g)].map(([, which]) => which)
  }
  expect(await titles('sort=worth', head)).toEqual(['petit', 'grand'])
  // As they were written: to the clerk neither is worth anything.
  expect(await titles('sort=worth')).toEqual(['grand', 'petit'])
  expect(await titles('worth.from=100')).toEqual([])
})

test('they change the rest, and it stays; they are asked for it neither of a new one', async () => {
  const { version } = (await clerk.api('GET', page)).json() as { version: number }
  const changed = { ...written, place: 'Au grenier', version: String(version) }
  expect((await clerk.post(page, changed)).status).toBe(303)
  expect((await head.api('GET', page)).json()).toMatchObject({
    place: 'Au grenier',
    content: 'Lingots',
  })
  await clerk.post(page, { ...changed, place: 'À la cave', version: String(version + 1) })
  expect((await clerk.get('/test/safes/new')).text).not.toContain('name="worth"')
  expect((await head.get('/test/safes/new')).text).toContain('name="worth"')
})

test('they do not write what they do not read', async () => {
  const { version } = (await clerk.api('GET', page)).json() as { version: number }
  expect((await clerk.api('PUT', page, { version, content: 'Rien' })).status).toBe(422)
  expect((await clerk.api('POST', '/test/safes', { ...written, content: 'Or' })).status).toBe(422)
  expect((await clerk.api('POST', '/test/safes', written)).status).toBe(201)
})

test('the document, which all may take, has it not', async () => {
  const id = page.split('/').at(-1) ?? ''
  const made = await authority.asSystem(() => recordTemplate(safes, safeFields).compose(id))
  expect(JSON.stringify(made)).toContain('À la cave')
  expect(JSON.stringify(made)).not.toMatch(/Lingots|900/)
})

test('a change of it is told in the history of those alone who read it', async () => {
  const { version } = (await head.api('GET', page)).json() as { version: number }
  await head.api('PUT', page, { version, content: 'Argent' })
  expect((await head.get(page)).text).toContain('Lingots → Argent')
  expect((await clerk.get(page)).text).not.toMatch(/Lingots|Argent/)
})

test('fields that say who reads them, of a kind that withholds nothing, do not start', () => {
  const open = kind<object, (typeof plainVerbNames)[number]>({
    ...{ name: 'test.safe', verbs: plainVerbNames, table: 'test.safe', path: safes.path },
    readers: () => [],
    awaits: () => [],
    body: async () => () => '',
  })
  const told = { ...record, kind: open } as unknown as typeof record // Its columns are the same.
  expect(() => registerRoutes(told, flow, look)).toThrow('says who reads it')
})

test('nothing depends on what only some read, and who does not read it is not to answer it', () => {
  const hidden = yesNo({ label, readBy: ['service:head'] })
  const shownWhen = { field: 'hidden', is: [true] }
  const of = (fields: object) => () =>
    registerRoutes({ ...record, fields: { ...safeFields, ...fields } }, flow, look)
  expect(of({ hidden, other: remark(10, { label, shownWhen }) })).toThrow('only some read')
  expect(of({ hidden: text(10, { label, readBy: ['service:head'] }) })).toThrow('optional')
  const due_on = optional(money({ label, readBy: ['service:head'] }))
  expect(() => plainKind({ ...safeFields, due_on } as never, flow, safes as never)).toThrow('root')
})
