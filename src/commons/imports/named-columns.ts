import { Invalid } from '#kernel/errors'
import { optionalDay } from '#kernel/http'
import { folded, inLanguage, languages, type MessageKey, t } from '#kernel/i18n'

/** A row as it stands in a file, numbered as a spreadsheet does. */
interface ReadRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A row as it was written: by column, empty where it says nothing. */
export interface NamedRow<Name extends string> {
  number: number
  said: Partial<Record<Name, string>>
}

/**
 * The rows of a list by its columns, which its head names by their labels in any language of the house, or by their names.
 * Throws `Invalid` on `files` where a column is none or stands twice, or one that is needed lacks.
 */
export function rowsByColumn<Name extends string>(
  [head, ...body]: readonly ReadRow[],
  columns: Readonly<Record<Name, MessageKey>>,
  needed: readonly NoInfer<Name>[],
): { names: Name[]; rows: NamedRow<Name>[] } {
  const names = Object.keys(columns) as Name[] // Its own keys.
  const known = new Map<string, Name>(names.map((name) => [folded(name), name]))
  for (const spoken of languages)
    for (const name of names) known.set(folded(inLanguage(spoken, () => t(columns[name]))), name)
  const places = (head?.cells ?? []).map((cell) => known.get(folded(cell)))
  const refuse = (key: MessageKey, column: string) => Invalid.field('files', key, { column })
  const unknown = (head?.cells ?? []).filter((_cell, at) => !places[at])
  if (unknown.length > 0) throw refuse('records.import.unknown', unknown.join(', ').slice(0, 300))
  const found = places.filter((name) => name !== undefined)
  const twice = found.find((name, at) => found.indexOf(name) !== at)
  if (twice) throw refuse('records.import.twice', t(columns[twice]))
  const lacks = needed.find((name) => !found.includes(name))
  if (lacks) throw refuse('imports.column_lacks', t(columns[lacks]))
  const rows = body.map(({ number, cells }) => ({
    number,
    // Each of its keys is a name.
    said: Object.fromEntries(
      found.map((name, at) => [name, cells[at] ?? '']),
    ) as NamedRow<Name>['said'],
  }))
  return { names: found, rows }
}

/** A day as lists write it: `2026-06-25` or `25/06/2026`; what is none is said in a sentence. */
export function dayOfList(
  text: string | undefined,
  sentences: string[],
): Temporal.PlainDate | null {
  if (!text) return null
  const iso = text.replace(
    /^(\d\d?)[/.](\d\d?)[/.](\d{4})$/,
    (_all, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
  // As a form takes it: a day of the calendar, of a year that can be meant.
  const day = optionalDay().safeParse(iso)
  if (day.success) return day.data
  sentences.push(t('imports.no_day', { text: text.slice(0, 40) }))
  return null
}
