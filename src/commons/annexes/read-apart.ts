import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text as textFrom } from 'node:stream/consumers'
import { projectRoot } from '#kernel/config'
import type { Words } from './reader.ts'

/** How large a file may be, in bytes; how long reading it may take, in milliseconds; and with how much memory. */
const bounds = { bytes: 50_000_000, patience: 20_000, heap: 256, memory: 1_000_000 }

/** The words of a file, and whether they could be read: a file of a kind that has none has read as nothing. */
export interface Reading {
  text: string
  state: 'read' | 'no_text' | 'unreadable'
}

/**
 * Reads the words of a file (PDF, DOCX, ODT and its kin, XLSX, text) in a process of its own, with bounds of size,
 * time and memory: what a file does to it, it does to nobody else.
 */
export async function readApart(
  bytes: Uint8Array,
  { patience = bounds.patience } = {},
): Promise<Reading> {
  const unreadable: Reading = { text: '', state: 'unreadable' }
  if (bytes.byteLength > bounds.bytes) return unreadable
  const run = [process.execPath, `--max-old-space-size=${bounds.heap}`, reader]
  // The shell sets the limit that Node cannot set; where the system knows none, the others stand.
  const child = spawn(
    '/bin/sh',
    ['-c', `ulimit -d ${bounds.memory} 2>/dev/null; exec "$0" "$@"`, ...run],
    { stdio: ['pipe', 'pipe', 'ignore'], timeout: patience, killSignal: 'SIGKILL' },
  )
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  // A process that ended takes no more input: that it ended is told below.
  child.stdin.on('error', () => undefined).end(bytes)
  const said = await textFrom(child.stdout)
  if ((await ended) !== 0) return unreadable
  const text: Words = JSON.parse(said)
  return { text: text ?? '', state: text?.trim() ? 'read' : 'no_text' }
}

const reader = join(projectRoot, 'src/commons/annexes/reader.ts')
