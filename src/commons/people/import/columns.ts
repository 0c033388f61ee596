import { Invalid } from '#kernel/errors'
import { folded, inLanguage, languages, type MessageKey, t } from '#kernel/i18n'
import { type ListRow, rowsOfList } from '#commons/records'
import { isLdif, rowsOfLdif } from './ldif.ts'

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
const names = Object.keys(columns) as ColumnName[] // Its own keys.

/** A row as it was written: by column, empty where it says nothing. */
export interface WrittenRow {
  number: number
  said: Partial<Record<ColumnName, string>>
}

/**
 * Reads a list of people: CSV, a workbook, or a directory as text (LDIF). Its head names columns by their labels in any
 * language of the house, or by their names. Throws `Invalid` on `files` where a column is none, or the names lack.
 */
export async function readRows(
  bytes: Uint8Array,
): Promise<{ names: ColumnName[]; rows: WrittenRow[] }> {
  const [head, ...body] = isLdif(bytes) ? bounded(rowsOfLdif(bytes)) : await rowsOfList(bytes)
  const places = placesOf(head?.cells ?? [])
  const rows = body.map(({ number, cells }) => ({
    number,
    said: Object.fromEntries(places.map((name, at) => [name, cells[at] ?? ''])),
  }))
  return { names: places, rows }
}

/** As many as a list may hold. */
const mostRows = 5000

function bounded(rows: ListRow[]): ListRow[] {
  if (rows.length < 2) throw Invalid.field('files', 'records.import.empty')
  if (rows.length > mostRows + 1)
    throw Invalid.field('files', 'records.import.too_many', { most: mostRows })
  return rows
}

/** The columns without which nobody is named. */
export const needed = ['last_name', 'first_name'] as const

function placesOf(head: readonly string[]): ColumnName[] {
  const known = new Map<string, ColumnName>(names.map((name) => [folded(name), name]))
  for (const spoken of languages)
    for (const name of names) known.set(folded(inLanguage(spoken, () => t(columns[name]))), name)
  const places = head.map((cell) => known.get(folded(cell)))
  const unknown = head.filter((_cell, at) => !places[at])
  if (unknown.length > 0)
    throw Invalid.field('files', 'records.import.unknown', {
      column: unknown.join(', ').slice(0, 300),
    })
  const found = places.filter((name) => name !== undefined)
  const twice = found.find((name, at) => found.indexOf(name) !== at)
  if (twice) throw Invalid.field('files', 'records.import.twice', { column: t(columns[twice]) })
  const lacks = needed.find((name) => !found.includes(name))
  if (lacks) throw Invalid.field('files', 'people.import.lacks', { column: t(columns[lacks]) })
  return found
}
