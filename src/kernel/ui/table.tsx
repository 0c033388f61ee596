/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- in a narrow place the style sheet shows rows as blocks, which takes their roles away */
import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { written } from '#kernel/jsx'
import { EmptyState } from './feedback.tsx'
import { Icon } from './icons.tsx'
import { Hidden } from './mark.tsx'
import { Pagination, type PaginationProps } from './page.tsx'

export interface Column<Row> {
  header: string
  /** Of head and cells, where it may be another than that of the page. */
  lang?: string | undefined
  cell: (row: Row) => Child
  /** Numbers and amounts end at the right. */
  align?: 'start' | 'end' | undefined
  /** Its share of the width in a tree of many rows, where columns do not fit their contents. */
  width?: 'narrow' | 'wide' | undefined
  /** The column that names its row; the first one unless told. */
  main?: boolean | undefined
  /** Where a click on the header leads, and how the rows are sorted by it now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined } | undefined
}

export interface TableProps<Row> {
  /** Says what the rows are; always there for screen readers. */
  caption: string
  hideCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** What stands in place of the rows when there are none. */
  empty?: Child
  paging?: PaginationProps | undefined
  /** A box to tick before each row, sent by the form of this id under `name`. */
  select?:
    | {
        form: string
        name: string
        value: (row: Row) => string
        label: (row: Row) => string
        /** What the box in the head takes, sent as `all`: « Choisir les 47 ». */
        all?: string | undefined
      }
    | undefined
}

/**
 * Rows to compare. In a narrow place each row becomes a card with its labels; the roles are
 * written out because a changed `display` would otherwise take them from screen readers.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, empty, paging, select } = props
  if (rows.length === 0) {
    return <>{empty ?? <EmptyState sentence={t('ui.table.empty')} />}</>
  }
  const cells = columns.map((column) => cellsOf(column, isMain(column, columns)))
  return (
    <Frame caption={caption} count={columns.length + (select ? 1 : 0)}>
      <table role="table">
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {select && (
              <th role="columnheader" scope="col" class="tick">
                {select.all ? (
                  <label>
                    <input type="checkbox" form={select.form} name="all" value="1" />
                    <span>{select.all}</span>
                  </label>
                ) : (
                  <Hidden>{t('ui.table.select')}</Hidden>
                )}
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              {select && (
                <td role="cell" class="tick">
                  <input
                    type="checkbox"
                    form={select.form}
                    name={select.name}
                    value={select.value(row)}
                    aria-label={select.label(row)}
                  />
                </td>
              )}
              {cells.map((cellOf) => cellOf(row))}
            </tr>
          ))}
        </tbody>
      </table>
      {paging && <Pagination {...paging} />}
    </Frame>
  )
}

/** Past so many columns a table scrolls in its frame: see table.css. */
const fit = 7

function Frame({ caption, count, children }: { caption: string; count: number; children: Child }) {
  if (count <= fit) return <div class="table-frame">{children}</div>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <section class="table-frame" aria-label={caption} tabindex={0}>
      {children}
    </section>
  )
}

/** Whether this column names its rows. */
export function isMain<Row>(column: Column<Row>, columns: readonly Column<Row>[]): boolean {
  return column === (columns.find((one) => one.main) ?? columns[0])
}

interface HeaderCellProps<Row> {
  column: Column<Row>
  /** Classes instead of its alignment. */
  looks?: string | undefined
}

/** The head of a column, with its link where rows can be sorted by it. */
export function HeaderCell<Row>({ column, looks }: HeaderCellProps<Row>) {
  const { header, align, sort, lang } = column
  return (
    <th role="columnheader" scope="col" class={looks ?? align} lang={lang} aria-sort={sort?.now}>
      {sort ? (
        <a href={sort.href}>
          {header}
          {sort.now && <Icon name={sort.now === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
        </a>
      ) : (
        header
      )}
    </th>
  )
}

/** Makes the cells of a column. What several rows hold, as the same service or state, is written once. */
function cellsOf<Row>(column: Column<Row>, main: boolean): (row: Row) => Child {
  const { header, align, lang } = column
  if (main)
    return (row) => (
      <th role="rowheader" scope="row" class={align} lang={lang} data-label={header}>
        {column.cell(row)}
      </th>
    )
  const known = new Map<Child, Child>()
  return (row) => {
    const held = column.cell(row)
    const cell =
      known.get(held) ??
      written(
        <td role="cell" class={align} lang={lang} data-label={header}>
          {held}
        </td>,
      )
    known.set(held, cell)
    return cell
  }
}
