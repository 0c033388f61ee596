import { expect, test } from 'vitest'
import { lastChanged } from '#commons/dossiers'
import { simply } from '../field.ts'
import { tableColumns } from '../list-columns.tsx'
import type { ListedRecord } from '../list.ts'
import type { RecordList } from '../record-list.ts'

test('what rows of a list have in common is told once a page, not once a row', async () => {
  const told: unknown[] = []
  const tell = (zone: unknown) => {
    told.push(zone)
    return `Zone ${String(zone)}`
  }
  const zone = { label: 'records.state', order: null, shown: simply(tell) } as const
  const of = { kind: { path: (id: string) => id }, path: '/', fields: {} }
  const rows = ['north', 'south', 'north', null, 'north', null].map((one) => ({ zone: one }))
  const [, column] = await tableColumns(
    of as unknown as RecordList, // What columns ask of it.
    { zone },
    ['zone'],
    { order: lastChanged, query: {}, rows: rows as unknown as ListedRecord[] },
  )
  const cells = rows.map((row) => column?.cell(row as unknown as ListedRecord))
  expect(cells.slice(0, 4)).toEqual(['Zone north', 'Zone south', 'Zone north', 'Zone null'])
  expect(told).toEqual(['north', 'south', null])
})
