import { TooMuch } from '#kernel/aside'
import { Invalid } from '#kernel/errors'
import { bench } from '#commons/exports'
import { recordsOfCsv } from './csv.ts'
import type { WorkbookRows } from './workbook-rows.ts'

/** How much of a list is taken at once: rows below the head, and bytes. */
const mostRows = 5000
const megabytes = 10
export const mostOfList = megabytes * 1024 * 1024

const mostInCell = 32_767

/** Rows with empty ones among them. */
const mostLines = 4 * mostRows

/** A row as it stands in the file, numbered as a spreadsheet does. */
export interface ListRow {
  number: number
  cells: string[]
}

const readWorkbook = bench<Uint8Array, WorkbookRows>(
  'commons/imports/workbook-rows.ts',
  'rowsOfWorkbook',
  20_000,
)

/**
 * Reads a list as spreadsheets write it: a workbook (XLSX), of which the first sheet counts, or CSV. Empty rows are
 * none. Throws `Invalid` on `files` where it is neither, or longer than is taken.
 */
export async function rowsOfList(bytes: Uint8Array): Promise<ListRow[]> {
  if (bytes.length > mostOfList)
    throw Invalid.field('files', 'imports.file.too_large', { megabytes })
  const lines = beginsWith(bytes, zip) ? await linesOfWorkbook(bytes) : await linesOfCsv(bytes)
  const rows = lines
    .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(Boolean))
  if (rows.length < 2) throw Invalid.field('files', 'imports.file.empty')
  if (rows.length > mostRows + 1 || lines.length > mostLines)
    throw Invalid.field('files', 'imports.file.too_many', { most: mostRows })
  ensureShortCells(rows)
  return rows
}

/** No program writes a longer cell (ECMA-376: 32 767 characters); nothing reads one that is. Throws `Invalid` on `files`. */
export function ensureShortCells(rows: readonly ListRow[]): void {
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > mostInCell))
  if (long)
    throw Invalid.field('files', 'imports.file.long_cell', { row: long.number, most: mostInCell })
}

const zip = [0x50, 0x4b]
/** Workbooks until 2003, and those with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0]
const beginsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte)

async function linesOfCsv(bytes: Uint8Array) {
  if (beginsWith(bytes, compound)) throw Invalid.field('files', 'imports.file.other_format')
  return recordsOfCsv(bytes, mostLines)
}

async function linesOfWorkbook(bytes: Uint8Array) {
  const read = await readWorkbook(bytes).catch((failure: unknown): WorkbookRows => {
    // It took all the time or memory that one workbook may.
    if (failure instanceof TooMuch) return { wrong: 'too_much' }
    throw failure
  })
  if ('wrong' in read) throw Invalid.field('files', `imports.file.${read.wrong}`)
  return read.rows
}
