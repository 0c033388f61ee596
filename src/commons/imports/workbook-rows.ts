// Reads a workbook in a process beside the server: it may hold anything, and takes a second for thousands of rows.
// Node runs this file as it is, hence no `#` import here nor in what it imports.
import { strFromU8, unzipSync, type Unzipped, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'

/** What is read of a workbook: the cells of its first sheet, as a person would type them, or why it is not. */
export type WorkbookRows =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly wrong: 'unreadable' | 'other_format' | 'too_much' }

/** The most that it may hold once it is unpacked, and the cells of its sheet. */
const mostBytes = 100_000_000
const mostCells = 1_000_000
/** Cells of a sheet with the empty ones before them, which its last references ask for. */
const mostGaps = 20_000_000
/** The last cell of a sheet is XFD1048576. */
const lastColumn = 16_384
const lastRow = 1_048_576

/** Its parts; null where together they are larger than is read, whatever they say of their sizes. */
function unpacked(bytes: Uint8Array): Unzipped | null {
  let size = 0
  // Each part is unpacked into the size that it announces, and no byte further.
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false
      size += originalSize
      return size <= mostBytes
    },
  })
  return size <= mostBytes ? parts : null
}

/** The rows of a workbook (XLSX), or why they are not read. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<WorkbookRows> {
  try {
    const parts = unpacked(bytes)
    if (!parts) return { wrong: 'too_much' }
    if (!parts['xl/workbook.xml']) return { wrong: 'other_format' }
    for (const [name, part] of Object.entries(parts))
      if (name.startsWith('xl/worksheets/') && name.endsWith('.xml'))
        if (extentOf(strFromU8(part)) > mostGaps) return { wrong: 'too_much' }
    // Packed anew without compression: what the library unpacks is what was counted.
    const rows = await readSheet(zipSync(parts, { level: 0 }).buffer)
    const cells = rows.reduce((sum, row) => sum + row.length, 0)
    if (cells > mostCells) return { wrong: 'too_much' }
    return { rows: rows.map((row) => row.map(typed)) }
  } catch {
    // Whatever the library stumbles over: a password, a sheet that ends in the middle.
    return { wrong: 'unreadable' }
  }
}

/** A `<` ends them, in quotation marks too, as in any XML: none is looked for further than to the next. */
const tags = /<(?:\w+:)?(row|c)\b((?:[^<>"']|"[^<"]*"|'[^<']*')*)>/g
const beginnings = /<(?:\w+:)?(?:row|c)\b/g
const reference = /\sr\s*=\s*["']([^"']*)["']/
const place = /^([A-Z]{0,3})(\d{1,7})$/

/**
 * How many cells a sheet spans, by where its rows and cells say they stand: nothing is made of that before it is known.
 * Throws where one stands outside of any sheet.
 */
export function extentOf(sheet: string): number {
  let [rows, columns, read] = [0, 0, 0]
  for (const [, element, attributes = ''] of sheet.matchAll(tags)) {
    read += 1
    const [, said] = reference.exec(attributes) ?? []
    if (said === undefined) continue
    const [, letters = '', row] = place.exec(said) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    if (!row || Number(row) > lastRow || column > lastColumn || (element === 'c') !== column > 0)
      throw new RangeError('No place of a sheet')
    // Cells that hold nothing are left out by the reader.
    if (attributes.endsWith('/')) continue
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, column)
  }
  let begun = 0
  for (const _ of sheet.matchAll(beginnings)) begun += 1
  if (begun !== read) throw new RangeError('No XML')
  return rows * columns
}

/** A cell as a person would type it: dates as ISO 8601, what is yes or no as figures. */
function typed(cell: unknown): string {
  if (typeof cell === 'number') return inFigures(cell)
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  if (cell instanceof Date) return dated(cell)
  return typeof cell === 'string' ? cell : ''
}

/** Spreadsheets reckon with 15 digits; three decimals could be thousands. */
function inFigures(value: number): string {
  const text = String(Number(value.toPrecision(15))).replace('.', ',')
  return /,\d{3}$/.test(text) ? `${text}0` : text
}

/** Hours alone are of the day before the first. */
function dated(at: Date): string {
  const [day = '', time = ''] = at.toISOString().slice(0, 16).split('T')
  if (at.getUTCFullYear() < 1900) return time
  return time === '00:00' ? day : `${day}T${time}`
}
