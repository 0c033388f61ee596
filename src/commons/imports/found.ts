import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { language, t } from '#kernel/i18n'
import { editionOf } from '#kernel/pages'
import { flag } from '#kernel/http'
import type { WeighedList, WeighedRow } from './list-kind.ts'

/** What becomes of a row: it is new, it is somebody who is there, it looks like somebody who is there, it is wrong. */
export const fates = ['new', 'known', 'alike', 'wrong'] as const
type Fate = (typeof fates)[number]

const fateOf = ({ wrong, meets }: WeighedRow): Fate => {
  if (wrong.length > 0) return 'wrong'
  if (!meets) return 'new'
  return meets.how === 'same' ? 'known' : 'alike'
}

/** How many rows a page shows, of each kind. */
const mostShown = 100
/** The longest that is said of a cell. */
const mostSaid = 500

const MetRow = z.object({
  number: z.int(),
  name: z.string(),
  words: z.string(),
  href: z.string().nullable(),
})

/** What the page of a list shows of what was found. */
export const Found = z.object({
  edition: z.string(),
  /** Of its sentences: that of whoever sent the list, when it was read. */
  language: z.string().optional(),
  columns: z.array(z.string()),
  unread: z.array(z.string()),
  counts: z.record(z.enum(fates), z.int()),
  wrong: z.array(
    z.object({ number: z.int(), name: z.string(), column: z.string(), sentence: z.string() }),
  ),
  wrongCount: z.int(),
  known: z.array(MetRow),
  alike: z.array(MetRow),
  heads: z.array(z.string()),
  shown: z.array(z.object({ number: z.int(), cells: z.array(z.string()) })),
  proves: z.boolean().default(false),
})
export type Found = z.infer<typeof Found>

/** What the API says of a row. */
export const FoundRow = z.object({
  row: z
    .int()
    .describe('As a spreadsheet numbers it: the head is 1; of LDIF, where the entry begins.'),
  name: z.string(),
  fate: z
    .enum(fates)
    .describe('New, somebody who is there, looks like somebody who is there, to be corrected.'),
  meets: z.string().describe('Who or what is there, in words.'),
  meets_id: z.uuid().nullable(),
  wrong: z.array(z.object({ column: z.string(), sentence: z.string() })),
})
export type FoundRow = z.infer<typeof FoundRow>

const cut = (text: string) => text.slice(0, mostSaid)

/** What was found in a list, for its page. */
export async function foundIn(list: WeighedList): Promise<Found> {
  const of = (fate: Fate) => list.rows.filter((row) => fateOf(row) === fate)
  const [fresh, known, alike, wrong] = [of('new'), of('known'), of('alike'), of('wrong')]
  const met = (rows: readonly WeighedRow[]) =>
    rows
      .slice(0, mostShown)
      .flatMap(({ number, name, meets }) =>
        meets
          ? [{ number, name: cut(name), words: cut(meets.words), href: meets.href ?? null }]
          : [],
      )
  const sentences = wrong.flatMap(({ number, name, wrong: all }) =>
    all.map(({ column, sentence }) => ({
      number,
      name: cut(name),
      column,
      sentence: cut(sentence),
    })),
  )
  const numbers = fresh.slice(0, mostShown).map(({ number }) => number)
  const { heads, cells } = await list.shown(numbers)
  return {
    edition: editionOf(
      list.rows.map((row) => [
        row.number,
        fateOf(row),
        row.meets && [row.meets.id, row.meets.words, row.meets.standing],
      ]),
    ),
    language: language(),
    proves: list.proves ?? false,
    columns: [...list.columns],
    unread: list.unread.map(cut),
    counts: {
      new: fresh.length,
      known: known.length,
      alike: alike.length,
      wrong: wrong.length,
    },
    wrong: sentences.slice(0, mostShown),
    wrongCount: sentences.length,
    known: met(known),
    alike: met(alike),
    heads,
    shown: numbers.map((number, at) => ({ number, cells: (cells[at] ?? []).map(cut) })),
  }
}

/** What each row says, for the API. */
export const rowsFound = ({ rows }: WeighedList): FoundRow[] =>
  rows.map((row) => ({
    row: row.number,
    name: cut(row.name),
    fate: fateOf(row),
    meets: cut(row.meets?.words ?? ''),
    meets_id: row.meets?.id ?? null,
    wrong: row.wrong.map(({ column, sentence }) => ({ column, sentence: cut(sentence) })),
  }))

const rowNumber = z.coerce.number().int().min(1).max(10_000_000)

/** What is answered to a list before it is written. */
export const ListAnswers = z.object({
  leave_out: flag().describe('The rows that are wrong are left out.'),
  same: flag().describe('Those who are there already are the same, and take what the list says.'),
  others: z
    .union([z.array(rowNumber).max(5000), rowNumber.transform((one) => [one])])
    .default([])
    .describe('The rows that only look like one that is there: they are others, and written.'),
  all_others: flag().describe('All that look like one that is there are others.'),
})
export type ListAnswers = z.output<typeof ListAnswers>

/** Throws `Invalid` where something is not answered, or nothing is left to write. */
export function ensureAnswered({ counts }: Pick<Found, 'counts'>, answers: ListAnswers): void {
  const { leave_out, same, others, all_others } = answers
  const wrong: Record<string, string[]> = {}
  if (counts.wrong > 0 && !leave_out)
    wrong['leave_out'] = [t('imports.to_correct', { count: counts.wrong })]
  if (counts.known > 0 && !same) wrong['same'] = [t('imports.to_confirm', { count: counts.known })]
  const some = counts.new + counts.known + (all_others ? counts.alike : others.length)
  if (Object.keys(wrong).length === 0 && some === 0)
    wrong[counts.alike > 0 ? 'all_others' : 'form'] = [t('imports.nothing')]
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** The rows that are written, by their numbers. */
export function rowsToWrite(
  { rows }: WeighedList,
  { others, all_others }: ListAnswers,
): ReadonlySet<number> {
  const ticked = new Set(others)
  return new Set(
    rows.flatMap((row) => {
      const fate = fateOf(row)
      const isOther = fate === 'alike' && (all_others || ticked.has(row.number))
      return fate === 'new' || fate === 'known' || isOther ? row.number : []
    }),
  )
}
