// The thread that makes documents: a hundred points take a third of a second, during which the
// server must go on answering. Node runs this file as it is, from a bundle as from the sources,
// hence no `#` import here nor in what it imports. What one format needs is loaded for that one only.
import { parentPort, workerData } from 'node:worker_threads'
import type { Composition } from './compose.ts'
import type { OfficeInput } from './printed.ts'

/** One document to make; `input` is JSON. An `OfficeInput` for a word processor or a spreadsheet. */
export type PressOrder = Composition | { format: 'docx' | 'ods'; input: string }

/** What comes back: the bytes, or the sentence that says why there are none. */
export type Made = { id: number; bytes: Uint8Array<ArrayBuffer> } | { id: number; error: string }

let composer: ((what: Composition) => Uint8Array) | undefined

async function make(what: PressOrder): Promise<Uint8Array> {
  if (what.format === 'pdf') {
    const { createComposer } = await import('./compose.ts')
    composer ??= createComposer(String(workerData))
    return composer(what)
  }
  const input: OfficeInput = JSON.parse(what.input)
  if (what.format === 'docx') return (await import('./docx.ts')).makeDocx(input)
  return (await import('./ods.ts')).makeOds(input)
}

async function answer({ id, what }: { id: number; what: PressOrder }): Promise<void> {
  let made: Made
  try {
    // A library's own buffer cannot be handed over to another thread: its copy can.
    made = { id, bytes: new Uint8Array(await make(what)) }
  } catch (error) {
    made = { id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(made, 'bytes' in made ? [made.bytes.buffer] : [])
}

parentPort?.on('message', (order: { id: number; what: PressOrder }) => void answer(order))
