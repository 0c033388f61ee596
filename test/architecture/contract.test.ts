import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { connect, readMigrations } from '#kernel/db'
import { unpackState } from '#kernel/testing'
import { ground } from '#test/harness'
import { contracts } from './contract.ts'

const released = unpackState(readFileSync(join(projectRoot, 'db/released.json.gz')))
const tables = new Set(released.tables.map(({ name }) => name))

test('what was written since the last release lets its version go on, or says that it does not', async () => {
  const { house } = await ground()
  const known = new Set(released.migrations.map(({ hash }) => hash))
  const fresh = readMigrations(house.migrations).filter(({ hash }) => !known.has(hash))
  expect(contracts(fresh, tables)).toEqual([])
})

test('the version before finds its tables and columns, of the types that it knows, and may leave out what is new', async () => {
  const database = connect({ url: inject('templateUrl'), poolSize: 1 })
  try {
    const { rows } = await database.owner.query<{
      name: string
      column: string
      needed: boolean
    }>(`
      select c.oid::regclass::text as name, a.attname::text as column,
        a.attnotnull and not a.atthasdef and a.attidentity = '' as needed
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p')`)
    const now = Map.groupBy(rows, ({ name }) => name)
    const wrong = released.tables.flatMap(({ name, columns }) => {
      const there = now.get(name)
      if (!there) return [`${name} is gone`]
      const gone = columns.filter((one) => !there.some(({ column }) => column === one))
      const asked = there.filter(({ column, needed }) => needed && !columns.includes(column))
      return [
        ...gone.map((one) => `${name}.${one} is gone`),
        ...asked.map(
          ({ column }) => `${name}.${column} needs a value that it does not write: a default`,
        ),
      ]
    })
    expect(wrong).toEqual([])
  } finally {
    await database.close()
  }
})

test('what takes something away is found, unless it says after which release', () => {
  const found = (sql: string) =>
    contracts([{ folder: 'kernel/x', name: '1.sql', sql }], new Set(['kernel.a']))
  for (const sql of [
    'alter table kernel.a drop column b',
    'drop table kernel.a',
    'alter table kernel.a rename to c',
    'alter table kernel.a rename column b to c',
    'alter table kernel.a set schema commons',
    'alter table kernel.a alter column b type text',
    'alter table kernel.a alter column b set not null',
    'alter table kernel.a add column b text not null',
  ]) {
    expect([sql, found(sql).length]).toEqual([sql, 1])
    expect(found(`-- contract: after 1.2\n${sql}`)).toEqual([])
  }
  for (const sql of [
    'alter table kernel.a add column b text not null default 1, add column c text',
    'alter table kernel.fresh drop column b',
    'create table kernel.b (c text not null)',
    '-- drop table kernel.a\nselect 1',
  ])
    expect([sql, found(sql)]).toEqual([sql, []])
})
