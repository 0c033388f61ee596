import { t } from '#kernel/i18n'
import { type ExportColumn, type SheetCell, sheetRow } from './sheet.ts'

/** How a file is written: for a spreadsheet set to French, or for programs (RFC 4180). */
interface Convention {
  separator: ';' | ','
  decimal: ',' | '.'
}
const forSpreadsheets: Convention = { separator: ';', decimal: ',' }
const forPrograms: Convention = { separator: ',', decimal: '.' }

/** Rows for a spreadsheet set to French: semicolons, decimal commas, UTF-8 with its mark. */
export const csvOf = <Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string =>
  written(columns, rows, forSpreadsheets)

/** Rows as open data (RFC 4180): commas, decimal points, UTF-8 with its mark, which spreadsheets look for. */
export const openCsvOf = <Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): string => written(columns, rows, forPrograms)

function written<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  convention: Convention,
): string {
  const heads = columns.map(({ header }): SheetCell => ({ kind: 'text', value: header }))
  const lines = [heads, ...rows.map((row) => sheetRow(columns, row))]
  const line = (cells: SheetCell[]) =>
    cells.map((cell) => field(cell, convention)).join(convention.separator)
  return `\uFEFF${lines.map((cells) => `${line(cells)}\r\n`).join('')}`
}

function field(cell: SheetCell, { decimal, separator }: Convention): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return quoted(harmless(cell.value), separator)
    case 'truth':
      return t(cell.value ? 'ui.yes' : 'ui.no')
    case 'day':
      return cell.value.toISOString().slice(0, 10)
    case 'time':
      return cell.value.toISOString().slice(0, 16).replace('T', ' ')
    case 'money':
      return cell.value.toFixed(2).replace('.', decimal)
    case 'percent':
      return figure(cell.value * 100).replace('.', decimal)
    case 'number':
      return figure(cell.value).replace('.', decimal)
  }
}

/** Without the noise of binary fractions: 0.07 times 100 is 7. */
const figure = (value: number) => String(Number(value.toPrecision(15)))

/** A spreadsheet runs what begins like a formula, in full width too: an apostrophe makes it a text again. */
const harmless = (text: string) => (isLikeFormula(text.replace(/^'+/, '')) ? `'${text}` : text)

/** The text of a cell without the apostrophe that kept it from being run. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && isLikeFormula(cell.replace(/^'+/, '')) ? cell.slice(1) : cell

const isLikeFormula = (text: string) =>
  /^[\t\r]/.test(text) || /^[=+\-@]/.test(text.trimStart().slice(0, 1).normalize('NFKC'))

const quoted = (text: string, separator: string) =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
