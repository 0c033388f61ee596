import { Conflict, Invalid, Problem } from '#kernel/errors'
import { validated } from '#kernel/http'
import { folded, inLanguage, t } from '#kernel/i18n'
import { offeredLanguages } from '#kernel/tenancy'
import { rowsOfCsv } from './csv.ts'
import type { Field, Named } from './field.ts'
import { asked, type Fields, type Given, type Held } from './fields.ts'
import { taken } from './taking.ts'

/** What is wrong in a row: a sentence, and the column where it is of one. */
interface Wrong {
  column: string
  sentence: string
}

/** A row of a list that is to be imported, as it was understood. */
export interface ImportedRow<F extends Fields> {
  /** As a spreadsheet numbers it: the head is 1. */
  number: number
  given: Given<F> | null
  /** What its columns would hold. */
  held: Held<F> | null
  wrong: Wrong[]
}

/** A list that is to be imported, as it was understood; nothing of it is written. */
export interface ImportedList<F extends Fields> {
  /** The fields that its head names. */
  names: (keyof F & string)[]
  rows: ImportedRow<F>[]
}

/** Whether a cell can say it at all. */
const isTyped = ({ typed }: Field<unknown>) => typed !== null

/** The names of the fields that a list can say. */
export const importable = (fields: Fields): string[] =>
  Object.entries<Field<unknown>>(fields).flatMap(([name, field]) => (isTyped(field) ? name : []))

/**
 * Reads a list (CSV) whose head names fields, by their labels in a language of the authority or by their names.
 * Each cell is read as a person writes it, each row weighed as `taken` does. Throws `Invalid` on `files` where
 * the head is not understood or the file is none.
 */
export async function importOf<F extends Fields>(
  fields: F,
  bytes: Uint8Array,
): Promise<ImportedList<F>> {
  const { places, body } = opened(fields, bytes)
  const readers = new Map<string, (cell: string) => unknown>()
  for (const name of places) if (name) readers.set(name, await readerOf(fields[name]))
  const rows: ImportedRow<F>[] = []
  for (const { number, cells } of body)
    rows.push({ number, ...(await weighedRow(fields, sentOf(fields, places, cells, readers))) })
  return { names: places.filter((name) => name !== null), rows }
}

/** Throws where `importOf` would because of the head or the file, without weighing rows. */
export function ensureImportable(fields: Fields, bytes: Uint8Array): void {
  opened(fields, bytes)
}

function opened<F extends Fields>(fields: F, bytes: Uint8Array) {
  const [head, ...body] = rowsOfCsv(bytes)
  return { places: placesOf(fields, head?.cells ?? []), body }
}

/** The field of each column. */
function placesOf<F extends Fields>(fields: F, head: readonly string[]) {
  const known = new Map<string, keyof F & string>()
  for (const name of importable(fields)) {
    const label = fields[name]?.label
    for (const language of offeredLanguages())
      if (label) known.set(folded(inLanguage(language, () => t(label))), name)
    known.set(name, name)
  }
  const places = head.map((cell) => known.get(folded(cell)) ?? known.get(cell) ?? null)
  const [unknown] = head.filter((cell, at) => cell && !places[at])
  if (unknown !== undefined)
    throw Invalid.field('files', 'records.import.unknown', { column: unknown })
  const twice = places.find((name, at) => name && places.indexOf(name) !== at)
  if (twice)
    throw Invalid.field('files', 'records.import.twice', { column: labelOf(fields, twice) })
  return places
}

const labelOf = (fields: Fields, name: string) => {
  const label = fields[name]?.label
  return label ? t(label) : name
}

/** What a row sends, as a form would; and what of it no answer has. */
function sentOf(
  fields: Fields,
  places: readonly (string | null)[],
  cells: readonly string[],
  readers: ReadonlyMap<string, (cell: string) => unknown>,
) {
  const sent: Record<string, unknown> = {}
  const wrong: Wrong[] = []
  if (cells.slice(places.length).some(Boolean))
    wrong.push({ column: '', sentence: t('records.import.too_wide') })
  for (const [at, name] of places.entries()) {
    const cell = cells[at] ?? ''
    if (!name || cell === '') continue
    try {
      sent[name] = readers.get(name)?.(cell)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      wrong.push({ column: labelOf(fields, name), sentence: failure.sentence })
    }
  }
  return { sent, wrong }
}

async function weighedRow<F extends Fields>(
  fields: F,
  { sent, wrong }: ReturnType<typeof sentOf>,
): Promise<Omit<ImportedRow<F>, 'number'>> {
  if (wrong.length > 0) return { given: null, held: null, wrong }
  try {
    const given = validated(asked(fields), sent) as Given<F> // Its own schema gave it.
    return { given, held: await taken(fields, given), wrong }
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    return { given: null, held: null, wrong: wrongIn(fields, failure) }
  }
}

function wrongIn(fields: Fields, failure: Problem): Wrong[] {
  if (!(failure instanceof Invalid)) return [{ column: '', sentence: failure.sentence }]
  return Object.entries(failure.fields).map(([name, sentences]) => ({
    column: labelOf(fields, name),
    sentence: sentences.join(' '),
  }))
}

/** How cells of a field are read: in its own way, by a name among its choices, or as they are. */
async function readerOf(field?: Field<unknown>): Promise<(cell: string) => unknown> {
  if (field?.typed) return field.typed
  const named = await field?.choices?.()
  if (!named) return (cell) => cell
  const one = chooser(named)
  if (!field?.many) return one
  // A name may hold a comma itself.
  const isOne = (cell: string) => named.some(([, name]) => folded(name) === folded(cell))
  return (cell) =>
    isOne(cell)
      ? [one(cell)]
      : cell.split(/[,;|]/).flatMap((part) => (part.trim() ? [one(part.trim())] : []))
}

/** Finds what is called so, or ends so: « Nadia Corbeau » is « Mme Nadia Corbeau ». Throws `Conflict` where none is. */
function chooser(named: readonly Named[]): (cell: string) => string {
  const values = new Set(named.map(([value]) => value))
  // Each name by all of its ends, so that a long list is not gone through for each row.
  const whole = new Map<string, string[]>()
  const ends = new Map<string, string[]>()
  const add = (to: Map<string, string[]>, name: string, value: string) =>
    to.set(name, [...(to.get(name) ?? []), value])
  for (const [value, name] of named) {
    const words = folded(name).split(' ')
    add(whole, words.join(' '), value)
    for (let from = 1; from < words.length; from++) add(ends, words.slice(from).join(' '), value)
  }
  return (cell) => {
    const [found, second] = whole.get(folded(cell)) ?? ends.get(folded(cell)) ?? []
    if (second !== undefined) throw new Conflict('records.import.several', { cell })
    if (found !== undefined) return found
    if (values.has(cell)) return cell
    throw new Conflict('records.import.no_such', { cell })
  }
}
