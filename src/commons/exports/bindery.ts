import { TooMuch } from '#kernel/aside'
import { Unavailable } from '#kernel/errors'
import { bench } from './bench.ts'
import type { Workbook } from './workbook.ts'

const make = bench<Workbook, Uint8Array>('commons/exports/workbook.ts', 'makeWorkbook', 60_000)

/** The bytes of a workbook; a minute at most. */
export async function bound(workbook: Workbook): Promise<Uint8Array> {
  try {
    return await make(workbook)
  } catch (failure) {
    throw failure instanceof TooMuch ? new Unavailable('exports.too_slow') : failure
  }
}
