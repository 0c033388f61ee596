import { type Cell, cellInWords, compareCells, isEmptyCell } from './cell.ts'
import type { Column } from './table.tsx'

/** A column of a table that is sorted and exported by what it is worth. */
export interface ValueColumn<Row> extends Omit<Column<Row>, 'cell' | 'sort'> {
  value: (row: Row) => Cell
  /** Its numbers are hundredths: 65 is « 65 % ». */
  percent?: true
  /** What is shown instead of the value. */
  cell?: Column<Row>['cell']
}

/** Rows in the order of a column; `-` before its name turns it round. What is worth nothing is last. */
export function sortedBy<Row>(
  columns: Readonly<Record<string, ValueColumn<Row>>>,
  sort: string,
  rows: readonly Row[],
): Row[] {
  const name = sort.replace('-', '')
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (!column) return [...rows]
  const sign = sort.startsWith('-') ? -1 : 1
  const { value } = column
  return rows
    .map((row) => ({ row, worth: value(row) }))
    .toSorted(
      ({ worth: a }, { worth: b }) =>
        Number(isEmptyCell(a)) - Number(isEmptyCell(b)) || sign * compareCells(a, b),
    )
    .map(({ row }) => row)
}

/** The columns of a table that every head sorts: where a click leads, and how its rows are sorted by it now. */
export const sortable = <Row,>(
  columns: Readonly<Record<string, ValueColumn<Row>>>,
  sort: string,
  href: (sort: string) => string,
): Column<Row>[] =>
  Object.entries(columns).map(([name, { value, cell, ...column }]) => {
    const now = new Map([
      [name, 'ascending'],
      [`-${name}`, 'descending'],
    ] as const)
    const next = sort === name ? `-${name}` : name
    return {
      ...column,
      cell: cell ?? ((row: Row) => cellInWords(value(row))),
      sort: { href: href(next), now: now.get(sort) },
    }
  })
