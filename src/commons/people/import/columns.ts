import { aLot, aside, TooMuch } from '#kernel/aside'
import { Invalid } from '#kernel/errors'
import type { MessageKey } from '#kernel/i18n'
import {
  ensureShortCells,
  type ListRow,
  mostOfList,
  type NamedRow,
  rowsByColumn,
  rowsOfList,
} from '#commons/imports'
import { isLdif, mostEntries, rowsOfLdif } from './ldif.ts'

/** What a list of people says of each, by the word under which its head names it. */
export const columns = {
  last_name: 'people.last_name',
  first_name: 'people.first_name',
  email: 'people.email',
  login: 'people.login',
  external_id: 'people.external_id',
  service: 'people.service',
  function: 'people.function',
  role: 'people.role',
  first_day: 'people.first_day',
  last_day: 'people.last_day',
} as const satisfies Record<string, MessageKey>
export type ColumnName = keyof typeof columns
export const isColumn = (name: string): name is ColumnName => Object.hasOwn(columns, name)

/** A row as it was written: by column, empty where it says nothing. */
export type WrittenRow = NamedRow<ColumnName>

/** The columns without which nobody is named. */
export const needed = ['last_name', 'first_name'] as const

/**
 * Reads a list of people: CSV, a workbook, or a directory as text (LDIF). Throws `Invalid` on `files` where a column is
 * none, or the names lack.
 */
export async function readRows(bytes: Uint8Array) {
  const rows = isLdif(bytes) ? bounded(await entriesOf(bytes)) : await rowsOfList(bytes)
  return rowsByColumn(rows, columns, needed)
}

/** Those of a long directory are read beside the server. */
async function entriesOf(bytes: Uint8Array): Promise<ListRow[]> {
  if (bytes.length > mostOfList)
    throw Invalid.field('files', 'imports.file.too_large', { megabytes: mostOfList / 1024 / 1024 })
  if (bytes.length < aLot) return rowsOfLdif(bytes)
  try {
    return await aside('commons/people/import/ldif.ts', 'rowsOfLdif', bytes)
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    throw Invalid.field('files', 'imports.file.too_much')
  }
}

function bounded(rows: ListRow[]): ListRow[] {
  if (rows.length < 2) throw Invalid.field('files', 'people.import.no_entry')
  if (rows.length > mostEntries + 1)
    throw Invalid.field('files', 'imports.file.too_many', { most: mostEntries })
  ensureShortCells(rows)
  return rows
}
