import { setTimeout as delay } from 'node:timers/promises'
import { type Runner, run, type RunnerOptions } from 'graphile-worker'
import type { Database } from '#kernel/db'
import { log } from '#kernel/log'
import { type Lease, openLease, reclaim } from './lease.ts'

/** Whether jobs are being taken; `starting` also after a fault, until it takes them again. */
export type WorkerState = 'starting' | 'running' | 'stopped'

/** What takes jobs in a process: it is watched, and started again when it ends by itself. */
export interface JobWorker {
  state(): WorkerState
  /** Takes no more, and returns once those that were begun are done. Never throws. */
  stop(): Promise<void>
}

/** How long it is waited before the worker starts again, in milliseconds: each time twice as long. */
const firstWait = 100
const longestWait = 30_000
/** After this long without a fault the wait is short again. */
const good = 60_000
/** How often what the dead left is looked for, and how long a job waits at most for its next try. */
const round = 10_000
const longestPause = '5 minutes'
/** How long the queue is given to let go of its connections after a fault. */
const patience = 10_000

/** The options of a worker of the queue that says that it lives before it takes the first job. */
export function leased(lease: Lease): Pick<RunnerOptions, 'preset'> {
  return {
    preset: {
      // What became of the last jobs is written before the worker ends: without a batch, even of no
      // delay, it does not wait for that, and a job that was done would be done again.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      plugins: [
        {
          name: 'BeffroiLease',
          version: '1.0.0',
          worker: {
            hooks: { startWorker: (_, { worker }) => lease.hold(worker.workerPool.id) },
          },
        },
      ],
    },
  }
}

/** Takes jobs until it is stopped, whatever happens to the database or to the queue. */
export function watch(database: Database, options: RunnerOptions): JobWorker {
  const stopping = new AbortController()
  let state: WorkerState = 'starting'

  async function serve(): Promise<void> {
    const lease = await openLease(database)
    try {
      await reclaim(database)
      const runner = await run({ ...options, ...leased(lease) })
      state = 'running'
      const tending = setInterval(() => void tend(database).catch(report), round)
      const asked = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve))
      if (!stopping.signal.aborted) await Promise.race([runner.promise, lease.lost, asked])
      clearInterval(tending)
      await ended(runner, stopping.signal.aborted)
    } finally {
      lease.release()
    }
  }

  async function live(): Promise<void> {
    let wait = firstWait
    while (!stopping.signal.aborted) {
      const since = performance.now()
      await serve().catch(report)
      if (stopping.signal.aborted) break
      state = 'starting'
      if (performance.now() - since > good) wait = firstWait
      log('warn', 'worker ended', { again_in_ms: wait })
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {}) // Stopped meanwhile.
      wait = Math.min(wait * 2, longestWait)
    }
    state = 'stopped'
  }

  const living = live()
  return {
    state: () => state,
    stop: () => {
      stopping.abort()
      return living
    },
  }
}

/** Ends a runner; one that ended by itself says so by an error, which is no news. */
async function ended(runner: Runner, asked: boolean): Promise<void> {
  const stopped = runner.stop().catch(() => {})
  await (asked ? stopped : Promise.race([stopped, delay(patience, undefined, { ref: false })]))
}

/** What is done from time to time: jobs of the dead are freed, and no try is put off for hours. */
async function tend(database: Database): Promise<void> {
  await reclaim(database)
  await database.queue.query(`
    select graphile_worker.reschedule_jobs(array_agg(id), run_at := now() + interval '${longestPause}')
    from graphile_worker._private_jobs
    where attempts > 0 and locked_at is null and run_at > now() + interval '${longestPause}'
    having count(*) > 0`)
}

function report(failure: unknown): void {
  log('error', 'worker', {}, failure)
}
