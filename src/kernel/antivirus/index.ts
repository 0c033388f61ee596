import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { log } from '#kernel/log'
import { type Clamd, examine, ScanFailure } from './clamd.ts'

export type { Clamd } from './clamd.ts'

/** The virus scanner of the operator, and what becomes of files while it is away. */
export interface Antivirus {
  at: Clamd
  /** They are refused, or taken and examined once it is back. */
  away: 'refuse' | 'take'
}

let scanner: Antivirus | null = null

/** Says which scanner there is; done once, at the start. None: nothing is examined. */
export function useAntivirus(used: Antivirus | null): void {
  scanner = used
}

/** Whether files are examined at all. */
export const isExamining = (): boolean => scanner !== null

/** `clean`; the name of what was found; `away` where it is not known yet, and the file may be taken all the same. */
export type Finding =
  | { is: 'clean' }
  | { is: 'infected'; found: string }
  | { is: 'away'; refused: boolean }

/** Examines a file on disk. Nothing is found where there is no scanner. */
export const scan = (path: string): Promise<Finding> => found(() => createReadStream(path))

/** Examines bytes that are in hand. */
export const scanBytes = (bytes: Uint8Array): Promise<Finding> =>
  found(() => Readable.from([Buffer.from(bytes)]))

async function found(content: () => Readable): Promise<Finding> {
  if (!scanner) return { is: 'clean' }
  try {
    const { found: virus } = await examine(scanner.at, content())
    return virus === null ? { is: 'clean' } : { is: 'infected', found: virus }
  } catch (failure) {
    if (!(failure instanceof ScanFailure)) throw failure
    log('error', 'antivirus away', {}, failure)
    return { is: 'away', refused: scanner.away === 'refuse' }
  }
}
