// The thread that makes one workbook: ten thousand rows take seconds, during which the server must go on
// answering. Node runs this file as it is, hence no `#` import here nor in what it imports. What one
// format needs is loaded for that one only.
import { parentPort, workerData } from 'node:worker_threads'
import type { SheetCell } from './sheet.ts'

/** A workbook of one sheet. */
export interface Workbook {
  format: 'xlsx' | 'ods'
  sheet: string
  heads: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

const { format, sheet, heads, rows }: Workbook = workerData
const make =
  format === 'ods' ? (await import('./ods.ts')).makeOds : (await import('./xlsx.ts')).makeXlsx
// A library's own buffer cannot be handed over to another thread: its copy can.
const bytes = new Uint8Array(await make(sheet, heads, rows))
parentPort?.postMessage(bytes, [bytes.buffer])
