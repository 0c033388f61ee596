// A report as ODS. Runs on the press, and is loaded there with its library when one is asked for.
import { type OdsCellObject, OdsDocument, type OdsSheet } from 'odf-kit/ods'
import type { Block, Inline } from '#kernel/richtext'
import { finished } from '#kernel/sheets'
import { sheetNames } from './sheet-names.ts'
import {
  isFigure,
  type OfficeInput,
  type PrintedBlock,
  type PrintedCell,
  type PrintedTable,
} from './printed.ts'

type Row = (OdsCellObject | null)[]

const ruled = '0.75pt solid #1a1d26'
const soft = '#4c5261'
const pageWidth = { portrait: 21, landscape: 30 } // centimetres, for a table of few columns

/** The bytes of the report for a spreadsheet: what is said on the first sheet, then a sheet a table. */
export async function makeOds(input: OfficeInput): Promise<Uint8Array> {
  const tables = input.blocks.filter((block) => block.kind === 'table')
  const [first = '', ...names] = sheetNames([
    input.labels.sheet,
    ...tables.map(({ caption }) => caption),
  ])
  const named = new Map(tables.map((table, index) => [table, names[index] ?? '']))
  const document = new OdsDocument().setDateFormat('DD/MM/YYYY').setMetadata({
    title: input.title,
    description: input.subtitle,
    creator: input.authority,
    creationDate: new Date(input.madeAt),
  })
  tell(document.addSheet(first), input, named)
  for (const [table, name] of named) {
    lay(document.addSheet(name), table, input.landscape ? pageWidth.landscape : pageWidth.portrait)
  }
  return finished(await document.save(), input.landscape)
}

/** The first sheet: labels and numbers left, words right. */
function tell(sheet: OdsSheet, input: OfficeInput, named: Map<PrintedTable, string>): void {
  sheet.setColumnWidth(0, '5.5cm').setColumnWidth(1, '17cm')
  sheet.addRow([null, words(input.authority, { color: soft })])
  sheet.addRow([null, words(input.title, { bold: true, fontSize: 18 })])
  if (input.subtitle) sheet.addRow([null, words(input.subtitle, { fontSize: 13 })])
  sheet.addRow([null, words(input.labels.made, { color: soft })])
  sheet.addRow([])
  for (const { label, value } of input.facts) sheet.addRow([words(label), words(value)])
  for (const block of input.blocks) {
    for (const row of told(block, named)) sheet.addRow(row)
  }
}

function told(block: PrintedBlock, named: Map<PrintedTable, string>): Row[] {
  switch (block.kind) {
    case 'heading': {
      const look = { bold: true, fontSize: Math.max(10, 15 - block.level) }
      return [[], [block.number ? words(block.number, look) : null, words(block.text, look)]]
    }
    case 'paragraph':
      return [[null, words(block.text, block.soft ? { color: soft } : {})]]
    case 'rich':
      return block.blocks.flatMap(linesOf).map((line) => [null, words(line)])
    case 'facts':
      return block.facts.map(({ label, value }) => [words(label), words(value)])
    case 'progress':
      return [[words(block.label), typed({ kind: 'percent', text: '', value: block.share })]]
    case 'table': {
      const href = `#'${named.get(block) ?? ''}'.A1`
      return [[null, { ...words(block.caption), href, underline: true }]]
    }
  }
}

/** A sheet of one table, its head frozen. */
function lay(sheet: OdsSheet, table: PrintedTable, width: number): void {
  const heads = table.columns.map(({ header, kind }) =>
    words(header, { align: isFigure(kind) ? 'right' : 'left' }),
  )
  sheet.addRow(heads, { bold: true, borderBottom: ruled, verticalAlign: 'bottom' })
  for (const cells of table.rows) sheet.addRow(cells.map(typed), { verticalAlign: 'top' })
  if (table.total) sheet.addRow(table.total.map(typed), { bold: true, borderTop: ruled })
  sheet.freezeRows(1)
  table.columns.forEach(({ share }, index) => {
    sheet.setColumnWidth(index, `${Math.max(2.4, share * width).toFixed(1)}cm`)
  })
}

function typed({ kind, text, value }: PrintedCell): OdsCellObject | null {
  if (value === '') return null
  switch (kind) {
    case 'text':
      return words(text)
    case 'number':
      return { value, type: 'float', numberFormat: decimals(Number(value)) }
    case 'money':
      return { value, type: 'currency', numberFormat: 'currency:EUR:2' }
    case 'percent':
      return { value, type: 'percentage', numberFormat: 'percentage:1' }
    case 'date':
      return { value: new Date(`${value}T00:00:00Z`), type: 'date', align: 'right' }
  }
}

const decimals = (value: number) => (Number.isInteger(value) ? 'integer' : 'decimal:2')

const words = (value: string, look: Partial<OdsCellObject> = {}): OdsCellObject => ({
  wrap: true,
  verticalAlign: 'top',
  ...look,
  value,
  type: 'string',
})

/** The words of a rich text, a line a paragraph or row; a spreadsheet has no more. */
function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [line(block.children)].filter((text) => text.trim() !== '')
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${(block.start ?? 1) + index}.` : '•'
        const [first = '', ...others] = item.flatMap(linesOf)
        return [`${mark} ${first}`, ...others]
      })
    case 'quote':
      return block.children.flatMap(linesOf)
    case 'table':
      return block.rows.map(({ cells }) =>
        cells.map(({ children }) => children.flatMap(linesOf).join(' ')).join(' | '),
      )
    case 'rule':
      return []
    case 'picture':
      return block.alt ? [`[${block.alt}]`] : []
  }
}

const line = (inlines: readonly Inline[]) =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
