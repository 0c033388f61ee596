import { mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import {
  connect,
  discardLeftBehind,
  migrate,
  type MigrationFolder,
  startEmbedded,
} from '#kernel/db'
import { migrateJobs } from '#kernel/jobs'

const templateName = 'beffroi_template'

export interface TestServer {
  /** The owner's URL of the template; clones have the same but for the name. */
  url: string
  /** The superuser's URL, of no database of ours. */
  superuserUrl: string
  /** Where the workers keep files. */
  folder: string
  stop(): Promise<void>
}

/** Starts a PostgreSQL of its own in a temporary folder, with a migrated template to clone. */
export async function startTestServer(migrations: readonly MigrationFolder[]): Promise<TestServer> {
  for (const place of [memory, tmpdir()]) await sweep(place)
  const folder = await mkdtemp(join(await inMemory(), prefix))
  const settings = {
    // What is lost in a crash of a test run is lost gladly.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    // Its worker is the superuser's: a database in which it is just then cannot be dropped by its owner.
    autovacuum: 'off',
  }
  const embedded = await startEmbedded({ folder: join(folder, 'postgres'), settings })
  const url = withDatabase(embedded.url, templateName)
  await command(embedded.url, `create database ${templateName}`)
  await bringUpToDate(url, migrations)
  return {
    url,
    superuserUrl: embedded.superuserUrl,
    folder,
    stop: async () => {
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The server of another run, for one inside it whose house has more: its template is a copy that is migrated further. */
export async function joinTestServer(
  { url: of, superuserUrl }: Pick<TestServer, 'url' | 'superuserUrl'>,
  migrations: readonly MigrationFolder[],
): Promise<TestServer> {
  const name = `${templateName}_${process.pid}`
  const url = await cloneOf(of, name)
  await bringUpToDate(url, migrations)
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-joined-'))
  const stop = async () => {
    await command(superuserUrl, `drop database if exists ${name} with (force)`)
    await rm(folder, { recursive: true, force: true })
  }
  return { url, superuserUrl, folder, stop }
}

async function bringUpToDate(url: string, migrations: readonly MigrationFolder[]): Promise<void> {
  const database = connect({ url, poolSize: 1 })
  await migrateJobs(database)
  await migrate(database, migrations)
  await database.close()
}

/** Takes away what runs left in a place whose process is gone: some hundred MB each. */
export async function sweep(place: string): Promise<void> {
  const names = await readdir(place).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const folder = join(place, name)
    // Another run may sweep at the same time; what is another account's is theirs.
    const owner = (await stat(folder).catch(() => undefined))?.uid
    if (owner !== process.getuid?.() || !(await discardLeftBehind(join(folder, 'postgres'))))
      continue
    await rm(folder, { recursive: true, force: true })
  }
}

const prefix = 'beffroi-test-'
const memory = '/dev/shm'
/** More than a run takes: some hundred databases of 20 MB, and 1 GB of log. */
const room = 6 * 1024 ** 3

/**
 * Where the files of a run stand: in memory where there is room enough, since a database of a test is some two thousand
 * files that are copied and deleted again; else in the folder of temporary files.
 */
async function inMemory(): Promise<string> {
  const disk = await statfs(memory).catch(() => undefined)
  const left = disk ? Math.min(disk.bavail * disk.bsize, process.availableMemory()) : 0
  return left > room ? memory : tmpdir()
}

/** Makes a database of this name from the template, afresh, and returns its URL. */
export async function cloneOf(templateUrl: string, name: string): Promise<string> {
  const maintenance = withDatabase(templateUrl, 'beffroi')
  const template = /[^/]*$/.exec(templateUrl)?.[0]
  await command(maintenance, `drop database if exists ${name} with (force)`)
  await command(maintenance, `create database ${name} template ${template} strategy file_copy`)
  return withDatabase(templateUrl, name)
}

/** Makes a database of this name with nothing in it, afresh, and returns its URL. */
export async function emptyDatabase(templateUrl: string, name: string): Promise<string> {
  const maintenance = withDatabase(templateUrl, 'beffroi')
  await command(maintenance, `drop database if exists ${name} with (force)`)
  await command(maintenance, `create database ${name}`)
  return withDatabase(templateUrl, name)
}

const withDatabase = (url: string, name: string) => url.replace(/\/[^/]*$/, `/${name}`)

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
