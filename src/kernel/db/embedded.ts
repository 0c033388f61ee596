import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries } from './embedded-binaries.ts'
import type { Binaries } from './embedded-binaries.ts'
import { StartFailure, codeOf, explainOutput, explainSystemError } from './embedded-failure.ts'
import { chooseIdentity, handOver, runAs } from './embedded-identity.ts'
import type { Identity } from './embedded-identity.ts'
import { isLeftBehind, lockFolder } from './embedded-lock.ts'
import { launch, socketFolder, stopOrphan } from './embedded-server.ts'
import type { Postmaster } from './embedded-server.ts'
import { keepRunning, type Watched } from './embedded-watch.ts'

export { StartFailure }

export interface EmbeddedDatabase {
  /** Connection URL of the owner of the database `beffroi`: may create databases and roles, is not superuser. */
  url: string
  /** Connection URL of the superuser, for tests and benchmarks only. */
  superuserUrl: string
  /** Settles with the reason where the server ended by itself too often: nobody starts it again. */
  gone: Promise<StartFailure>
  /** Ends all connections and the server; may be called again. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Absolute path; made if absent. Holds the data, the passwords, the socket and the log. */
  folder: string
  /** PostgreSQL settings, such as `fsync: 'off'` in tests. */
  settings?: Record<string, string>
}

/**
 * Starts the PostgreSQL 18 that npm brought, on a Unix socket that only this account can enter.
 * The folder holds `cluster/` (data and passwords), `socket/`, `postgres.log` and `beffroi.pid`.
 * Throws StartFailure with one sentence naming what is wrong and what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options.folder, options.settings ?? {})
  } catch (error) {
    throw explainSystemError(error, options.folder)
  }
}

/** Where the owner's URL is while the server runs, for other processes of the same account. */
const urlFile = 'url'

/**
 * The owner's URL of the server that another process runs on this folder; null where none answers.
 */
export async function runningEmbedded(folder: string): Promise<string | null> {
  const url = await readFile(join(folder, urlFile), 'utf8').catch(() => null)
  if (!url) return null
  const client = new Client({ connectionString: url })
  const answers = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end()
  return answers ? url : null
}

/**
 * Takes away a folder whose owner is gone without having given it back, and stops the postmaster that they left there. Whether
 * it did; false where its owner lives, and where it has none.
 */
export async function discardLeftBehind(folder: string): Promise<boolean> {
  if (!(await isLeftBehind(folder))) return false
  await stopOrphan(join(folder, 'cluster/data'))
  await rm(folder, { recursive: true, force: true })
  return true
}

async function start(folder: string, settings: Record<string, string>): Promise<EmbeddedDatabase> {
  const binaries = await findBinaries()
  // Only the folder itself is closed: another account may have to pass through its parents.
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = await lockFolder(folder)
  let postmaster: Postmaster | undefined
  let socket: string | undefined
  try {
    const cluster = join(folder, 'cluster')
    await stopOrphan(join(cluster, 'data'))
    const identity = await chooseIdentity(binaries, folder)
    if (!(await exists(cluster))) await initialise(binaries, identity, folder, settings)
    const [superuser = '', owner = ''] = (await readFile(join(cluster, 'passwords'), 'utf8')).split(
      '\n',
    )
    const at = { folder, socket: (socket = await socketFolder(identity, folder)) }
    const launched = () => launch(binaries.postgres, identity, at, settings)
    postmaster = await launched()
    const url = urlOf(at.socket, 'beffroi', owner, 'beffroi')
    const superuserUrl = urlOf(at.socket, 'postgres', superuser, 'postgres')
    await prepare(await connected(superuserUrl, postmaster), owner)
    await writeFile(join(folder, urlFile), url, { mode: 0o600 })
    const watched = keepRunning(postmaster, async () => {
      await stopOrphan(join(cluster, 'data'))
      const fresh = await launched()
      await (await connected(superuserUrl, fresh)).end()
      return fresh
    })
    const release = async () => {
      await rm(at.socket, { recursive: true, force: true })
      await rm(join(folder, urlFile), { force: true })
      await unlock()
    }
    return { url, superuserUrl, gone: watched.gone, stop: once(watched, release) }
  } catch (error) {
    await postmaster?.stop()
    if (socket) await rm(socket, { recursive: true, force: true })
    await unlock()
    throw error
  }
}

function once(watched: Watched, release: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => (stopped ??= watched.stop().then(release))
}

/**
 * Makes `<folder>/cluster`: the data beside the passwords of superuser and owner, one a line.
 * It is made under another name and renamed when complete, so a kill halfway leaves nothing.
 */
async function initialise(
  { initdb }: Binaries,
  identity: Identity,
  folder: string,
  settings: Record<string, string>,
): Promise<void> {
  const draft = join(folder, 'cluster.draft')
  const passwords = join(draft, 'passwords')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwords, `${password()}\n${password()}\n`, { mode: 0o600, flush: true })
  await handOver(identity, draft)
  // initdb takes the first line of the file as password of the superuser.
  const access = ['--username=postgres', `--pwfile=${passwords}`, '--auth=scram-sha-256']
  const language = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const sync = settings.fsync === 'off' ? ['--no-sync'] : []
  const command = [initdb, '-D', join(draft, 'data'), ...access, ...language, ...sync]
  await runAs(identity, command).catch((error: Error & { stderr?: string }) => {
    throw explainOutput(error.stderr || error.message, folder)
  })
  await rename(draft, join(folder, 'cluster'))
}

function password(): string {
  return randomBytes(24).toString('base64url')
}

function urlOf(socket: string, role: string, secret: string, database: string): string {
  return `postgres://${role}:${secret}@${encodeURIComponent(socket)}:5432/${database}`
}

/** Codes of a server that is not there yet: no socket, nobody behind it, still recovering. */
const notYet = new Set(['ENOENT', 'ECONNREFUSED', '57P03'])

async function connected(connectionString: string, postmaster: Postmaster): Promise<Client> {
  for (;;) {
    const client = new Client({ connectionString })
    const refused = await client.connect().then(
      () => undefined,
      (error: unknown) => error,
    )
    if (refused === undefined) return client
    if (!notYet.has(codeOf(refused) ?? '')) throw refused
    await postmaster.check()
    await sleep(5)
  }
}

/** Makes the owner and the database unless an earlier start did. */
async function prepare(superuser: Client, secret: string): Promise<void> {
  try {
    const { rows } = await superuser.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'beffroi') as role,
              exists (select from pg_database where datname = 'beffroi') as database`,
    )
    if (!rows[0]?.role) {
      await superuser.query(
        `create role beffroi login createdb createrole password ${superuser.escapeLiteral(secret)}`,
      )
    }
    if (!rows[0]?.database) await superuser.query('create database beffroi owner beffroi')
  } finally {
    await superuser.end()
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}
