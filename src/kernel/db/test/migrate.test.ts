import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { ground } from '#test/harness'
import { cloneOf, emptyDatabase } from '#kernel/testing'
import {
  connect,
  type Database,
  dumpFolders,
  dumpSchema,
  migrate,
  type MigrationFolder,
  StartFailure,
} from '../index.ts'

let database: Database
let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'beffroi-migrate-'))
  const url = await emptyDatabase(inject('templateUrl'), `migrate_${process.pid}`)
  database = connect({ url, poolSize: 2 })
})

beforeEach(async () => {
  await database.owner.query('drop schema if exists kernel, commons cascade')
})

afterAll(async () => {
  await database.close()
  await rm(root, { recursive: true })
})

/** A folder of migrations as a module has it, as it stands at one moment. */
async function folder(name: string, files: Record<string, string>): Promise<MigrationFolder> {
  const path = join(root, randomUUID())
  await mkdir(path, { recursive: true })
  for (const [file, sql] of Object.entries(files)) await writeFile(join(path, file), sql)
  return { name, path }
}

const table = (name: string) => `create table kernel.${name} (id int);`
const extend = (name: string) => `alter table kernel.${name} add more int;`

async function tables(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'kernel' and tablename <> 'migration' order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function applied(): Promise<string[]> {
  const { rows } = await database.owner.query<{ file: string }>(
    `select folder || '/' || name as file from kernel.migration order by name`,
  )
  return rows.map(({ file }) => file)
}

async function refusal(...folders: MigrationFolder[]): Promise<string> {
  const failure: unknown = await migrate(database, folders).catch((error: unknown) => error)
  if (!(failure instanceof StartFailure)) throw new Error('It is not refused', { cause: failure })
  return failure.message
}

describe('migrations', () => {
  test('run once: the second start changes nothing', async () => {
    const one = await folder('a', { '202601010900_a.sql': table('a') })
    expect(await migrate(database, [one])).toBe(1)
    expect(await migrate(database, [one])).toBe(0)
  })

  test('are refused where a table would show an authority the rows of others, with the remedy', async () => {
    const sql = 'create table kernel.stamp (tenant_id uuid, id uuid);'
    const one = await folder('a', { '202601010900_a.sql': sql })
    const told = await refusal(one)
    expect(told).toContain('kernel.stamp')
    expect(told).toContain("« select kernel.isolate('kernel.stamp'); »")
    expect(await tables()).toEqual([])
  })

  test('run in the order in which they were written, whatever their folders (R16)', async () => {
    const below = { '202601010900_a.sql': table('a'), '202601010902_b.sql': extend('b') }
    const above = { '202601010901_b.sql': table('b'), '202601010903_c.sql': extend('a') }
    expect(await migrate(database, [await folder('a', below), await folder('b', above)])).toBe(4)
  })

  test('that are new run after those that were applied', async () => {
    const first = { '202601010900_a.sql': table('a') }
    await migrate(database, [await folder('a', first)])
    const grown = await folder('a', { ...first, '202601010901_b.sql': extend('a') })
    expect(await migrate(database, [grown])).toBe(1)
  })

  test('of a branch that comes late run all the same, in their place among the new', async () => {
    const before = { '202601010900_a.sql': table('a'), '202601010905_c.sql': table('c') }
    await migrate(database, [await folder('a', before)])
    const late = { '202601010901_b.sql': table('b') }
    const grown = { ...before, '202601010906_d.sql': extend('b') }
    expect(await migrate(database, [await folder('a', grown), await folder('b', late)])).toBe(2)
    expect(await tables()).toEqual(['a', 'b', 'c'])
  })

  test('of a branch that comes too late to work say so', async () => {
    const before = { '202601010900_a.sql': table('a'), '202601010905_b.sql': 'drop table kernel.a' }
    await migrate(database, [await folder('a', before)])
    const late = await folder('b', { '202601010901_b.sql': extend('a') })
    expect(await refusal(await folder('a', before), late)).toMatch(
      /^The migration b\/202601010901_b.sql failed: relation "kernel.a" does not exist\. It is older than 202601010905_b.sql/,
    )
  })

  test('are all applied or none: a wrong one undoes those before it', async () => {
    const wrong = {
      '202601010900_a.sql': table('a'),
      '202601010901_b.sql': 'create tabel nonsense',
    }
    expect(await refusal(await folder('a', wrong))).toContain('Nothing was changed')
    const { rows } = await database.owner.query(`select from pg_namespace where nspname = 'kernel'`)
    expect(rows).toEqual([])
  })

  test('that were applied are history: one edited since refuses the start, by name', async () => {
    await migrate(database, [await folder('a', { '202601010900_a.sql': table('a') })])
    const edited = {
      '202601010900_a.sql': `${table('a')} `,
      '202601010901_b.sql': table('b'),
    }
    expect(await refusal(await folder('a', edited))).toMatch(
      'The migration a/202601010900_a.sql was changed after it was applied: put it back',
    )
    expect(await tables()).toEqual(['a'])
  })

  test('that were renamed or moved are known by their content, and bear their new name', async () => {
    await migrate(database, [await folder('a', { '202601010900_a.sql': table('a') })])
    // As databases of before have them.
    await database.owner.query(`update kernel.migration set name = '0001_a.sql'`)
    const renamed = await folder('a', { '202601010900_a.sql': table('a') })
    expect(await migrate(database, [renamed])).toBe(0)
    expect(await applied()).toEqual(['a/202601010900_a.sql'])
    const moved = await folder('b', { '202601010900_a.sql': table('a') })
    expect(await migrate(database, [moved])).toBe(0)
    expect(await applied()).toEqual(['b/202601010900_a.sql'])
  })

  test('that say the same twice are two', async () => {
    const first = { '202601010900_a.sql': 'analyze;' }
    await migrate(database, [await folder('a', first)])
    const twice = await folder('a', { ...first, '202601010901_b.sql': 'analyze;' })
    expect(await migrate(database, [twice])).toBe(1)
  })

  test('that this program does not know: an older one refuses a newer database', async () => {
    const old = { '202601010900_a.sql': table('a') }
    const grown = { ...old, '202601010901_b.sql': table('b'), '202601010902_c.sql': table('c') }
    await migrate(database, [await folder('a', grown)])
    expect(await refusal(await folder('a', old))).toBe(
      'The database is newer than this program, which does not know a/202601010901_b.sql, ' +
        'a/202601010902_c.sql: start the program that last ran on it, or restore a backup from before.',
    )
  })

  test.for(
    ['0001_a.sql', '20260101_a.sql', '202601010900.sql', '202601010900_A b.sql'].concat([
      '202602300900_a.sql',
      '202601012500_a.sql',
    ]),
  )('whose name does not say when they were written are refused: %s', async (name) => {
    expect(await refusal(await folder('a', { [name]: table('a') }))).toMatch(
      `${name} is not named as a migration: YYYYMMDDHHMM_words.sql`,
    )
  })

  test('of the same minute are refused, both named', async () => {
    const one = await folder('a', { '202601010900_b.sql': table('b') })
    const other = await folder('b', { '202601010900_a.sql': table('a') })
    expect(await refusal(one, other)).toMatch(
      'The migrations b/202601010900_a.sql and a/202601010900_b.sql bear the same minute',
    )
  })

  test('run once when two processes start at the same time', async () => {
    const one = await folder('a', { '202601010900_a.sql': table('a') })
    const ran = await Promise.all([migrate(database, [one]), migrate(database, [one])])
    expect(ran.toSorted()).toEqual([0, 1])
  })

  test('of a folder without any, and files that are no SQL, are nothing', async () => {
    const empty = await folder('a', { 'README.md': 'create nonsense' })
    const missing = { name: 'b', path: join(root, 'missing') }
    expect(await migrate(database, [empty, missing])).toBe(0)
  })
})

describe('a migration that fails says', () => {
  const failing = async (sql: string) => refusal(await folder('a', { '202601010900_a.sql': sql }))

  test('its line, and the hint of PostgreSQL', async () => {
    const sql =
      '-- « é » 𝄞 counts once\ncreate table kernel.a (number int);\nselect numbre\nfrom kernel.a'
    expect(await failing(sql)).toBe(
      'The migration a/202601010900_a.sql failed at line 3: column "numbre" does not exist. Hint: ' +
        'Perhaps you meant to reference the column "a.number". Nothing was changed.',
    )
  })

  test('the detail of PostgreSQL', async () => {
    const sql = 'create table kernel.a (id int primary key); insert into kernel.a values (1), (1)'
    expect(await failing(sql)).toContain(
      'duplicate key value violates unique constraint "a_pkey". Key (id)=(1) already exists.',
    )
  })

  test('where PostgreSQL was, if it knows no line of the file', async () => {
    const sql = `do $$ begin\n raise 'Nobody presides';\nend $$`
    expect(await failing(sql)).toContain(
      'failed: Nobody presides. In PL/pgSQL function inline_code_block line 2 at RAISE.',
    )
  })
})

test('migrations of the whole house are applied in the template: nothing is pending', async () => {
  const { house } = await ground()
  const whole = connect({
    url: await cloneOf(inject('templateUrl'), `migrate_whole_${process.pid}`),
    poolSize: 1,
  })
  expect(await migrate(whole, house.migrations)).toBe(0)
  await whole.close()
})

describe('the schema as text', () => {
  test('is the same for the same schema, and tells a change', async () => {
    const first = { '202601010900_a.sql': table('a') }
    await migrate(database, [await folder('a', first)])
    const before = await dumpSchema(database)
    expect(await dumpSchema(database)).toBe(before)
    await migrate(database, [await folder('a', { ...first, '202601010901_b.sql': table('b') })])
    const after = await dumpSchema(database)
    expect(after).not.toBe(before)
    expect(after).toContain('table kernel.b')
  })

  test('stands by the folder that made it; what hangs on a table is with the table', async () => {
    const below = {
      '202601010900_a.sql': `create schema commons; ${table('a')}`,
      '202601010902_more.sql': 'create table commons.d (id int);',
    }
    const above = {
      '202601010901_b.sql': `create table commons.b (id int primary key); ${extend('a')}`,
      '202601010903_index.sql': 'create index on commons.d (id);',
    }
    const folders = [await folder('kernel/db', below), await folder('modules/mail', above)]
    const dumps = await dumpFolders(database, folders)
    expect([...dumps.keys()].toSorted()).toEqual(['kernel/db', 'modules/mail'])
    expect(dumps.get('kernel/db')).toMatch(
      /table commons.d[^]*table kernel.a \(\n {2}id integer,\n {2}more/,
    )
    expect(dumps.get('kernel/db')).toContain('d_id_idx')
    expect(dumps.get('kernel/db')).not.toContain('commons.b')
    expect(dumps.get('modules/mail')).toBe(
      '-- tables\ntable commons.b (\n  id integer not null\n);\n\n' +
        '-- constraints\ncommons.b b_pkey PRIMARY KEY (id);\n\n' +
        '-- indexes\nCREATE UNIQUE INDEX b_pkey ON commons.b USING btree (id);\n',
    )
  })

  test.for([
    ['a right to a schema', 'grant usage on schema kernel to beffroi_public'],
    ['a right to a function', 'revoke execute on function kernel.f() from public'],
    ['a right to a column', 'grant select (id) on kernel.a to beffroi_public'],
    ['a view', 'create or replace view kernel.v as select id + 1 as id from kernel.a'],
    ['a word of a type', `alter type kernel.state add value 'closed'`],
    ['a domain', 'alter domain kernel.share add check (value < 2)'],
    ['a sequence', 'create sequence kernel.s'],
    ['a collation', `create collation kernel.order (provider = icu, locale = 'fr-BE')`],
    ['a trigger that is off', 'alter table kernel.a disable trigger t'],
    ['a policy', 'create policy p on kernel.a for select to beffroi_public using (true)'],
  ] as const)('tells %s', async ([, sql]) => {
    const ground = `create table kernel.a (id int); create view kernel.v as select id from kernel.a;
      create type kernel.state as enum ('open'); create domain kernel.share as numeric;
      create function kernel.f() returns trigger language plpgsql as 'begin return new; end';
      create trigger t before insert on kernel.a for each row execute function kernel.f();`
    await migrate(database, [await folder('a', { '202601010900_a.sql': ground })])
    const before = await dumpSchema(database)
    await database.owner.query(sql)
    expect(await dumpSchema(database)).not.toBe(before)
  })
})
