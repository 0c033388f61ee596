import { expect, test } from 'vitest'
import { ground } from '#test/harness'
import { type Table, checkDistinguished, checkTables, tablesOf } from './tables.ts'

/** Tables that no authority owns, and why each may be read by all. */
const open = {
  'kernel.migration': 'what was applied to this database; the application may not read it',
  'kernel.tenant': 'the gate alone reads it whole; the application its own row',
  'kernel.host': 'the gate alone reads it whole; the application its own rows',
  'kernel.trade': 'the gate alone reads it whole; the application its own rows',
  'kernel.provided': 'the start asks for all authorities; the application sees and writes its own',
  'kernel.secret_master':
    'fingerprints of keys that are elsewhere; the application may not read it',
  'kernel.start_code':
    'of the house, before there is any authority; the application may not read it',
  'kernel.house': 'what an operator says of the whole house; the application reads it',
  'kernel.public_state': 'a number an authority: the gate alone reads it, triggers alone write it',
  'kernel.incident': 'what an operator tells everybody at /status',
  'kernel.erasure': 'what is left of authorities that were erased; the application may not read it',
  'publications.entry':
    'public to everybody, of all authorities; the application is held to its own by the policy',
  'commons.legal_rule': 'the same, for processes of the last release',
  'commons.law_rule': 'the law is the same for every authority',
}

const kept: Table = {
  name: 'mail.letter',
  kind: 'table',
  columns: ['tenant_id', 'id', 'sender_id'],
  notNull: ['tenant_id', 'id'],
  secured: true,
  forced: true,
  policies: ["(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) "],
  granted: true,
  invoker: false,
  keys: [{ name: 'letter_pkey', columns: ['tenant_id', 'id'] }],
}

test('every table of an authority is isolated, and its keys start with tenant_id', async () => {
  const tables = await tablesOf((await ground()).database)
  expect(tables.map(({ name }) => name)).toContain('deliberations.item')
  expect(checkTables(tables, open)).toEqual([])
})

test('a table that keeps authorities apart passes', () => {
  expect(checkTables([kept], {})).toEqual([])
  expect(checkTables([{ ...kept, forced: false, granted: false }], {})).toEqual([])
})

test.for<[string, Partial<Table>]>([
  ['without row-level security', { secured: false }],
  ['without row-level security for its owner', { forced: false }],
  ['without a policy', { policies: [] }],
  ['with a policy that tests something else', { policies: [...kept.policies, 'true '] }],
  ['without tenant_id', { columns: ['id'] }],
  ['whose primary key is across authorities', { keys: [{ name: 'pkey', columns: ['id'] }] }],
  [
    'whose foreign key is across authorities',
    { keys: [...kept.keys, { name: 'letter_sender_id_fkey', columns: ['sender_id'] }] },
  ],
  ['that is a view with the rights of its owner', { kind: 'view' }],
])('a table %s is found', ([, planted]) => {
  expect(checkTables([{ ...kept, ...planted }], {})).toHaveLength(1)
})

test('the catalogue shows what is planted in a real database', async () => {
  const { database } = await ground()
  await database.owner.query(`
    create schema planted;
    create table planted.letter (tenant_id uuid not null, id uuid primary key, number int);
    create unique index letter_number on planted.letter (number);
    select kernel.isolate('planted.letter');
    create view planted.letters as select * from planted.letter;
    grant select on planted.letters to beffroi_app;
    create table planted.stamp (tenant_id uuid, id uuid, primary key (tenant_id, id));`)
  try {
    const planted = (await tablesOf(database)).filter(({ name }) => name.startsWith('planted.'))
    expect(checkTables(planted, {}).toSorted()).toEqual([
      'planted.letter: the key letter_pkey does not start with tenant_id',
      'planted.letter: the key planted.letter_number does not start with tenant_id',
      'planted.letters is a view that reads as its owner',
      "planted.stamp does not keep authorities apart: select kernel.isolate('planted.stamp')",
    ])
  } finally {
    await database.owner.query('drop schema planted cascade')
  }
})

test('a reason that no table needs any more is found', () => {
  expect(checkTables([kept], { 'mail.stamp': 'gone' })).toHaveLength(1)
})

test('names that people write are unique as people compare them (T6)', async () => {
  const tables = await tablesOf((await ground()).database)
  const technical = {
    'commons.opening': 'of what is to be: two may prepare the same, and one opens it',
    'commons.setting': 'a key that code declares',
    'commons.organ_name': 'what an organ was called until a day: two may have been called alike',
    'votes.candidate': 'two who stand may be called alike: each has a number',
    'publications.authority': 'what an authority is called, as the gate has it',
    'kernel.host': 'in lower case, as the network writes it',
    'kernel.tenant_past_name': 'what an authority was called it may be called again',
  }
  expect(checkDistinguished(tables, technical)).toEqual([])
  const named = { ...kept, columns: [...kept.columns, 'name'] }
  expect(checkDistinguished([kept, named], {})).toEqual([
    "mail.letter compares names by bytes: select kernel.distinguish('mail.letter', 'name')",
  ])
})
