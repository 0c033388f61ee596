import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#kernel/config'

/** In seconds: whoever waits so long waits for nothing. */
const patience = 30

/**
 * Ends the process where nothing is answered any more because one piece of work does not come to its end: no signal is
 * heard then, and whoever watches over the house (systemd) starts it anew. Returns how to stop watching.
 */
export function watchPulse(most = patience): () => void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const beating = setInterval(() => Atomics.add(beats, 0, 1), 1000)
  beating.unref()
  const watcher = new Worker(join(projectRoot, 'src/kernel/aside/pulse-watcher.ts'), {
    workerData: { beats, most },
    stdout: false,
  })
  watcher.unref()
  return () => {
    clearInterval(beating)
    void watcher.terminate()
  }
}
