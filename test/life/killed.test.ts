import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { cloneOf } from '#kernel/testing'
import { commandsBeside } from '../../src/command/test/beside.ts'

let url: string
let folder: string
/** Holds what the process that is killed waits for. */
let holder: pg.Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beffroi-killed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

beforeEach(async () => {
  const name = `killed_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`
  url = await cloneOf(inject('templateUrl'), name)
  holder = new pg.Client({ connectionString: url })
  await holder.connect()
})
afterEach(() => holder.end())

/** Runs bin/beffroi on the database, as an operator does, in a group of processes of its own. */
function beffroi(words: readonly string[], demonstration = false) {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: url, DATA_DIR: folder, DEMONSTRATION: String(demonstration) },
  }
  const started = spawn(join(projectRoot, 'bin/beffroi'), words, { env, detached: true })
  let said = ''
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    started.on('close', (code) => resolve({ code, said }))
  })
  return { ended, kill: () => process.kill(-(started.pid ?? 0), 'SIGKILL') }
}

/** A process in which commands run that nobody kills. */
const beside = () => commandsBeside({ DATABASE_URL: url, DATA_DIR: folder, DEMONSTRATION: 'false' })

/** Waits until PostgreSQL says so. */
async function until(question: string): Promise<void> {
  for (;;) {
    const { rows } = await holder.query<{ so: boolean }>(`select exists (${question}) as so`)
    if (rows[0]?.so) return
    await setTimeout(20)
  }
}

/** Kills it with SIGKILL where it writes to this table, which is in the middle of what it does. */
async function killedAt(table: string, words: readonly string[], demonstration = false) {
  await holder.query(`begin; lock table ${table} in share row exclusive mode`)
  const process = beffroi(words, demonstration)
  await until(`select from pg_locks where relation = '${table}'::regclass and not granted`)
  process.kill()
  await process.ended
  await holder.query('rollback')
  await until(
    `select where not exists (select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name like 'beffroi%')`,
  )
}

const rowsOf = async (question: string) =>
  (await holder.query<Record<string, unknown>>(question)).rows

/** What holds in each authority: the owner too sees the rows of one at a time. */
async function ofEach(question: string): Promise<Record<string, unknown>[]> {
  const found = []
  for (const { id, slug } of await rowsOf('select id, slug from kernel.tenant order by slug')) {
    await holder.query("select set_config('app.tenant', $1, false)", [id])
    found.push({ slug, ...(await rowsOf(`select ${question}`))[0] })
  }
  return found
}

const opening = ['authority', 'create', '--slug', 'valmont', '--name', 'Commune de Valmont']
const valmont = [...opening, '--kind', 'municipality', '--host', 'valmont.localhost']

test('an authority whose opening was killed is not there, and the same command opens it (R8)', async () => {
  await killedAt('commons.term', valmont)
  for (const table of ['kernel.tenant', 'kernel.host', 'kernel.trade', 'kernel.provided'])
    expect([table, await rowsOf(`select from ${table}`)]).toEqual([table, []])
  const again = await beffroi(valmont).ended
  expect(again).toMatchObject({
    code: 0,
    said: expect.stringContaining('http://valmont.localhost'),
  })
  const commands = await beside()
  const twice = await commands.run(valmont)
  expect(twice).toMatchObject({ code: 1, said: expect.stringContaining('lacks nothing') })
  const other = await commands.run([...valmont, '--host', 'valmont.example'])
  expect(other).toMatchObject({ code: 0, said: expect.stringContaining('valmont.example') })
  await commands.ends()
}, 60_000)

test('a first seeding that was killed leaves a database that the next start completes (R8)', async () => {
  await killedAt('commons.person', ['trade', 'list'], true)
  expect(await rowsOf('select from kernel.tenant')).toEqual([])
  await killedAt('strategy.plan', ['trade', 'list'], true)
  expect(await rowsOf('select from kernel.tenant')).toEqual([])
  const listed = await beffroi(['trade', 'list'], true).ended
  expect(listed).toMatchObject({ code: 0, said: expect.stringContaining('Commune de Beauval') })
  const seeded = await ofEach(
    `(select count(*)::int from commons.person) > 10 as peopled,
      exists (select from commons.publication) as published`,
  )
  expect(seeded).toEqual([
    { slug: 'beauval', peopled: true, published: true },
    { slug: 'cpas-beauval', peopled: true, published: false },
  ])
}, 90_000)

test('an operator lists trades, switches one on with what it needs, and off', async () => {
  const commands = await beside()
  await commands.run([...valmont, '--trades', 'strategy'])
  const asked = (...words: string[]) => commands.run(['trade', ...words, '--authority', 'valmont'])
  expect((await asked('list')).said).toMatch(/strategy +On|strategy +Activé/)
  expect((await asked('on', 'minutes')).code).toBe(0)
  expect(await rowsOf('select module from kernel.trade order by 1')).toEqual(
    ['deliberations', 'minutes', 'strategy'].map((module) => ({ module })),
  )
  expect((await asked('off', 'deliberations')).code).toBe(1)
  expect((await asked('off', 'minutes')).code).toBe(0)
  expect((await asked('on', 'nothing')).said).toContain('No trade is called nothing')
  expect((await asked('on')).code).toBe(2)
  await commands.ends()
  const [{ types } = {}] = await ofEach(
    `array(select type from kernel.event where type like 'trades.%' order by id) as types`,
  )
  expect(types).toEqual([
    'trades.trade.switch_on',
    'trades.trade.switch_on',
    'trades.trade.switch_off',
  ])
}, 60_000)
