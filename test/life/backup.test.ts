import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { mastersOfTests } from '../harness/ground.ts'
import { decideOne, takeBackOne } from '#commons/settings'
import { givenTowns, type Towns } from '../harness/towns.ts'
import { ground } from '#test/harness'
import { actAs, system } from '#kernel/access'
import { backUp, eraseAuthority, importAuthority, restore, wholeArchive } from '#kernel/backup'
import { projectRoot } from '#kernel/config'
import { connect, type Database, migrate, StartFailure } from '#kernel/db'
import { storeFiles, useFileStore } from '#kernel/files'
import { enqueue, migrateJobs, waitingJobs } from '#kernel/jobs'
import { dumpTables, emptyDatabase } from '#kernel/testing'
import { blindIndex, ensureSecrets } from '#kernel/secrets'
import { Gate, inTenant, type Tenant } from '#kernel/tenancy'
import { bringUpToDate } from '../../src/commons/trades/up-to-date.ts'
import { rootFolder } from '../../src/kernel/files/store.ts'

let home: string
let towns: Towns
/** The files of the towns. */
let files: string
let archive: string
/** What one of the files holds. */
let kept: Buffer
/** Beauval. */
let one: Tenant
const opened: Database[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-backup-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

beforeEach(async () => {
  towns = await givenTowns()
  files = rootFolder()
  archive = join(home, `${randomUUID()}.tar`)
  one = await tenantOf(towns, 'municipality')
  const other = await tenantOf(towns, 'cpas')
  kept = randomBytes(1_000_000)
  await as(one, async () => {
    await storeFiles([kept, new Uint8Array(), randomBytes(7)])
    // What makes it have a key of its own.
    await blindIndex({ table: 'commons.party', column: 'number' }, 'secret')
    // What is taken back is kept as the null of JSON.
    await decideOne('identity.session_hours', '8')
    await takeBackOne('identity.session_hours')
  })
  await as(other, async () => {
    await storeFiles([randomBytes(99)])
  })
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
  await towns.close()
  useFileStore((await ground()).files)
})

/** An empty database, and a folder of its own for files, which is used from now on. */
async function empty(): Promise<{ database: Database; folder: string }> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  const database = connect({
    url: await emptyDatabase(inject('templateUrl'), name),
    poolSize: 2,
  })
  opened.push(database)
  const folder = join(home, name)
  useFileStore(folder)
  return { database, folder }
}

const folders = async () => (await ground()).house.migrations

/** Every row of every table; when migrations ran is of the database, that one was erased is of what is left of it. */
async function rowsOf({ owner }: Database, authority?: string) {
  const tables = await dumpTables(owner)
  return new Map(
    tables
      .filter(({ name }) => !['kernel.migration', 'kernel.erasure'].includes(name))
      .map(({ name, rows }) => [
        name,
        rows.filter((row) => !authority || row.includes(authority)).toSorted(),
      ]),
  )
}

/** Every byte of every file, by its place. */
async function bytesOf(folder: string): Promise<Map<string, string>> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const bytes = new Map<string, string>()
  for (const one of all.filter((entry) => entry.isFile())) {
    const path = join(one.parentPath, one.name)
    bytes.set(relative(folder, path), (await readFile(path)).toString('base64'))
  }
  return bytes
}

async function tenantOf({ database, gate }: Towns, kind: string): Promise<Tenant> {
  const { rows } = await database.owner.query<{ slug: string }>(
    'select slug from kernel.tenant where kind = $1',
    [kind],
  )
  const found = await gate.bySlug(rows[0]?.slug ?? '')
  if (!found) throw new Error(`There is no ${kind}`)
  return found
}

const as = <T>(
  tenant: Tenant,
  work: () => Promise<T>,
  { database } = towns as { database: Database },
) => actAs(system, () => inTenant(database, tenant, work))

/** The master key is not in the archive: another house does not start on it, and is told why. */
async function expectNoKey(database: Database): Promise<void> {
  for (const key of await mastersOfTests.read())
    for (const form of [key, Buffer.from(key.toString('base64')), Buffer.from(key.toString('hex'))])
      expect((await readFile(archive)).includes(form)).toBe(false)
  const read = () => Promise.resolve([randomBytes(32)])
  const other = ensureSecrets(database, { ...mastersOfTests, read })
  await expect(other).rejects.toThrow('does not hold the key')
  await ensureSecrets(database, mastersOfTests)
}

describe('a backup of the whole house', () => {
  test('brings back every row and every byte in an empty place, and what waits is done there (R6)', async () => {
    const authority = await towns.gate.bySlug(one.slug)
    if (!authority) throw new Error('Beauval is not there')
    await actAs(system, () => inTenant(towns.database, authority, () => enqueue(bringUpToDate, {})))
    const ending = await backUp(towns.database, archive)
    expect(ending.lost).toEqual([])
    expect((await stat(archive)).mode & 0o777).toBe(0o600)
    const [rows, bytes] = [await rowsOf(towns.database), await bytesOf(files)]
    expect(ending.files).toBe(bytes.size)
    expect(bytes.size).toBe(4)

    const { database, folder } = await empty()
    expect(await restore(database, await folders(), await wholeArchive(archive))).toEqual(ending)
    expect(await rowsOf(database)).toEqual(rows)
    await expectNoKey(database)
    expect(await bytesOf(folder)).toEqual(bytes)
    expect(await migrate(database, await folders())).toBe(0)
    const waiting = await as(one, () => waitingJobs(), { database })
    expect(waiting.map(({ task }) => task)).toContain('trades.bring_up_to_date')
    // Triggers and keys are as they were: what is wrong is refused again.
    await expect(
      database.owner.query(
        `begin; select set_config('app.tenant', '${one.id}', true); delete from commons.dossier`,
      ),
    ).rejects.toThrow(/violates|foreign key|immutable|keep/)
  }, 60_000)

  test('says what was lost before it, and holds all else', async () => {
    const [lost = ''] = (await bytesOf(files)).keys()
    await rm(join(files, lost))
    const ending = await backUp(towns.database, archive)
    expect(ending.lost.map(({ hash }) => hash)).toEqual([lost.split('/').at(-1)])
    const { database, folder } = await empty()
    await restore(database, await folders(), await wholeArchive(archive))
    expect((await bytesOf(folder)).size).toBe(ending.files)
  }, 60_000)

  test('that is damaged in any way is refused in one sentence, before anything is written', async () => {
    await backUp(towns.database, archive)
    const whole = await readFile(archive)
    const flipped = (at: number) => {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    }
    const damages: [string, Buffer, RegExp][] = [
      ['cut at half', whole.subarray(0, whole.length / 2), /damaged or cut short/],
      ['cut in its index', whole.subarray(0, 2000), /cut short, at beffroi.json/],
      ['cut between two', whole.subarray(0, Math.floor(whole.length / 1024) * 512), /cut short/],
      ['cut at its end', whole.subarray(0, whole.lastIndexOf('end.json')), /damaged or cut short/],
      ['a byte of its index', flipped(whole.indexOf('"format"') + 1), /no archive/],
      ['a byte of rows', flipped(whole.indexOf('rows/') + 512 + 40), /damaged.* at rows/],
      ['a byte of a file', flipped(whole.indexOf(kept)), /damaged.* at files/],
      ['the last byte of a file', flipped(whole.indexOf(kept) + kept.length - 1), /at files/],
      ['a byte of a head', flipped(whole.indexOf('rows/') + 100), /damaged/],
      ['two end to end', Buffer.concat([whole, whole]), /more than one/],
      ['nothing', Buffer.alloc(0), /no archive/],
      ['something else', await readFile(join(projectRoot, 'package.json')), /no archive/],
    ]
    for (const [what, bytes, words] of damages) {
      await writeFile(archive, bytes)
      const failure = await wholeArchive(archive).catch((thrown: unknown) => thrown)
      expect(failure, what).toBeInstanceOf(StartFailure)
      expect(String(failure), what).toMatch(words)
      expect(String(failure).split('\n'), what).toHaveLength(1)
    }
    await expect(wholeArchive(join(home, 'nowhere'))).rejects.toThrow('ENOENT')
  }, 60_000)

  test('whose rows do not fit together leaves neither rows nor files', async () => {
    await backUp(towns.database, archive)
    const { database, folder } = await empty()
    await migrateJobs(database)
    await migrate(database, await folders())
    await database.owner.query(
      `alter table kernel.tenant add constraint nobody check (slug = '') not valid`,
    )
    await expect(restore(database, await folders(), await wholeArchive(archive))).rejects.toThrow(
      /does not fit together .*nobody.*nothing was restored/,
    )
    expect(await bytesOf(folder).catch(() => new Map())).toEqual(new Map())
    await database.owner.query('alter table kernel.tenant drop constraint nobody')
    await restore(database, await folders(), await wholeArchive(archive))
    expect((await database.owner.query('select from kernel.tenant')).rowCount).toBe(2)
  }, 60_000)

  test('is not restored over a house', async () => {
    await backUp(towns.database, archive)
    await expect(
      restore(towns.database, await folders(), await wholeArchive(archive)),
    ).rejects.toThrow('not empty')
  }, 60_000)

  test('of an earlier program is restored as it was, then brought up to date; of a later one refused', async () => {
    const { database: early } = await empty()
    const all = await folders()
    await migrateJobs(early)
    const late = new Set<string>()
    await migrate(early, all, undefined, ({ name }) => {
      if (name >= '202611292037') late.add(name)
      return !late.has(name)
    })
    await backUp(early, archive)
    const { database } = await empty()
    await restore(database, all, await wholeArchive(archive))
    expect(await rowsOf(database)).toEqual(await rowsOf(early))
    expect(late.size).toBeGreaterThan(1)
    expect(await migrate(database, all)).toBe(late.size)

    await backUp(towns.database, archive)
    const { database: other } = await empty()
    const without = all.filter(({ name }) => name !== 'modules/strategy')
    await expect(restore(other, without, await wholeArchive(archive))).rejects.toThrow(
      'later program',
    )
  }, 60_000)
})

describe('one authority', () => {
  test('goes into another house with every row and byte of it, and nothing of others', async () => {
    await backUp(towns.database, archive, { id: one.id, slug: one.slug })
    const mine = await rowsOf(towns.database, one.id)
    const bytes = new Map([...(await bytesOf(files))].filter(([path]) => path.startsWith(one.id)))
    const { database, folder } = await empty()
    await migrateJobs(database)
    await migrate(database, await folders())
    // Its keys are wrapped by a master key that is not in the archive either.
    await expect(importAuthority(database, await wholeArchive(archive))).rejects.toThrow(
      'master key of another house',
    )
    await ensureSecrets(database, mastersOfTests)
    await importAuthority(database, await wholeArchive(archive))
    expect(await rowsOf(database, one.id)).toEqual(mine)
    expect((await database.owner.query('select from kernel.tenant')).rowCount).toBe(1)
    expect(await bytesOf(folder)).toEqual(bytes)
    expect(await new Gate(database).bySlug(one.slug)).toMatchObject({ id: one.id })
    await expect(importAuthority(database, await wholeArchive(archive))).rejects.toThrow(
      'is here already',
    )
  }, 60_000)

  test('is erased with every row and file, and others keep theirs', async () => {
    const others = async () =>
      [...(await rowsOf(towns.database))].map(([name, rows]) => [
        name,
        rows.filter((row) => !row.includes(one.id)),
      ])
    const before = await others()
    const erased = await eraseAuthority(towns.database, one.id)
    expect(erased?.rows['commons.dossier']).toBeGreaterThan(0)
    expect([...(await rowsOf(towns.database, one.id)).values()].flat()).toEqual([])
    expect(await others()).toEqual(before)
    expect([...(await bytesOf(files)).keys()].filter((path) => path.startsWith(one.id))).toEqual([])
    expect(await new Gate(towns.database).bySlug(one.slug)).toBeNull()
  }, 60_000)
})
