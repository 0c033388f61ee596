import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { checkForeignTables } from './foreign-tables.ts'
import { readSources } from './source.ts'

test('a trade goes to the tables of another through its index.ts (P4)', () => {
  expect(checkForeignTables(readSources(projectRoot))).toEqual([])
})

const made = {
  path: 'src/modules/permits/migrations/1.sql',
  text: 'create table permits.permit (\n  id uuid\n);',
}

test.for([
  ['a query', "db().selectFrom('permits.permit as p').execute()"],
  ['several tables', "db().selectFrom(['mail.letter', 'permits.permit'])"],
  ['a join', "query.innerJoin('permits.permit as p', 'p.id', 'l.id')"],
  ['a write', "db().updateTable('permits.permit').set({})"],
  ['SQL', 'sql`select 1 from permits.permit where true`'],
  ['a write in SQL', 'sql`update permits.permit set number = 1`'],
] as const)('%s on the table of another trade is found', ([, text]) => {
  const path = 'src/modules/mail/letter.ts'
  expect(checkForeignTables([made, { path, text }])).toEqual([
    `${path}:1 goes to permits.permit: ask permits through its index.ts`,
  ])
  expect(checkForeignTables([made, { path: 'src/modules/permits/permit.ts', text }])).toEqual([])
})

test('the name of a kind of dossier, which is often that of its table, is no query', () => {
  const path = 'src/modules/mail/letter.ts'
  const text = "stateName('permits.permit', state)"
  expect(checkForeignTables([made, { path, text }])).toEqual([])
})
