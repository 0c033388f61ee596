import { euros, formatDate, formatDateTime, formatNumber, t } from '#kernel/i18n'

/** A value as spreadsheets, reports and comparisons take it. */
export type Cell =
  | string
  | number
  | boolean
  | Temporal.PlainDate
  | Temporal.Instant
  | { readonly cents: number }
  | null

/** The same in words, where all must be text. */
export function inText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return formatNumber(cell)
  if (typeof cell === 'boolean') return t(cell ? 'records.yes' : 'records.no')
  if (typeof cell === 'string') return cell
  if (cell instanceof Temporal.PlainDate) return formatDate(cell, 'short')
  if (cell instanceof Temporal.Instant) return formatDateTime(cell, 'short')
  return euros(cell.cents)
}
