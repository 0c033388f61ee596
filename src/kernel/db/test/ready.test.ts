import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { ground } from '#test/harness'
import { readConfig } from '#kernel/config'
import { connect, type Database, ensureOneHouse, ensureServer } from '#kernel/db'
import { createApp } from '#kernel/http'
import { authenticate, failurePage, proveAnew } from '#kernel/pages'
import { cloneOf } from '#kernel/testing'
import { serverTrouble } from '../ready.ts'

describe('a server of PostgreSQL that could not carry the house is refused, in a sentence (R9)', () => {
  const good = {
    ...{ version: 18, said: '18.4', encoding: 'UTF8', collations: true, missing: [] },
    ...{ epoch: 1_800_000_000, standby: false, unbound: false },
  }
  test.for([
    [{ version: 17, said: '17.6' }, /PostgreSQL 17\.6.*version 18/],
    [{ standby: true }, /standby.*primary/],
    [{ unbound: true }, /superuser.*createrole/],
    [{ encoding: 'LATIN1' }, /LATIN1.*encoding 'UTF8'/],
    [{ collations: false }, /ICU/],
    [{ missing: ['pg_trgm'] }, /pg_trgm.*contrib/],
    [{ epoch: 1_800_000_060 }, /clock.*60 seconds.*NTP/],
  ] as const)('%j', ([wrong, sentence]) => {
    expect(serverTrouble({ ...good, ...wrong }, 1_800_000_000)).toMatch(sentence)
    expect(serverTrouble(good, 1_800_000_000)).toBeUndefined()
  })

  test('the one of these tests is taken, and with another clock is not', async () => {
    const { database } = await ground()
    await expect(ensureServer(database.owner)).resolves.toBeUndefined()
    await expect(ensureServer(database.owner, () => Date.now() + 60_000)).rejects.toThrow(/clock/)
  })

  test('nobody is taken for the owner whom no rule of rows binds', async () => {
    const superuser = new pg.Pool({ connectionString: inject('superuserUrl'), max: 1 })
    await expect(ensureServer(superuser)).rejects.toThrow(/superuser/)
    await superuser.end()
  })
})

describe('rows and files belong together (R9)', () => {
  let database: Database
  let folders: string[]

  beforeEach(async () => {
    const name = `mark_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`
    database = connect({ url: await cloneOf(inject('templateUrl'), name), poolSize: 2 })
    folders = await Promise.all(
      ['one', 'other'].map((name) => mkdtemp(join(tmpdir(), `beffroi-${name}'s-`))),
    )
  })
  afterEach(async () => {
    await database.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  test('a second process with another data folder does not start, and is told where the files are', async () => {
    const [one = '', other = ''] = folders
    await ensureOneHouse(database, one)
    await ensureOneHouse(database, one)
    await expect(ensureOneHouse(database, other)).rejects.toThrow(one)
    expect((await stat(join(one, 'house'))).mode & 0o077).toBe(0)
  })

  test('nor one whose folder is that of another database; a new database takes a folder that is there', async () => {
    const [one = '', other = ''] = folders
    await ensureOneHouse(database, one)
    await writeFile(join(other, 'house'), `${'a'.repeat(36)}\n`)
    await expect(ensureOneHouse(database, other)).rejects.toThrow(/is not that of this database/)
    await database.owner.query('comment on schema kernel is null')
    await ensureOneHouse(database, one)
    await expect(ensureOneHouse(database, other)).rejects.toThrow(one)
  })

  test('of two that start at once with folders of their own, one starts', async () => {
    const outcomes = await Promise.allSettled(folders.map((one) => ensureOneHouse(database, one)))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a folder that was moved with its mark is the same', async () => {
    const [one = '', other = ''] = folders
    await ensureOneHouse(database, one)
    await writeFile(join(other, 'house'), await readFile(join(one, 'house')))
    await expect(ensureOneHouse(database, other)).resolves.toBeUndefined()
  })
})

describe('a disk that is nearly full (R9)', () => {
  let on: Omit<Parameters<typeof createApp>[0], 'config'>
  beforeAll(async () => {
    const { database, gate, house } = await ground()
    on = { database, gate, routes: house.routes, authenticate, failurePage, prove: proveAnew }
  })

  test.for([
    ['0', 'ok', 'ok'],
    ['1000000000', 'degraded', 'low'],
  ] as const)('is told at /healthz: at least %s MB free is %s', async ([most, status, disk]) => {
    const config = readConfig({ FREE_DISK_MB: most, DATA_DIR: '/tmp/not-there-yet/data' })
    const answer = await createApp({ ...on, config }).request('http://x/healthz')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ status, disk, database: 'ok' })
  })
})
