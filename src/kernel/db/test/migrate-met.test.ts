import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { emptyDatabase } from '#kernel/testing'
import { connect, type Database, migrate, type MigrationFolder } from '../index.ts'

let database: Database
let root: string
let other: pg.Client

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'beffroi-met-'))
  const url = await emptyDatabase(inject('templateUrl'), `met_${process.pid}`)
  const name = new URL(url).pathname
  other = new pg.Client({ connectionString: inject('superuserUrl').replace(/\/[^/]*$/, name) })
  await other.connect()
  // The other never gives way: it is the migration that PostgreSQL ends.
  await other.query(`set deadlock_timeout = '1h'`)
  database = connect({ url, poolSize: 2 })
})

afterAll(async () => {
  await other.end()
  await database.close()
  await rm(root, { recursive: true })
})

async function folder(name: string, files: Record<string, string>): Promise<MigrationFolder> {
  const path = join(root, name)
  await mkdir(path)
  for (const [file, sql] of Object.entries(files)) await writeFile(join(path, file), sql)
  return { name, path }
}

/** Waits until the migration waits for a table, then asks for one that it holds: one of the two has to give way. */
async function meets(waitsFor: string, holds: string): Promise<void> {
  for (let waits = false; !waits;) {
    const { rowCount } = await other.query(
      'select from pg_locks where not granted and relation = $1::regclass',
      [waitsFor],
    )
    waits = rowCount === 1
  }
  await other.query(`savepoint met; lock table ${holds}; rollback to met`)
}

test('migrations that wait for a process which waits for them begin anew, and are applied', async () => {
  const given = await folder('a', {
    '202601010900_a.sql': 'create table kernel.a (id int);',
    '202601010901_b.sql': 'create table kernel.b (id int);',
  })
  await migrate(database, [given])
  const more = await folder('b', {
    '202601010902_b.sql': 'alter table kernel.b add more int;',
    '202601010903_a.sql': 'alter table kernel.a add more int;',
  })
  await other.query('begin; lock table kernel.a')
  const running = migrate(database, [given, more])
  await meets('kernel.a', 'kernel.b')
  await other.query('commit')
  expect(await running).toBe(2)
})

test('that meet others again and again hold all tables before they change one', async () => {
  const more = await folder('c', {
    '202601010904_b.sql': 'alter table kernel.b add last int;',
    '202601010905_a.sql': 'alter table kernel.a add last int;',
  })
  const all = ['a', 'b'].map((name) => ({ name, path: join(root, name) }))
  await other.query('begin; lock table kernel.a')
  const running = migrate(database, [...all, more])
  for (let times = 1; times <= 2; times += 1) await meets('kernel.a', 'kernel.b')
  // From here on they take kernel.a first: who asks for the other waits for nobody.
  await other.query('lock table kernel.b; commit')
  expect(await running).toBe(2)
})
