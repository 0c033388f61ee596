import { readOds } from 'odf-kit/ods-reader'
import { readXlsx } from 'odf-kit/xlsx'
import { describe, expect, test } from 'vitest'
import { Invalid, TooMany } from '#kernel/errors'
import { inLanguage } from '#kernel/i18n'
import { exportAnswer, type ExportColumn, mostExported, openCsvOf } from '../index.ts'
import { widthsOf } from '../widths.ts'

interface Work {
  name: string | null
  price: { cents: number } | null
  share?: number
  until?: Temporal.PlainDate
  at?: Temporal.Instant
  bound?: boolean
  count?: number
}

const columns: ExportColumn<Work>[] = [
  { header: 'Objet', value: ({ name }) => name },
  { header: 'Montant', value: ({ price }) => price },
  { header: 'Part', value: ({ share }) => share ?? null, percent: true },
  { header: 'Échéance', value: ({ until }) => until ?? null },
  { header: 'Ouverture', value: ({ at }) => at ?? null },
  { header: 'Lié', value: ({ bound }) => bound ?? null },
  { header: 'Lots', value: ({ count }) => count ?? null },
]

const works: Work[] = [
  {
    name: 'Chaudière ; « rue Haute »',
    price: { cents: 8_640_050 },
    share: 7,
    until: Temporal.PlainDate.from('2026-06-30'),
    at: Temporal.Instant.from('2026-06-30T18:04:00Z'),
    bound: true,
    count: -2.5,
  },
  { name: null, price: null },
]

const file = (format: 'csv' | 'xlsx' | 'ods', rows = works) =>
  inLanguage('fr', () => exportAnswer(format, 'Marchés, l’été', columns, rows))
const bytes = async (format: 'csv' | 'xlsx' | 'ods', rows = works) =>
  new Uint8Array(await (await file(format, rows)).arrayBuffer())
const text = (raw: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw)

test('CSV is for a spreadsheet set to French: mark, semicolons, decimal commas, the time of the authority', async () => {
  expect(text(await bytes('csv'))).toBe(
    '\uFEFFObjet;Montant;Part;Échéance;Ouverture;Lié;Lots\r\n' +
      '"Chaudière ; « rue Haute »";86400,50;7;2026-06-30;2026-06-30 20:04;Oui;-2,5\r\n' +
      ';;;;;;\r\n',
  )
})

test('CSV as open data is RFC 4180: commas, decimal points, quotes doubled', () => {
  const rows = [{ name: 'dit "le grand", 1\nb', price: { cents: 1250 } }]
  const [name, price] = columns
  expect(
    openCsvOf(
      [name, price].flatMap((one) => one ?? []),
      rows,
    ),
  ).toBe('\uFEFFObjet,Montant\r\n"dit ""le grand"", 1\nb",12.50\r\n')
})

test('no text becomes a formula; a number below zero stays one', async () => {
  const names = ['=1+1', '@a', '+32', '-', '\ta', '\r=1']
  const rows = names.map((name) => ({ name, price: { cents: -300 } }))
  const lines = text(await bytes('csv', rows))
    .split('\r\n')
    .slice(1, 6)
  expect(lines).toEqual(names.slice(0, 5).map((name) => `'${name};-3,00;;;;;`))
  const ods = await readOds(await bytes('ods', rows))
  expect(ods.sheets[0]?.rows.slice(1).map(({ cells }) => cells[0]?.type)).not.toContain('formula')
})

describe('a workbook holds what the cells are worth', () => {
  test('ODS: amounts as currency, shares, days and times, in rows below frozen heads', async () => {
    const { sheets } = await readOds(await bytes('ods'))
    expect(sheets[0]).toMatchObject({ name: 'Liste' })
    const [heads, row] = sheets[0]?.rows ?? []
    expect(heads?.cells.map(({ value }) => value)).toEqual(columns.map(({ header }) => header))
    expect(row?.cells.map(({ type }) => type)).toEqual([
      ...['string', 'float', 'float', 'date', 'date', 'boolean', 'float'],
    ])
    expect(row?.cells.map(({ value }) => value)).toEqual([
      'Chaudière ; « rue Haute »',
      ...[86_400.5, 0.07, new Date('2026-06-30T00:00Z'), new Date('2026-06-30T20:04Z'), true, -2.5],
    ])
  })

  test('XLSX: the same, with a filter on each head', async () => {
    const { sheets } = await readXlsx(await bytes('xlsx'))
    expect(sheets[0]).toMatchObject({ name: 'Liste', freezeRows: 1 })
    const row = [...(sheets[0]?.rows.get(1)?.cells.values() ?? [])]
    expect(row.map(({ type }) => type)).toEqual([
      ...['string', 'number', 'number', 'date', 'date', 'boolean', 'number'],
    ])
    expect(row.map(({ value }) => (value instanceof Date ? value.toISOString() : value))).toEqual([
      ...['Chaudière ; « rue Haute »', 86_400.5, 0.07],
      ...['2026-06-30T00:00:00.000Z', '2026-06-30T20:04:00.000Z', true, -2.5],
    ])
  })
})

test('a file keeps the accents of its name, and is for the one who took it only', async () => {
  const { headers } = await file('ods')
  expect(headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('Marchés, l’été.ods')}`,
  )
  expect(headers.get('cache-control')).toMatch(/private/)
  expect(headers.has('access-control-allow-origin')).toBe(false)
})

test('a few workbooks wait for one another; one more is refused, and later ones are made again', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 5 }, () => bytes('xlsx')))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  expect(asked.at(-1)).toMatchObject({ status: 'rejected', reason: expect.any(TooMany) })
  expect((await bytes('xlsx')).length).toBeGreaterThan(1000)
})

test('more rows than a file takes are refused, not cut', async () => {
  const many = Array.from({ length: mostExported + 1 }, () => ({ name: 'a', price: null }))
  await expect(file('csv', many)).rejects.toThrow(Invalid)
  expect(text(await bytes('csv', many.slice(1))).split('\r\n')).toHaveLength(mostExported + 2)
})

test('what XML cannot hold is left out of every file, whatever is stored', async () => {
  const rows: Work[] = [{ name: 'a\uFFFEb\u0008c\uD800d', price: null }]
  expect(text(await bytes('csv', rows))).toContain('\r\nabcd;')
  const xlsx = await readXlsx(await bytes('xlsx', rows))
  const ods = await readOds(await bytes('ods', rows))
  expect(ods.sheets[0]?.rows[1]?.cells[0]?.value).toBe('abcd')
  expect([...(xlsx.sheets[0]?.rows.get(1)?.cells.values() ?? [])][0]?.value).toBe('abcd')
})

test('nothing in a CSV file is run as a formula, in whatever width it is written', async () => {
  for (const name of ['=1+1', '＝1+1', '＋1', '－1', '＠a', ' =1', '\t=1', '﹢1'])
    expect(text(await bytes('csv', [{ name, price: null }])), name).toContain(`\r\n'${name};`)
})

test('a cell of more lines than a call takes arguments has a width (S3)', () => {
  const cell = { kind: 'text' as const, value: 'ligne\n'.repeat(500_000) }
  expect(widthsOf(['Remarque'], [[cell]])).toEqual([12])
})
