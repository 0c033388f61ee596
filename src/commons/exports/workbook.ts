// Makes a workbook, in a process beside the server: ten thousand rows take seconds, during which the server must go on
// answering. Node runs this file as it is, hence no `#` import here nor in what it imports. What one
// format needs is loaded for that one only.
import type { SheetCell } from './sheet.ts'

/** A workbook of one sheet. */
export interface Workbook {
  format: 'xlsx' | 'ods'
  sheet: string
  heads: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/** Its bytes. */
export async function makeWorkbook({ format, sheet, heads, rows }: Workbook): Promise<Uint8Array> {
  const make =
    format === 'ods' ? (await import('./ods.ts')).makeOds : (await import('./xlsx.ts')).makeXlsx
  // A library's own buffer would cross as one of Node's.
  return new Uint8Array(await make(sheet, heads, rows))
}
