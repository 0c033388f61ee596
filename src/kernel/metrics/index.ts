import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Database } from '#kernel/db'
import { areFilesReached, freeRoom } from '#kernel/files'
import { shareOf, useOfAll } from '#kernel/quotas'
import { jobFigures } from './jobs.ts'
import { felt } from './recent.ts'
import { Counter, Histogram, type Metric, written } from './text.ts'

export type { Metric } from './text.ts'

/** Figures of a folder over all authorities, read as the owner of the queue. */
export type Figures = (database: Database) => Promise<Metric[]>

const ofModules = new Set<Figures>()

/** Makes figures known to this process; done once, at the start. */
export const addFigures = (figures: Figures): void => void ofModules.add(figures)

/** So many routes, and answers of each kind by each, are told apart: more than the house has. */
const requests = new Counter(4000)
const durations = new Histogram(1500)
const jobs = new Counter(500)
const asked = new Counter(500)

/** What a request was: `route` is the pattern of its path, never the path. */
export interface Asked {
  method: string
  route: string
  status: number
  /** In seconds. */
  took: number
}

/** Counts a request that was answered. */
export function countRequest({ method, route, status, took }: Asked): void {
  requests.add({ method, route, status: `${Math.floor(status / 100)}xx` })
  durations.observe({ method, route }, took)
  felt(status, took)
}

/** Counts a try of a job, by what became of it. */
export const countJob = (task: string, outcome: 'done' | 'again' | 'failed'): void =>
  jobs.add({ task, outcome })

/** Counts a question to a server outside, by why it was asked and what became of it. */
export const countOutgoing = (purpose: string, outcome: string): void =>
  asked.add({ purpose, outcome })

const loop = monitorEventLoopDelay({ resolution: 20 })

/** Begins to measure how long the one thread is held by what it does. */
export function measureLoop(): void {
  loop.enable()
}

/** What the process tells of itself (Prometheus, text format 0.0.4). `working`: whether its worker takes jobs. */
export async function metricsText(
  database: Database,
  working: boolean | null,
  dataFolder: string,
): Promise<string> {
  const figures = await jobFigures(database)
  return written([
    {
      name: 'beffroi_requests_total',
      help: 'Requests answered, by pattern of path and class of status.',
      type: 'counter',
      samples: requests.samples,
    },
    {
      name: 'beffroi_request_duration_seconds',
      help: 'Time until the answer begins.',
      type: 'histogram',
      samples: durations.samples,
    },
    {
      name: 'beffroi_job_tries_total',
      help: 'Tries of jobs in this process, by what became of them.',
      type: 'counter',
      samples: jobs.samples,
    },
    {
      name: 'beffroi_outgoing_total',
      help: 'Questions to servers outside, by purpose and what became of them.',
      type: 'counter',
      samples: asked.samples,
    },
    ...figures,
    gauge('beffroi_up', 'Whether the database answers.', figures.length > 0 ? 1 : 0),
    gauge(
      'beffroi_disk_free_bytes',
      'What is free where DATA_DIR is.',
      (await freeRoom(dataFolder)) * 1e6,
    ),
    gauge(
      'beffroi_files_up',
      'Whether files can be read and kept.',
      (await areFilesReached()) ? 1 : 0,
    ),
    ...(working === null
      ? []
      : [gauge('beffroi_worker_running', 'Whether jobs are taken.', working ? 1 : 0)]),
    ...(await ofAuthorities(database)),
    ...(await ofFolders(database)),
    ...ofPools(database),
    ...ofProcess(),
  ])
}

export { recentPace } from './recent.ts'

const gauge = (name: string, help: string, value: number): Metric => ({
  ...{ name, help },
  type: 'gauge',
  samples: [['', {}, value]],
})

/** How full what each authority may use is; of none where the database does not answer. */
async function ofAuthorities(database: Database): Promise<Metric[]> {
  const all = await useOfAll(database).catch(() => [])
  return [
    {
      name: 'beffroi_quota_used_ratio',
      help: 'How much of its quota an authority uses, from 0 to 1.',
      type: 'gauge',
      samples: all.flatMap(({ slug, uses }) =>
        uses.flatMap((use) => {
          const share = shareOf(use)
          return share === null
            ? []
            : [['', { authority: slug, quota: use.name }, share / 100] as const]
        }),
      ),
    },
  ]
}

/** Nothing of a folder that could not be asked: the others are told. */
async function ofFolders(database: Database): Promise<Metric[]> {
  const asked = [...ofModules].map((figures) => figures(database).catch(() => []))
  return (await Promise.all(asked)).flat()
}

function ofPools(database: Database): Metric[] {
  const { pool, publicPool, front, jobs: ofJobs, owner, queue } = database
  const all = Object.entries({ pool, public: publicPool, front, jobs: ofJobs, owner, queue })
  const turns = (one: typeof pool) => database.shareOf(one)?.waitingCount ?? 0
  return [
    {
      name: 'beffroi_pool_connections',
      help: 'Connections to the database that are open, and of these in use; the most there may be.',
      type: 'gauge',
      samples: all.flatMap(([name, one]) => [
        ['', { pool: name, state: 'open' }, one.totalCount] as const,
        ['', { pool: name, state: 'used' }, one.totalCount - one.idleCount] as const,
        ['', { pool: name, state: 'most' }, one.options.max] as const,
      ]),
    },
    {
      name: 'beffroi_pool_waiting',
      help: 'Who waits for a connection, or for a turn of its authority.',
      type: 'gauge',
      samples: all.map(
        ([name, one]) => ['', { pool: name }, one.waitingCount + turns(one)] as const,
      ),
    },
  ]
}

function ofProcess(): Metric[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const lag = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
  const figures: Metric[] = [
    gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
    gauge('process_start_time_seconds', 'When it started.', performance.timeOrigin / 1000),
    {
      name: 'process_cpu_seconds_total',
      help: 'Time of the processor.',
      type: 'counter',
      samples: [['', {}, (user + system) / 1e6]],
    },
    {
      name: 'beffroi_heap_bytes',
      help: 'Memory of JavaScript.',
      type: 'gauge',
      samples: [
        ['', { state: 'used' }, heapUsed],
        ['', { state: 'kept' }, heapTotal],
        ['', { state: 'external' }, external],
      ],
    },
    {
      name: 'beffroi_loop_delay_seconds',
      help: 'How late the one thread is at what it should do, since this was last asked.',
      type: 'gauge',
      samples: [
        ['', { quantile: '0.5' }, lag(loop.percentile(50))],
        ['', { quantile: '0.99' }, lag(loop.percentile(99))],
        ['', { quantile: '1' }, lag(loop.max)],
      ],
    },
  ]
  loop.reset()
  return figures
}
