import { expect, test } from 'vitest'
import { kinds } from '#commons/dossiers'
import { retentions } from '#commons/holdings'
import { ground } from '#test/harness'
import { columnFaults, type Kept, ofNoField } from './columns.ts'
import { isOfTheHouse } from './house.ts'
import { tablesOf } from './tables.ts'

/** The kinds of the house, with the fields that their folder says are held. */
async function keptInTheHouse(): Promise<Kept[]> {
  await ground()
  const fieldsOf = new Map(
    retentions
      .every()
      .flatMap(({ of, names = [], open = [] }) =>
        'kind' in of ? [[of.kind, { fields: names, open }] as const] : [],
      ),
  )
  return kinds
    .every()
    .filter(({ name }) => isOfTheHouse(name))
    .map(({ name, table }) => ({ kind: name, table, fields: [], ...fieldsOf.get(name) }))
}

test('each field has its column, and each column of a table of records its field or its reason', async () => {
  const { database } = await ground()
  const kept = await keptInTheHouse()
  expect(kept.filter(({ fields }) => fields.length > 0).length).toBeGreaterThan(5)
  expect(columnFaults(kept, await tablesOf(database), ofNoField)).toEqual([])
})

const tables = [
  { name: 'commons.dossier', columns: ['tenant_id', 'id', 'title'], notNull: [] },
  { name: 'permits.permit', columns: ['tenant_id', 'id', 'fee', 'signed'], notNull: ['fee'] },
]

test.each<[string, string[], Record<string, string>, string]>([
  [
    'a field without a column',
    ['title', 'fee', 'signed', 'place'],
    {},
    'permits.permit.place is a',
  ],
  ['a column of no field', ['title', 'fee'], {}, 'permits.permit.signed is a column'],
  [
    'a name of nothing',
    ['fee', 'signed'],
    { 'permits.permit.fee': 'why' },
    'permits.permit.fee is',
  ],
])('%s is found', (_, fields, named, fault) => {
  const kept = [{ kind: 'permits.permit', table: 'permits.permit', fields }]
  expect(columnFaults(kept, tables, named)).toEqual([expect.stringContaining(fault)])
})

test('a field that may be left open is found where its column may not be null', () => {
  const of = { kind: 'permits.permit', table: 'permits.permit', fields: ['fee', 'signed'] }
  const found = (...open: string[]) => columnFaults([{ ...of, open }], tables, {})
  expect(found('signed')).toEqual([])
  expect(found('fee')).toEqual([expect.stringContaining('permits.permit.fee may be left open')])
})

test('a column that is named with its reason is none, nor is a kind outside of records', () => {
  const named = { 'permits.permit.signed': 'set by signing' }
  const kept = [{ kind: 'permits.permit', table: 'permits.permit', fields: ['title', 'fee'] }]
  expect(columnFaults(kept, tables, named)).toEqual([])
  const outside = [{ kind: 'permits.permit', table: 'permits.permit', fields: [] }]
  expect(columnFaults(outside, tables, {})).toEqual([])
})
