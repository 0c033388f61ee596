import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { projectRoot } from '#kernel/config'
import { connect, type Database } from '#kernel/db'
import { cloneOf } from '#kernel/testing'
import { openAuthority } from '#commons/trades'
import { ground } from '#test/harness'

let folder: string
let url: string
let database: Database
let tenant: string
/** Hold what a job, and what the queue, waits for. */
let ofJob: pg.Client
let ofQueue: pg.Client
let server: ChildProcess | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beffroi-killed-job-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

beforeEach(async () => {
  url = await cloneOf(
    inject('templateUrl'),
    `killed_job_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`,
  )
  database = connect({ url, poolSize: 2 })
  const names = { slug: 'valmont', name: 'Commune de Valmont', shortName: 'Valmont' }
  const look = { address: [], hue: 1, arms: '', hosts: ['valmont.localhost'], trades: [] }
  const { house } = await ground()
  tenant = (await openAuthority(database, house, { ...names, ...look, kind: 'municipality' })).id
  ofJob = new pg.Client({ connectionString: url })
  ofQueue = new pg.Client({ connectionString: url })
  await Promise.all([ofJob.connect(), ofQueue.connect()])
})
afterEach(async () => {
  await kill()
  await Promise.all([ofJob.end(), ofQueue.end(), database.close()])
})

/** Starts the server as an operator does. */
function start(): void {
  const settings = { DATABASE_URL: url, DATA_DIR: folder, PORT: '0', DEMONSTRATION: 'false' }
  server = spawn(process.execPath, [join(projectRoot, 'dist/main.js')], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  })
}

async function kill(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}

const rowsOf = async (question: string) =>
  (await database.owner.query<Record<string, unknown>>(question)).rows

const until = (holds: () => Promise<boolean>) =>
  vi.waitUntil(holds, { timeout: 40_000, interval: 20 })

const jobs = () => rowsOf('select locked_by from graphile_worker._private_jobs')

async function send(): Promise<void> {
  await ofJob.query(
    `begin; select set_config('app.tenant', '${tenant}', true);
     select kernel.enqueue('trades.bring_up_to_date', '{}',
       '{"id":null,"name":"Beffroi","principals":["system"],"language":"fr"}', null); commit`,
  )
}

/** Whether the job is in the middle of what it does. */
const begun = async () =>
  (
    await rowsOf(
      `select from pg_locks where relation = 'kernel.done_job'::regclass and not granted`,
    )
  ).length > 0

/** How often jobs of the authority were done. */
async function done(): Promise<number> {
  await ofJob.query(`select set_config('app.tenant', $1, false)`, [tenant])
  return (await ofJob.query('select from kernel.done_job')).rowCount ?? 0
}

test('a job whose process is killed in the middle is done soon after the next start, once (R1, R12)', async () => {
  await send()
  await ofJob.query('begin; lock table kernel.done_job in share row exclusive mode')
  start()
  await until(begun)
  await kill()
  await ofJob.query('rollback')
  expect(await jobs()).toMatchObject([{ locked_by: expect.stringContaining('pool-') }])
  expect(await done()).toBe(0)

  // Killed again where its own transaction is committed, and the queue has not heard of it.
  await ofQueue.query('begin; lock table kernel.done_job in share row exclusive mode')
  start()
  await until(begun)
  await ofJob.query('begin; select from graphile_worker._private_jobs for update')
  await ofQueue.query('rollback')
  await until(async () => {
    await ofQueue.query(`select set_config('app.tenant', $1, false)`, [tenant])
    return (await ofQueue.query('select from kernel.done_job')).rowCount === 1
  })
  await kill()
  // What it had asked last, PostgreSQL would still do: its connection is as dead.
  const connections = `from pg_stat_activity
    where datname = current_database() and application_name = 'beffroi-queue'`
  await rowsOf(`select pg_terminate_backend(pid) ${connections}`)
  await until(async () => (await rowsOf(`select pid ${connections}`)).length === 0)
  await ofJob.query('rollback')
  expect(await jobs()).toHaveLength(1)

  start()
  await until(async () => (await jobs()).length === 0)
  expect(await done()).toBe(1)
}, 120_000)
