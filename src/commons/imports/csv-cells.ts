// Reads the cells of a list, a long one in a process beside the server. Node runs this file as it is, hence no `#`
// import here nor in what it imports.
import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'

/** One row longer than this is a quotation mark that nobody closed. */
const longestRow = 1_000_000
/** The cells of one row, and of all. */
const mostColumns = 1000
const mostCells = 1_000_000

const delimiters = [';', ',', '\t']

/** A list, and how many of its rows are read: one more at the longest. */
export interface CsvAsked {
  readonly bytes: Uint8Array
  readonly most: number
}

/** Its cells, or why it is not read; `broken` is a line. */
export type CsvCells =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly broken: number }
  | { readonly wrong: 'encoding' | 'too_much' }

/**
 * The cells of a list as spreadsheets write it: parted by what parts its head, quoted or not, in UTF-8, in UTF-16 with
 * its mark, or as older ones write.
 */
export function cellsOfCsv({ bytes, most }: CsvAsked): CsvCells {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  // UTF-16 without its mark, or a file of a program.
  if (text.includes('\0')) return { wrong: 'encoding' }
  const delimiter = delimiterOf(text)
  if (isTooMuch(text, delimiter, most)) return { wrong: 'too_much' }
  try {
    const options = { delimiter, relax_column_count: true, max_record_size: longestRow }
    const rows: string[][] = parse(text, { ...options, to: most + 1 })
    return { rows }
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure
    return { broken: Number(failure['lines'] ?? 1) }
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** What stands most often in the head, outside quotation marks. */
function delimiterOf(text: string): string {
  const counted = new Map(delimiters.map((one) => [one, 0]))
  let quoted = false
  for (let at = 0; at < Math.min(text.length, longestRow); at++) {
    const sign = text[at] ?? ''
    if (sign === '"') quoted = !quoted
    if (sign === '\n' || sign === '\r') break
    if (!quoted) counted.set(sign, (counted.get(sign) ?? 0) + 1)
  }
  const count = (one: string) => counted.get(one) ?? 0
  const [delimiter = ';'] = delimiters.toSorted((a, b) => count(b) - count(a))
  return delimiter
}

/** Whether the rows that are read have more cells than are taken: counted before any is made. */
function isTooMuch(text: string, delimiter: string, most: number): boolean {
  let [rows, cells, inRow] = [0, 0, 1]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === delimiter) inRow++
    else if (sign === '\n') {
      if (++rows > most) return false
      cells += inRow
      inRow = 1
    }
    if (inRow > mostColumns || cells + inRow > mostCells) return true
  }
  return false
}
