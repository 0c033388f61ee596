// The thread that sets documents: a hundred points take a third of a second, during which the
// server must go on answering. Node runs this file as it is, from a bundle as from the sources,
// hence no `#` import here nor in what it imports.
import { parentPort, workerData } from 'node:worker_threads'
import { type Composition, createComposer } from './compose.ts'

/** What comes back: the PDF's bytes, or the sentence that says why there are none. */
export type Composed = { id: number; pdf: Uint8Array<ArrayBuffer> } | { id: number; error: string }

const compose = createComposer(String(workerData))

parentPort?.on('message', ({ id, what }: { id: number; what: Composition }) => {
  let composed: Composed
  try {
    // The compiler's own buffer cannot be handed over to another thread: its copy can.
    composed = { id, pdf: new Uint8Array(compose(what)) }
  } catch (error) {
    composed = { id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(composed, 'pdf' in composed ? [composed.pdf.buffer] : [])
})
