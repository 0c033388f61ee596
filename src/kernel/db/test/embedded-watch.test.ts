import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Postmaster } from '../embedded-server.ts'
import { keepRunning } from '../embedded-watch.ts'
import { connect } from '../pool.ts'
import { startEmbedded } from '../embedded.ts'

// A busy disk can make one initdb last seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-watch-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => vi.restoreAllMocks())

const postmasterPid = async (folder: string) =>
  Number.parseInt(await readFile(join(folder, 'cluster/data/postmaster.pid'), 'utf8'), 10)

test('the embedded server that is killed is started again, where those who use it find it (R3)', async () => {
  const folder = join(home, 'postgres')
  const embedded = await startEmbedded({ folder, settings: { fsync: 'off' } })
  const database = connect({ url: embedded.url, poolSize: 2 })
  try {
    await database.owner.query('create table town (name text)')
    const first = await postmasterPid(folder)
    process.kill(first, 'SIGKILL')
    const kept = () =>
      database.owner.query('select name from town').then(
        ({ rows }) => rows.length === 0,
        () => false,
      )
    await vi.waitUntil(async () => (await postmasterPid(folder).catch(() => first)) !== first, {
      timeout: 30_000,
    })
    await vi.waitUntil(kept, { timeout: 30_000 })
  } finally {
    await database.close()
    await embedded.stop()
  }
  await expect(new pg.Client({ connectionString: embedded.url }).connect()).rejects.toThrow(
    'ENOENT',
  )
})

/** A server that ends when the test says so. */
function servers() {
  const ends: (() => void)[] = []
  const next = (): Postmaster => {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    ends.push(resolve)
    return {
      ended,
      check: () => Promise.reject(new Error('It was killed.')),
      stop: () => Promise.resolve(resolve()),
    }
  }
  return { ends, next }
}

test('one that ends again and again is given up with its reason, and not for ever tried (R3)', async () => {
  const { ends, next } = servers()
  const { gone } = keepRunning(next(), () => Promise.resolve(next()), 1)
  for (let end = 0; end < 5; end++) {
    ends[end]?.()
    await vi.waitUntil(() => ends.length === end + 2, { timeout: 10_000, interval: 20 })
  }
  ends[5]?.()
  expect((await gone).message).toBe(
    'The embedded database ended more than 5 times and is given up. It was killed.',
  )
})

test('one that is stopped stays so, also while it is being started again', async () => {
  const { ends, next } = servers()
  const starting = Promise.withResolvers<Postmaster>()
  let asked = false
  const watched = keepRunning(
    next(),
    () => {
      asked = true
      return starting.promise
    },
    1,
  )
  ends[0]?.()
  await vi.waitUntil(() => asked)
  const stopped = watched.stop()
  starting.resolve(next())
  await stopped
  expect(ends).toHaveLength(2)
})
