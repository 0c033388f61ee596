// The thread that watches over the one that answers (pulse.ts). Node runs this file as it is, from a bundle as from the
// sources.
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

interface Watched {
  beats: Int32Array
  /** In seconds. */
  most: number
}

const { beats, most } = workerData as Watched // As `watchPulse` gives it.
let before = Atomics.load(beats, 0)
let still = 0

// Its own seconds are counted: a machine that slept, or a process that was halted, had none meanwhile.
setInterval(() => {
  const now = Atomics.load(beats, 0)
  still = now === before ? still + 1 : 0
  before = now
  if (still < most) return
  // Past the log, which is of the thread that does not answer; a line of JSON in either form.
  const line = { time: new Date().toISOString(), level: 'error', event: 'stuck', seconds: still }
  writeSync(2, `${JSON.stringify(line)}\n`)
  process.kill(process.pid, 'SIGKILL')
}, 1000)
