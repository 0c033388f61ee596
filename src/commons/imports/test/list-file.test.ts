import { strToU8, zipSync } from 'fflate'
import writeXlsx, { type CellObject } from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { Invalid } from '#kernel/errors'
import { rowsOfList } from '../list-file.ts'
import '../locales/index.ts'

const workbookOf = async (data: (CellObject | null)[][]) =>
  new Uint8Array(await writeXlsx([{ sheet: 'Liste', data }]).toBuffer())

const text = (value: string): CellObject => ({ value, type: String })

test('a workbook is read as a person would type it, its rows numbered as it numbers them', async () => {
  const day = { value: new Date('2026-01-31'), type: Date, format: 'dd/mm/yyyy' } as const
  const rows = await rowsOfList(
    await workbookOf([
      [text('Objet'), text('Montant'), text('Jour'), text('Urgent')],
      [],
      [text(' Clé '), { value: 1250.5, type: Number }, day, { value: true, type: Boolean }],
      [text('Badge'), { value: 12.345, type: Number }, null, { value: false, type: Boolean }],
      [text('Somme'), { value: 0.1 + 0.2, type: Number }],
    ]),
  )
  expect(rows).toEqual([
    { number: 1, cells: ['Objet', 'Montant', 'Jour', 'Urgent'] },
    { number: 3, cells: ['Clé', '1250,5', '2026-01-31', '1'] },
    { number: 4, cells: ['Badge', '12,3450', '', '0'] },
    { number: 5, cells: ['Somme', '0,3', '', ''] },
  ])
})

/** What is said of a file. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const thrown: unknown = await rowsOfList(bytes).catch((failure: unknown) => failure)
  return thrown instanceof Invalid ? (thrown.fields['files'] ?? []).join(' ') : String(thrown)
}

const part = (name: string, body: string) => ({ [name]: strToU8(body) })

test.for<[string, () => Uint8Array, string]>([
  ['no workbook, but packed', () => zipSync(part('readme.txt', 'a')), 'autre tableur'],
  ['of another program', () => zipSync(part('content.xml', '<a/>')), 'autre tableur'],
  [
    'old, or locked by a password',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
    'ancien format',
  ],
  ['cut off', () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'ne se lit pas'],
  ['broken inside', () => zipSync(part('xl/workbook.xml', '<workbook')), 'ne se lit pas'],
  [
    'a bomb: more than 100 MB packed into 100 kB',
    () => zipSync({ ...part('xl/workbook.xml', '<a/>'), 'xl/a.xml': new Uint8Array(100_000_001) }),
    'trop grand',
  ],
])('a file that is %s is refused in words', async ([, bytes, why]) => {
  expect(await refusal(bytes())).toContain(why)
})

const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>q</t></is></c>`

/** A workbook of one sheet whose second row is this. */
const workbookWith = (row: string) =>
  zipSync({
    ...part(
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    ...part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    ...part(
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row r="1">${cell('A1')}</row>${row}</sheetData></worksheet>`,
    ),
  })

test.for<[string, string, string]>([
  ['a column beyond the last', `<row r="2">${cell('ZZZZZZZZ2')}</row>`, 'ne se lit pas'],
  ['the column after the last', `<row r="2">${cell('XFE2')}</row>`, 'ne se lit pas'],
  ['a row beyond the last', `<row r="2">${cell('A99999999999')}</row>`, 'ne se lit pas'],
  ['a row that says so itself', `<row r="99999999999">${cell('A1')}</row>`, 'ne se lit pas'],
  ['the last place of all', `<row r="1048576">${cell('XFD1048576')}</row>`, 'trop grand'],
])('a workbook with a cell in %s is refused before room is made (S3)', async ([, row, why]) => {
  expect(await refusal(workbookWith(row))).toContain(why)
})

test('the smallest workbook there is, with a cell further on, is read', async () => {
  const rows = await rowsOfList(workbookWith(`<row r="2">${cell('B2')}</row>`))
  expect(rows.at(-1)).toEqual({ number: 2, cells: ['', 'q'] })
})

test('a row of nine million cells is refused before they are parted, beside the server (S3)', async () => {
  const list = (cells: number) => Buffer.from(`Objet\r\n${';'.repeat(cells)}`)
  expect(await refusal(list(9_000_000))).toContain('trop grand')
  expect(await refusal(list(20_000))).toContain('trop grand')
})

test('a long list is read beside the server as a short one is', async () => {
  const lines = Array.from({ length: 4000 }, (_, at) => `Objet ${at};"a ; ""b"" c"`)
  const rows = await rowsOfList(Buffer.from(['Objet;Note', ...lines].join('\r\n')))
  expect(rows).toHaveLength(4001)
  expect(rows.at(-1)).toEqual({ number: 4001, cells: ['Objet 3999', 'a ; "b" c'] })
})

test('a bomb that says it is small is not unpacked any further than it says', async () => {
  const honest = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) })
  const lying = honest.slice()
  const view = new DataView(lying.buffer)
  // The size that it announces, in the head of the part and in the directory at the end.
  for (let at = 0; at < lying.length - 4; at++)
    if (view.getUint32(at, true) === 30_000_000) view.setUint32(at, 100, true)
  const before = process.memoryUsage().arrayBuffers
  expect(await refusal(lying)).toContain('ne se lit pas')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})

test('a workbook of too many rows is refused, and one of five thousand is read', async () => {
  const list = (rows: number) =>
    workbookOf([[text('Objet')], ...Array.from({ length: rows }, (_, at) => [text(`Objet ${at}`)])])
  expect(await rowsOfList(await list(5000))).toHaveLength(5001)
  expect(await refusal(await list(5001))).toContain('plus de 5')
})

test('a cell that no program could write is refused with its row (H2)', async () => {
  const list = Buffer.from(`Objet;Note\nClé;\nBadge;${'a'.repeat(32_768)}`)
  expect(await refusal(list)).toContain('ligne 3')
})
