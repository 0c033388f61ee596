import type { z } from 'zod'
import { Conflict, Invalid, Problem } from '#kernel/errors'
import { validated } from '#kernel/http'
import { folded, inLanguage, language, languages, type MessageKey, t } from '#kernel/i18n'
import { rowsOfList } from '#commons/imports'
import type { Field, Named } from './field.ts'
import { asked, type Fields, type Given, type Held } from './fields.ts'
import { taken } from './taking.ts'
import { inTurns } from './turns.ts'

/** What is wrong in a row: a sentence, and the column where it is of one. */
interface Wrong {
  column: string
  sentence: string
}

/** A row of a list that is to be imported, as it was understood. */
export interface ImportedRow<F extends Fields> {
  /** As a spreadsheet numbers it: the head is 1. */
  number: number
  /** How its title stands in the list, or else its first cell. */
  name: string
  given: Given<F> | null
  /** What its columns would hold. */
  held: Held<F> | null
  wrong: Wrong[]
}

/** A list that is to be imported, as it was understood; nothing of it is written. */
export interface ImportedList<F extends Fields> {
  /** The fields that its head names. */
  names: (keyof F & string)[]
  /** The columns that are none, and are not read: what an export tells besides. */
  unread: string[]
  rows: ImportedRow<F>[]
}

/** Whether a cell can say it at all. */
const isTyped = ({ typed }: Field<unknown>) => typed !== null

/** The names of the fields that a list can say. */
export const importable = (fields: Fields): string[] =>
  Object.entries<Field<unknown>>(fields).flatMap(([name, field]) => (isTyped(field) ? name : []))

/**
 * Reads a list (CSV, XLSX) whose head names fields, by their labels in a language of the house or by their names, so
 * that an export can be read back; what it tells besides of a dossier is left aside. Each cell is read as a person writes it, each row weighed as `taken` does. Throws `Invalid` on `files` where
 * the head is not understood or the file is none.
 */
export async function importOf<F extends Fields>(
  fields: F,
  bytes: Uint8Array,
  tell?: (done: number, of: number) => Promise<void>,
): Promise<ImportedList<F>> {
  const { places, unread, body } = await opened(fields, bytes)
  const readers = new Map<string, (cell: string) => unknown>()
  for (const name of places) if (name) readers.set(name, await readerOf(fields[name]))
  const schema = asked(fields)
  const title = Math.max(places.indexOf('title'), 0)
  const rows = await inTurns(
    body,
    async ({ number, cells }): Promise<ImportedRow<F>> => ({
      ...{ number, name: cells[title] ?? '' },
      ...(await weighedRow(fields, schema, sentOf(fields, places, cells, readers))),
    }),
    tell,
  )
  return { names: places.filter((name) => name !== null), unread, rows }
}

/** Throws where `importOf` would because of the head or the file, without weighing rows. */
export async function ensureImportable(fields: Fields, bytes: Uint8Array): Promise<void> {
  await opened(fields, bytes)
}

async function opened<F extends Fields>(fields: F, bytes: Uint8Array) {
  const [head, ...body] = await rowsOfList(bytes)
  return { ...placesOf(fields, head?.cells ?? []), body }
}

/** So many heads that no field has are told at once. */
const mostTold = 20

/** What an export tells of every dossier, and no list can say. */
const toldOnly = [
  'records.title',
  'records.reference',
  'records.state',
  'records.author',
  'records.created',
  'records.changed',
] as const satisfies MessageKey[]

/** The field of each column; and the columns that are of none. */
function placesOf<F extends Fields>(fields: F, head: readonly string[]) {
  const own = importable(fields)
  const known = new Map<string, keyof F & string>(own.map((name) => [name, name]))
  const told = new Set<string>()
  // The language of the one who imports before the others, should one word be two things.
  for (const spoken of new Set([language(), ...languages])) {
    const inWords = (label: MessageKey) => folded(inLanguage(spoken, () => t(label)))
    for (const name of own) {
      const words = fields[name] && inWords(fields[name].label)
      if (words !== undefined && !known.has(words)) known.set(words, name)
    }
    const others = Object.values<Field<unknown>>(fields).flatMap(({ plain, label }) =>
      plain ? label : [],
    )
    for (const label of [...toldOnly, ...others]) told.add(inWords(label))
  }
  const places = head.map((cell) => known.get(folded(cell)) ?? known.get(cell) ?? null)
  const unread = head.filter((cell, at) => cell && !places[at])
  const nothing = unread.length === head.length
  const unknown = unread.filter((cell) => nothing || !told.has(folded(cell)))
  if (unknown.length > 0)
    throw new Invalid({
      files: unknown
        .slice(0, mostTold)
        .map((column) => t('records.import.unknown', { column: column.slice(0, 100) })),
    })
  const twice = places.find((name, at) => name && places.indexOf(name) !== at)
  if (twice)
    throw Invalid.field('files', 'records.import.twice', { column: labelOf(fields, twice) })
  return { places, unread }
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
  schema: z.ZodType,
  { sent, wrong }: ReturnType<typeof sentOf>,
): Promise<Omit<ImportedRow<F>, 'number' | 'name'>> {
  try {
    const given = validated(schema, sent) as Given<F> // Its own schema gave it.
    if (wrong.length > 0) return { given: null, held: null, wrong }
    return { given, held: await taken(fields, given), wrong }
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    // What its column was refused for is not told again as missing.
    const told = new Set(wrong.map(({ column }) => column))
    const more = wrongIn(fields, failure).filter(({ column }) => !told.has(column))
    return { given: null, held: null, wrong: [...wrong, ...more] }
  }
}

function wrongIn(fields: Fields, failure: Problem): Wrong[] {
  if (!(failure instanceof Invalid)) {
    const { field } = failure.params
    const column = typeof field === 'string' ? labelOf(fields, field) : ''
    return [{ column, sentence: failure.sentence }]
  }
  return Object.entries(failure.fields).map(([name, sentences]) => ({
    // Of a row of answers, `lines.0.cost`, the column is that of its field.
    column: labelOf(fields, name.split('.')[0] ?? name),
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
