import { CsvError, parse } from 'csv-parse/sync'
import { Invalid } from '#kernel/errors'

/** How much of a list is taken at once: rows below the head, and bytes. */
const mostRows = 5000
const megabytes = 10
/** One row longer than this is a quotation mark that nobody closed. */
const longestRow = 1_000_000

/** Rows with empty ones among them. */
const mostLines = 4 * mostRows

const delimiters = [';', ',', '\t']

/** A row as it stands in the file, numbered as a spreadsheet does. */
interface CsvRow {
  number: number
  cells: string[]
}

/**
 * Reads a list as spreadsheets write it: parted by what parts its head, quoted or not, in UTF-8 or as older ones
 * write. Empty rows are none. Throws `Invalid` on `files` where it is none, or longer than is taken.
 */
export function rowsOfCsv(bytes: Uint8Array): CsvRow[] {
  if (bytes.length > megabytes * 1024 * 1024)
    throw Invalid.field('files', 'records.import.too_large', { megabytes })
  const text = textOf(bytes)
  const [first = ''] = text.split(/\r?\n|\r/, 1)
  const parted = (by: string) => first.replaceAll(/"[^"]*"/g, '').split(by).length
  const [delimiter = ';'] = delimiters.toSorted((a, b) => parted(b) - parted(a))
  const records = recordsOf(text, delimiter)
  const rows = records
    .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(Boolean))
  if (rows.length < 2) throw Invalid.field('files', 'records.import.empty')
  if (rows.length > mostRows + 1 || records.length > mostLines)
    throw Invalid.field('files', 'records.import.too_many', { most: mostRows })
  return rows
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      max_record_size: longestRow,
      to: mostLines + 1,
    })
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure
    throw Invalid.field('files', 'records.import.broken', { line: Number(failure['lines'] ?? 1) })
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
