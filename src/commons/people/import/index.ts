import { z } from 'zod'
import { audit } from '#kernel/audit'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { ensureEdition } from '#kernel/pages'
import { draft, dropDraft, type ImportKind, keepDraft, type UploadedFile } from '#commons/imports'
import { lockPersons, standing } from '../person.ts'
import { readRows } from './columns.ts'
import { weigh, type WeighedRow } from './weigh.ts'
import { writeRows } from './write.ts'

export { columns } from './columns.ts'
export type { WeighedRow } from './weigh.ts'

const imported: ImportKind<object> = { name: 'people.list', answers: z.object({}) }

/** Keeps a list of people for the one who sent it. Throws `Invalid` on `files` where it cannot be read. Returns its id. */
export async function keepList(files: readonly UploadedFile[]): Promise<string> {
  const [file] = files
  if (!file) throw Invalid.field('files', 'imports.no_files')
  await readRows(file.bytes)
  return keepDraft(imported, files, {})
}

/** The list as it is understood, row by row. Throws `NotFound` where it is over or another’s. */
export async function understoodList(id: string): Promise<WeighedRow[]> {
  const { files } = await draft(imported, id)
  return weigh(await readRows(files[0]?.bytes ?? new Uint8Array()))
}

/** How many of a list are what. */
export const countOf = (rows: readonly WeighedRow[], fate: WeighedRow['fate']): number =>
  rows.filter((row) => row.fate === fate).length

/** What the answers to a list are made from: what becomes of each row, and those who are there. */
export const listStanding = (rows: readonly WeighedRow[]) =>
  rows.map((row) => [row.fate, ...(row.fate === 'known' ? standing(row.person) : [])])

/**
 * Writes a list as a whole; then it is over. Throws `Conflict` where a row is wrong and these are not left out, or where
 * it names people who are there and nobody said that they are the same; `Stale` where somebody else changed since
 * `edition` what would become of it. Returns how many were written.
 */
export async function writeList(
  id: string,
  answers: ListAnswers,
  edition?: string,
): Promise<number> {
  await lockPersons((await understoodList(id)).flatMap((row) => knownIn(row)))
  const rows = await understoodList(id)
  if (edition !== undefined) ensureEdition(listStanding(rows), edition)
  const good = goodOf(rows, answers)
  // First, so that of two who send it at once the second finds it over.
  await dropDraft(id)
  return written(good)
}

const knownIn = (row: WeighedRow) => (row.fate === 'known' ? [row.person.id] : [])

/** What is answered to a list: whether rows that are wrong are left out, whether those who are there are the same. */
interface ListAnswers {
  leaveOut: boolean
  same: boolean
}

/** The same in one go, of the bytes of a file; what is wrong is told by row. */
export async function importPeople(
  bytes: Uint8Array,
  answers: ListAnswers,
): Promise<{ written: number; wrong: string[] }> {
  const rows = await weigh(await readRows(bytes))
  const wrong = rows.flatMap((row) =>
    row.fate === 'wrong' ? row.sentences.map((sentence) => `${row.number}: ${sentence}`) : [],
  )
  // A program that runs at night is told all of it at once.
  if (wrong.length > 0 && !answers.leaveOut) throw new Invalid({ files: wrong })
  return { written: await written(goodOf(rows, answers)), wrong }
}

function goodOf(rows: readonly WeighedRow[], { leaveOut, same }: ListAnswers): WeighedRow[] {
  const wrong = countOf(rows, 'wrong')
  const known = countOf(rows, 'known')
  ensure(wrong === 0 || leaveOut, Conflict, 'people.import.to_correct', { count: wrong })
  ensure(known === 0 || same, Conflict, 'people.import.to_confirm', { count: known })
  const good = rows.filter(({ fate }) => fate !== 'wrong')
  ensure(good.length > 0, Conflict, 'people.import.nothing')
  return good
}

async function written(good: readonly WeighedRow[]): Promise<number> {
  await writeRows(good)
  await audit('import', `people ${good.length}`)
  return good.length
}
