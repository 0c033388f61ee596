import { type Column, Table, type TableProps } from './table.tsx'

/** A column of a table that is sorted and exported by what it is worth. */
export interface ValueColumn<Row> extends Omit<Column<Row>, 'cell' | 'sort'> {
  value: (row: Row) => string | number | null
  /** What is shown instead of the value. */
  cell?: Column<Row>['cell']
}

const order = new Intl.Collator('fr', { numeric: true })

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
  const worth = (row: Row) => String(column.value(row) ?? '')
  return rows.toSorted(
    (a, b) =>
      Number(worth(a) === '') - Number(worth(b) === '') || sign * order.compare(worth(a), worth(b)),
  )
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
  const sortable = Object.entries(columns).map(([name, { value, cell = value, ...column }]) => {
    const now = new Map([
      [name, 'ascending'],
      [`-${name}`, 'descending'],
    ] as const)
    const next = sort === name ? `-${name}` : name
    return { ...column, cell, sort: { href: href(next), now: now.get(sort) } }
  })
  return <Table {...table} columns={sortable} rows={sortedBy(columns, sort, table.rows)} />
}
