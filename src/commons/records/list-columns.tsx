import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { type Column, filterAddress } from '#kernel/ui'
import { lastChanged, type Order } from '#commons/dossiers'
import type { ExportColumn } from '#commons/exports'
import type { ListedRecord } from './list.ts'
import type { RecordList } from './record-list.ts'
import { columnIn, type ListedFields, type ListedKind } from './listed.tsx'
import type { ListQuery } from './narrowing.ts'

/** The columns after the first: those that the person keeps, as far as the list has them, else its own. */
export const chosenColumns = (
  { columns }: RecordList,
  listed: ListedFields,
  kept: readonly string[] | undefined,
): string[] =>
  (kept ?? columns).filter(
    (name) => name !== 'title' && Object.hasOwn(listed, name) && listed[name]?.plain,
  )

/** Whether a list has the order that an address asks for. */
export const sortedBy = (of: ListedKind, sort = ''): boolean =>
  sort !== '' && orderOf(of, sort) !== lastChanged

/** The order that the address asks for; one that the list does not have is the last changed first. */
export function orderOf(of: ListedKind, sort = ''): Order {
  const { listed } = of
  const name = sort.replace(/^-/, '')
  const field = Object.hasOwn(listed, name) ? listed[name] : undefined
  if (!field || field.order === null) return lastChanged
  const column = columnIn(of, name)
  return {
    name: sort,
    by: field.order ? field.order(column) : column,
    down: sort.startsWith('-'),
    ...(field.filled && !of.withheldIn?.(name) && { filled: true }),
  }
}

interface Shown {
  order: Order
  query: ListQuery
  rows: readonly ListedRecord[]
}

/** The columns of the page: what each dossier is, with its reference below, then those that were chosen. */
export async function tableColumns(
  { kind, path, fields }: RecordList,
  listed: ListedFields,
  chosen: readonly string[],
  { order, query, rows }: Shown,
): Promise<Column<ListedRecord>[]> {
  const sortOf = (name: string): Column<ListedRecord>['sort'] => {
    const now = { [name]: 'ascending', [`-${name}`]: 'descending' } as const
    const next = order.name === name ? `-${name}` : name
    const given = Object.entries(query).flatMap(([param, value]) => (value ? [[param, value]] : []))
    return {
      href: filterAddress(path, { ...Object.fromEntries(given), sort: next }),
      now: Object.hasOwn(now, order.name) ? now[order.name] : undefined,
    }
  }
  const others = await Promise.all(
    chosen.map(async (name): Promise<Column<ListedRecord>> => {
      const field = listed[name]
      const show = onceEach(
        (await (field?.brief ?? field?.shown)?.(toldIn(rows, name))) ?? (() => null),
      )
      return {
        header: field ? t(field.label) : name,
        cell: (row) => Reflect.has(row, name) && show(Reflect.get(row, name)),
        align: field?.narrow === 'numbers' ? 'end' : undefined,
        sort: field?.order === null ? undefined : sortOf(name),
      }
    }),
  )
  const besides = !chosen.includes('reference')
  return [
    {
      header: t(fields['title']?.label ?? 'records.title'),
      main: true,
      sort: fields['title'] && sortOf('title'),
      cell: (row) => (
        <>
          <a href={kind.path(row.id)}>{row.title}</a>
          {besides && row.reference && <small class="muted below"> {row.reference}</small>}
        </>
      ),
    },
    ...others,
  ]
}

/** Tells each value once: rows that have the same then hold the very same, which their table writes once. */
function onceEach(tell: (value: unknown) => Child): (value: unknown) => Child {
  const told = new Map<unknown, Child>()
  return (value) => {
    if (told.has(value)) return told.get(value)
    const child = tell(value)
    told.set(value, child)
    return child
  }
}

/** What these rows tell in a column; one that is withheld of a row is not in it. */
const toldIn = (rows: readonly ListedRecord[], name: string): unknown[] =>
  rows.flatMap((row) => (Reflect.has(row, name) ? [Reflect.get(row, name)] : []))

/** The columns of a file: title, reference, then those that were chosen. */
export async function exportColumns(
  listed: ListedFields,
  chosen: readonly string[],
  rows: readonly ListedRecord[],
): Promise<ExportColumn<ListedRecord>[]> {
  const names = ['title', ...(chosen.includes('reference') ? [] : ['reference']), ...chosen]
  return Promise.all(
    names.map(async (name) => {
      const field = listed[name]
      const tell = await field?.plain?.(toldIn(rows, name))
      return {
        header: t(field?.label ?? 'records.title'),
        value: (row: ListedRecord) =>
          (Reflect.has(row, name) ? tell?.(Reflect.get(row, name)) : null) ?? null,
      }
    }),
  )
}
