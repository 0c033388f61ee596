import { timeZone } from '#kernel/i18n'
import { inXml } from '#kernel/xml'
import { type Cell, isAmount, type ValueColumn } from '#kernel/ui'

/** A column of a spreadsheet: its head, and what each row is worth in it. The columns of a table are some. */
export type ExportColumn<Row> = Pick<ValueColumn<Row>, 'header' | 'value' | 'percent'>

/**
 * A cell as spreadsheets know cells: amounts in euros, shares of one, and days and times as the moment in
 * universal time whose clock shows what the authority’s does, which is what they write down.
 */
export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'money' | 'percent'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'day' | 'time'; readonly value: Date }

/** The cells of a row, in the order of the columns. */
export const sheetRow = <Row>(columns: readonly ExportColumn<Row>[], row: Row): SheetCell[] =>
  columns.map(({ value, percent = false }) => sheetCell(value(row), percent))

function sheetCell(cell: Cell, percent: boolean): SheetCell {
  if (cell === null || cell === '') return { kind: 'empty' }
  if (typeof cell === 'string') return { kind: 'text', value: inXml(cell) }
  if (typeof cell === 'boolean') return { kind: 'truth', value: cell }
  if (typeof cell === 'number')
    return percent ? { kind: 'percent', value: cell / 100 } : { kind: 'number', value: cell }
  if (isAmount(cell)) return { kind: 'money', value: cell.cents / 100 }
  if (cell instanceof Temporal.PlainDate)
    return { kind: 'day', value: written(cell.toPlainDateTime()) }
  return { kind: 'time', value: written(cell.toZonedDateTimeISO(timeZone).toPlainDateTime()) }
}

const written = (time: Temporal.PlainDateTime) =>
  new Date(time.toZonedDateTime('UTC').epochMilliseconds)
