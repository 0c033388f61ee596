import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { connect, type Database, dumpSchema, migrate, readMigrations } from '#kernel/db'
import { keepLaw } from '#commons/law'
import { migrateJobs } from '#kernel/jobs'
import { Gate } from '#kernel/tenancy'
import {
  dumpTables,
  emptyDatabase,
  restoreState,
  type State,
  unpackState,
  Visitor,
} from '#kernel/testing'
import { appOn, ground } from '#test/harness'
import { boundBefore, boundMigrations } from './bound-migrations.ts'
import { lateMigrations } from './late-migrations.ts'

// bin/release-state keeps the state of a release in this file.
const released = unpackState(readFileSync(join(projectRoot, 'db/released.json.gz')))

/** Tables of the released state that nobody fills yet, and why. */
const unfilled: Readonly<Record<string, string>> = {
  'kernel.held_job': 'jobs wait there for minutes only, where a trade is switched off meanwhile',
  'kernel.failed_job': 'no job of the demonstration fails',
  'kernel.passkey': 'a browser with an authenticator makes it: test/e2e does',
  'kernel.passkey_challenge': 'stands for five minutes',
  'kernel.logout_token': 'a provider sends it, which none of the demonstration does',
  'kernel.identity_request': 'somebody comes back from a provider: a browser does',
  'kernel.provider_session': 'somebody comes back from a provider: a browser does',
  'commons.provided_office': 'somebody comes back from a provider: a browser does',
  'kernel.audit_cut': 'the log is cut after years',
  'commons.elimination': 'nothing there ended years ago',
  'commons.destruction': 'nothing there ended years ago',
  'commons.destruction_paper': 'nothing there ended years ago',
  'commons.opening': 'begun by the authority that runs the house, which the demonstration has not',
  'commons.publication_picture': 'no picture stands in what the demonstration publishes',
}

/** Tables that hold fewer rows since the release, or that are gone, and where these went. */
const fewer: Readonly<Record<string, string>> = {}

let database: Database
let restored: State['tables']

beforeAll(async () => {
  const { house } = await ground()
  const url = await emptyDatabase(inject('templateUrl'), `upgrade_${process.pid}`)
  database = connect({ url, poolSize: 3 })
  await migrateJobs(database)
  await restoreState(database, released)
  restored = await dumpTables(database.owner)
  await migrate(database, house.migrations)
  await keepLaw(database)
})

afterAll(() => database.close())

test('the released state has rows in every table, and is put back as it was', () => {
  const empty = released.tables.filter(({ rows }) => rows.length === 0).map(({ name }) => name)
  expect(empty.toSorted()).toEqual(Object.keys(unfilled).toSorted())
  expect(restored).toEqual(released.tables)
})

test('a database of the last release becomes what an empty one becomes', async () => {
  const { database: fresh } = await ground()
  expect(await dumpSchema(database)).toBe(await dumpSchema(fresh))
})

test('no row is lost on the way', async () => {
  const upgraded = await dumpTables(database.owner)
  expect(tablesWithFewer(released.tables, upgraded)).toEqual(Object.keys(fewer).toSorted())
  // What moved is compared with where it went.
  const arrived = released.tables.map((one) => ({ ...one, name: fewer[one.name] ?? one.name }))
  expect(tablesWithFewer(arrived, upgraded)).toEqual([])
})

test('a lost row is found, and a lost table', () => {
  const table = (name: string, ...rows: string[]) => ({ name, columns: [], rows })
  const before = [table('a', '1', '2'), table('b', '1'), table('c', '1')]
  expect(tablesWithFewer(before, [table('a', '1'), table('b', '1', '2')])).toEqual(['a', 'c'])
})

function tablesWithFewer(before: State['tables'], after: State['tables']): string[] {
  const now = new Map(after.map(({ name, rows }) => [name, rows.length]))
  const lost = before.filter(({ name, rows }) => (now.get(name) ?? 0) < rows.length)
  return lost.map(({ name }) => name).toSorted()
}

test('its people go on working: they sign in and find meeting, point and plan', async () => {
  const { house } = await ground()
  const app = appOn(database, new Gate(database), house.routes)
  const person = new Visitor((path, init) => app.request(path, init), 'beauval.localhost')
  const session = await person.api('POST', '/session', {
    login: 'secretariat',
    password: 'beffroi',
  })
  person.keep('session', session.json<{ token: string }>().token)
  const meetings = await person.api('GET', '/deliberations/meetings')
  const { items } = meetings.json<{ items: { id: string; title: string }[] }>()
  const meeting = items.find(({ title }) => title.endsWith('15 juin 2026'))
  const listed = async (what: string) =>
    (await person.api('GET', what)).items<{ id: string; title: string }>()
  const opened = await person.get(`/deliberations/meetings/${meeting?.id}`)
  expect(opened.text).toContain('Conseil communal du lundi 15 juin 2026')
  const [point] = await listed(`/deliberations/meetings/${meeting?.id}/agenda`)
  expect((await person.get(`/deliberations/items/${point?.id}`)).text).toContain(point?.title)
  const [plan] = await listed('/strategy/plans')
  expect((await person.get(`/strategy/plans/${plan?.id}`)).text).toContain(plan?.title)
  expect((await person.get('/strategy/plans/no')).status).toBe(404)
})

test('what is not released yet was written after what is: released databases run it last', async () => {
  const { house } = await ground()
  const hashes = new Set(released.migrations.map(({ hash }) => hash))
  const files = readMigrations(house.migrations)
  expect(files.filter(({ hash }) => hashes.has(hash))).toHaveLength(hashes.size)
  expect(lateMigrations(files, hashes, new Date())).toEqual([])
})

test('a migration that reads or writes rows lifts the row-level security that binds its owner', async () => {
  const { house } = await ground()
  const found = boundMigrations(
    readMigrations(house.migrations).map(({ name, sql }) => ({ name, text: sql })),
  )
  const files = new Set(found.map((one) => one.split(' ')[0]))
  expect([...files].toSorted()).toEqual(Object.keys(boundBefore).toSorted())
})

test.for([
  ['reads rows that it does not see', 'insert into mail.copy select * from mail.letter;', 1],
  [
    'changes rows that it does not see',
    "update mail.letter set sender = '' where sender is null;",
    1,
  ],
  [
    'lifts what binds it',
    'alter table mail.letter no force row level security; update mail.letter set sent = true;',
    0,
  ],
  ['says so in the body of a function', 'create function f() as $$ update mail.letter $$;', 0],
] as const)('a migration that %s is told', ([, text, count]) => {
  const before = { name: '1.sql', text: "select kernel.isolate('mail.letter');" }
  expect(boundMigrations([before, { name: '2.sql', text }])).toHaveLength(count)
})

test.for([
  ['of a branch that was merged late', '202601010901_late.sql'],
  ['of a minute that is to come', '202602010000_early.sql'],
])('a file %s is found', ([, name = '']) => {
  const files = [
    { folder: 'a', name: '202601010900_first.sql', hash: '1' },
    { folder: 'b', name: '202601010902_last.sql', hash: '2' },
    { folder: 'b', name: '202601030000_new.sql', hash: '3' },
    { folder: 'a', name, hash: '4' },
  ]
  const late = lateMigrations(files, new Set(['1', '2']), new Date('2026-01-05'))
  expect(late).toEqual([expect.stringContaining(`a/${name} `)])
})
