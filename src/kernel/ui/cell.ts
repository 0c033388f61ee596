import { euros, formatDate, formatDateTime, formatNumber, t } from '#kernel/i18n'

/** What a cell of a table is worth: what rows are sorted by, and what goes to a spreadsheet. */
export type Cell =
  | string
  | number
  | boolean
  | Temporal.PlainDate
  | Temporal.Instant
  | { readonly cents: number }
  | null

const collator = new Intl.Collator('fr', { numeric: true })

/** Whether there is nothing in it. */
export const isEmptyCell = (cell: Cell): cell is '' | null => cell === null || cell === ''

/**
 * The order of two cells, as `sort` wants it: amounts, numbers, days and instants as what they are,
 * words as French orders them, « A.9 » before « A.10 ».
 */
export function compareCells(one: Cell, other: Cell): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (one instanceof Temporal.PlainDate && other instanceof Temporal.PlainDate)
    return Temporal.PlainDate.compare(one, other)
  if (one instanceof Temporal.Instant && other instanceof Temporal.Instant)
    return Temporal.Instant.compare(one, other)
  if (isAmount(one) && isAmount(other)) return one.cents - other.cents
  return collator.compare(String(one ?? ''), String(other ?? ''))
}

export const isAmount = (cell: Cell): cell is { readonly cents: number } =>
  typeof cell === 'object' && cell !== null && 'cents' in cell

/** A cell as a page shows it, where its column says nothing else. */
export function cellInWords(cell: Cell): string {
  if (cell === null || typeof cell === 'string') return cell ?? ''
  if (typeof cell === 'number') return formatNumber(cell)
  if (typeof cell === 'boolean') return t(cell ? 'ui.yes' : 'ui.no')
  if (cell instanceof Temporal.PlainDate) return formatDate(cell, 'short')
  if (cell instanceof Temporal.Instant) return formatDateTime(cell, 'short')
  return euros(cell.cents)
}
