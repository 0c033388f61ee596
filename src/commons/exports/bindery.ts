import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#kernel/config'
import { ensure, TooMany, Unavailable } from '#kernel/errors'
import type { Workbook } from './workbook.ts'

/** How long a workbook may take, in milliseconds, and how much memory. */
const patience = 60_000
const resourceLimits = { maxOldGenerationSizeMb: 512 }

/** So many may wait: each holds a connection to the database. */
const mostWaiting = 4

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * The bytes of a workbook, made on a thread of its own, one after the other. Throws `Unavailable` where
 * it takes too long, `TooMany` where too many wait already.
 */
export async function bound(workbook: Workbook): Promise<Uint8Array> {
  ensure(waiting < mostWaiting, TooMany, 'exports.busy')
  waiting += 1
  const made = last.then(() => onThread(workbook)).finally(() => (waiting -= 1))
  last = made.catch(() => undefined)
  return made
}

function onThread(workerData: Workbook): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const thread = new Worker(join(projectRoot, 'src/commons/exports/workbook.ts'), {
    workerData,
    resourceLimits,
    execArgv: [],
  })
  const limit = setTimeout(() => {
    reject(new Unavailable('exports.too_slow'))
    void thread.terminate()
  }, patience)
  thread.on('message', resolve)
  thread.on('error', reject)
  thread.on('exit', () => {
    clearTimeout(limit)
    reject(new Error('The thread that makes workbooks ended'))
  })
  return promise
}
