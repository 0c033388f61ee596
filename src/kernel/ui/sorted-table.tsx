import { type Cell, cellInWords, compareCells, isEmptyCell } from './cell.ts'
import { type Column, Table, type TableProps } from './table.tsx'

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

interface SortedTableProps<Row> extends Omit<TableProps<Row>, 'columns'> {
  /** By the names under which the address sorts by them. */
  columns: Readonly<Record<string, ValueColumn<Row>>>
  /** The column that rows are sorted by; `-` before it turns them round. */
  sort: string
  /** The address of the table in another order. */
  href: (sort: string) => string
}

/** A table that every head of a column sorts. */
export function SortedTable<Row>({ columns, sort, href, ...table }: SortedTableProps<Row>) {
  const sortable = Object.entries(columns).map(([name, { value, cell, ...column }]) => {
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
  return <Table {...table} columns={sortable} rows={sortedBy(columns, sort, table.rows)} />
}
