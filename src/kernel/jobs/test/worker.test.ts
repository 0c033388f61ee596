import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { appOn, givenAuthority, ground, type TestAuthority } from '#test/harness'
import {
  addTasks,
  drain,
  enqueue,
  failedJobs,
  type JobWorker,
  sendAgain,
  startWorker,
  task,
} from '../index.ts'
import { openLease, reclaim } from '../lease.ts'

let authority: TestAuthority
let done: string[]
let worker: JobWorker | undefined
/** What a job does meanwhile. */
let meanwhile: () => Promise<unknown>

const work = task('test.work', z.object({ word: z.string() }), async ({ word }) => {
  await meanwhile()
  done.push(word)
})

beforeAll(async () => {
  addTasks([work])
  authority = await givenAuthority()
})

beforeEach(() => {
  done = []
  meanwhile = () => Promise.resolve()
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(async () => {
  await worker?.stop()
  worker = undefined
  vi.restoreAllMocks()
})

const owner = async () => (await ground()).database.owner

async function running(): Promise<JobWorker> {
  const { database, gate } = await ground()
  const started = (worker = startWorker(database, gate))
  await vi.waitUntil(() => started.state() === 'running', { timeout: 20_000 })
  return started
}

/** What the restart of a database does to those who are connected. */
const cutAll = async () => {
  const { database } = await ground()
  // Each role ends its own.
  for (const pool of [database.front, database.owner])
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and usename = current_user
         and application_name in ('beffroi', 'beffroi-jobs', 'beffroi-queue')`,
    )
}

const locks = async () =>
  (await (await owner()).query('select locked_by from graphile_worker._private_jobs')).rows

const lockedBy = async (id: string) =>
  (await owner()).query(
    'update graphile_worker._private_jobs set locked_at = now(), locked_by = $1',
    [id],
  )

describe('the worker of jobs', () => {
  test('goes on by itself after every connection was cut while it worked, and stops as asked (R1)', async () => {
    let cut = false
    meanwhile = async () => {
      if (cut) return
      cut = true
      await cutAll()
    }
    const started = await running()
    await authority.asSystem(() => enqueue(work, { word: 'at the cut' }))
    await vi.waitUntil(() => cut, { timeout: 20_000 })
    await vi.waitUntil(() => started.state() === 'starting', { timeout: 20_000 })
    await vi.waitUntil(() => started.state() === 'running', { timeout: 20_000 })
    await vi.waitUntil(async () => (await locks()).length === 0, { timeout: 20_000 })
    expect(done).toContain('at the cut')
    await authority.asSystem(() => enqueue(work, { word: 'after' }))
    await vi.waitUntil(() => done.includes('after'), { timeout: 20_000 })
    await started.stop()
    expect(started.state()).toBe('stopped')
  }, 60_000)

  test('takes at its start what a worker that is gone had begun, not what one does that lives (R1)', async () => {
    const lease = await openLease((await ground()).database)
    try {
      await authority.asSystem(() => enqueue(work, { word: 'of the living' }))
      await lease.hold('pool-living')
      await lockedBy('pool-living')
      await running()
      await authority.asSystem(() => enqueue(work, { word: 'later' }))
      await vi.waitUntil(() => done.includes('later'))
      expect(done).toEqual(['later'])
      await worker?.stop()
      await lockedBy('pool-dead')
      await running()
      await vi.waitUntil(() => done.includes('of the living'))
    } finally {
      lease.release()
    }
  })

  test('gives up what three workers took along, and tells who sent it; once more it is done (H2)', async () => {
    const { database, gate } = await ground()
    await authority.asSystem(() => enqueue(work, { word: 'poisoned' }))
    for (const dead of ['pool-a', 'pool-b', 'pool-c']) {
      await lockedBy(dead)
      expect(await reclaim(database)).toBe(1)
      // Two processes see the same dead: it is counted once.
      expect(await reclaim(database)).toBe(0)
    }
    await drain(database, gate)
    expect(done).toEqual([])
    const [failed] = await authority.asSystem(() => failedJobs())
    expect(failed).toMatchObject({ task: 'test.work', reason: { key: 'jobs.never_ended' } })
    await authority.asSystem(() => sendAgain(failed?.id ?? ''))
    await drain(database, gate)
    expect(done).toEqual(['poisoned'])
  })

  test('says at /healthz that it does not take jobs, as long as that is so (R1)', async () => {
    const { database, gate, house } = await ground()
    const health = async (jobs: JobWorker['state']) => {
      const answer = await appOn(database, gate, house.routes, jobs).request('http://x/healthz')
      return [answer.status, await answer.json()]
    }
    const said = (status: string, jobs: string) => [
      200,
      { status, database: 'ok', jobs, disk: 'ok', files: 'ok' },
    ]
    const started = await running()
    expect(await health(started.state)).toEqual(said('ok', 'running'))
    await started.stop()
    expect(await health(started.state)).toEqual(said('degraded', 'stopped'))
  })
})
