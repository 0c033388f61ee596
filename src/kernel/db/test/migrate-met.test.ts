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
  database = connect({ url, poolSize: 2 })
  const name = new URL(url).pathname
  other = new pg.Client({ connectionString: inject('superuserUrl').replace(/\/[^/]*$/, name) })
  await other.connect()
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

test('migrations that wait for a process which waits for them begin anew, and are applied', async () => {
  const given = await folder('a', {
    '202601010900_a.sql': 'create table kernel.a (id int);',
    '202601010901_b.sql': 'create table kernel.b (id int);',
  })
  await migrate(database, [given])
  const more = await folder('b', {
    '202601010902_a.sql': 'alter table kernel.a add more int;',
    '202601010903_b.sql': 'alter table kernel.b add more int;',
  })
  // The other never gives way: it is the migration that PostgreSQL ends.
  await other.query(`set deadlock_timeout = '1h'`)
  await other.query('begin; lock table kernel.b')
  const running = migrate(database, [given, more])
  const waits = async () => {
    const { rowCount } = await other.query(
      `select from pg_locks where not granted and relation = 'kernel.b'::regclass`,
    )
    return rowCount === 1
  }
  while (!(await waits()));
  await other.query('lock table kernel.a')
  await other.query('commit')
  expect(await running).toBe(2)
})
