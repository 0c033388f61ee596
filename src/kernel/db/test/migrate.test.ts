import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { ground } from '#test/harness'
import { connect, type Database, dumpSchema, migrate, type MigrationFolder } from '../index.ts'
import { cloneOf } from '#kernel/testing'

let database: Database
let root: string
let prefix: string

beforeAll(async () => {
  const url = await cloneOf(inject('templateUrl'), `migrate_${process.pid}`)
  database = connect({ url, poolSize: 2 })
  root = await mkdtemp(join(tmpdir(), 'beffroi-migrate-'))
})

beforeEach(() => {
  prefix = `t${randomUUID().slice(0, 8)}`
})

afterAll(async () => {
  await database.close()
  await rm(root, { recursive: true })
})

/** A folder of migrations as a module has it. */
async function folder(name: string, files: Record<string, string>): Promise<MigrationFolder> {
  const path = join(root, prefix, name)
  await mkdir(path, { recursive: true })
  for (const [file, sql] of Object.entries(files)) await writeFile(join(path, file), sql)
  return { name: `${prefix}/${name}`, path }
}

const table = (name: string) => `create table kernel.${prefix}_${name} (id int);`
const extend = (name: string) => `alter table kernel.${prefix}_${name} add more int;`

async function tables(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(
    `select relname as name from pg_class where relname like $1 and relkind = 'r' order by 1`,
    [`${prefix}%`],
  )
  return rows.map(({ name }) => name.slice(prefix.length + 1))
}

describe('migrations', () => {
  test('run once: the second start changes nothing', async () => {
    const one = await folder('a', { '0001_a.sql': table('a') })
    expect(await migrate(database, [one])).toBe(1)
    expect(await migrate(database, [one])).toBe(0)
  })

  test('run in the order of the folders, then of their numbers', async () => {
    const later = { '0002_b.sql': extend('a'), '0001_a.sql': table('a'), '0010_c.sql': table('c') }
    const first = await folder('first', later)
    const second = await folder('second', { '0001_d.sql': extend('c') })
    expect(await migrate(database, [first, second])).toBe(4)
    await expect(
      migrate(database, [await folder('third', { '1.sql': extend('e') })]),
    ).rejects.toThrow(/third\/1\.sql failed/)
  })

  test('that are new run after those that were applied', async () => {
    await migrate(database, [await folder('a', { '0001_a.sql': table('a') })])
    const grown = await folder('a', { '0002_b.sql': extend('a') })
    expect(await migrate(database, [grown])).toBe(1)
  })

  test('are all applied or none: a wrong one undoes those before it', async () => {
    const wrong = { '0001_a.sql': table('a'), '0002_b.sql': 'create tabel nonsense' }
    await expect(migrate(database, [await folder('a', wrong)])).rejects.toThrow(
      `${prefix}/a/0002_b.sql failed`,
    )
    expect(await tables()).toEqual([])
  })

  test('that were applied are history: one edited since refuses the start, by name', async () => {
    await migrate(database, [await folder('a', { '0001_a.sql': table('a') })])
    const edited = await folder('a', { '0001_a.sql': `${table('a')} `, '0002_b.sql': table('b') })
    await expect(migrate(database, [edited])).rejects.toThrow(
      `The migration ${prefix}/a/0001_a.sql was changed after it was applied`,
    )
    expect(await tables()).toEqual(['a'])
  })

  test('run once when two processes start at the same time', async () => {
    const one = await folder('a', { '0001_a.sql': table('a') })
    const ran = await Promise.all([migrate(database, [one]), migrate(database, [one])])
    expect(ran.toSorted()).toEqual([0, 1])
  })

  test('of a folder without any, and files that are no SQL, are nothing', async () => {
    const empty = await folder('a', { 'README.md': 'create nonsense' })
    const missing = { name: `${prefix}/missing`, path: join(root, prefix, 'missing') }
    expect(await migrate(database, [empty, missing])).toBe(0)
  })

  test('of the whole house are applied in the template: nothing is pending', async () => {
    const { house } = await ground()
    expect(await migrate(database, house.migrations)).toBe(0)
  })
})

test('the schema as text is the same for the same schema, and tells a change', async () => {
  const before = await dumpSchema(database)
  expect(await dumpSchema(database)).toBe(before)
  await migrate(database, [await folder('a', { '0001_a.sql': table('a') })])
  const after = await dumpSchema(database)
  expect(after).not.toBe(before)
  expect(after).toContain(`table kernel.${prefix}_a`)
})
