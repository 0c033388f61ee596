import { aLot, TooMuch } from '#kernel/aside'
import { Invalid } from '#kernel/errors'
import { bench, unguarded } from '#commons/exports'
import { cellsOfCsv, type CsvAsked, type CsvCells } from './csv-cells.ts'

const readCsv = bench<CsvAsked, CsvCells>('commons/imports/csv-cells.ts', 'cellsOfCsv', 20_000)

/**
 * The cells of a list as spreadsheets write it (`cellsOfCsv`), a long one read beside the server; one row more than
 * `most` at the longest. What the house guarded in writing the list is as it was. Throws `Invalid` on `files` where it
 * is none.
 */
export async function recordsOfCsv(bytes: Uint8Array, most: number): Promise<string[][]> {
  const read = await cellsOf({ bytes, most })
  if ('broken' in read) throw Invalid.field('files', 'imports.file.broken', { line: read.broken })
  if ('wrong' in read) throw Invalid.field('files', `imports.file.${read.wrong}`)
  return read.rows.map((cells) => cells.map(unguarded))
}

async function cellsOf(asked: CsvAsked): Promise<CsvCells> {
  if (asked.bytes.length < aLot) return cellsOfCsv(asked)
  try {
    return await readCsv(asked)
  } catch (failure) {
    if (failure instanceof TooMuch) return { wrong: 'too_much' }
    throw failure
  }
}
