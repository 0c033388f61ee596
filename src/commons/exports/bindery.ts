import { bench } from './bench.ts'
import type { Workbook } from './workbook.ts'

/** The bytes of a workbook; a minute at most. */
export const bound = bench<Workbook, Uint8Array>(
  'commons/exports/workbook.ts',
  'makeWorkbook',
  60_000,
)
