import pg from 'pg'
import { type Database, migrate, type MigrationFolder, readMigrations } from '#kernel/db'
import { conditionOf, putBack, takeAway } from '#kernel/files'
import { migrateJobs } from '#kernel/jobs'
import { readArchive } from './archive.ts'
import { linesOf } from './lines.ts'
import { bytesFile, type Ending, jobsFile, type Manifest, rowsFile } from './manifest.ts'
import {
  appliedTo,
  type BackedTable,
  enter,
  inAnyOrder,
  jsonColumnsIn,
  quoted,
  tablesIn,
} from './tables.ts'
import { Unrestorable, type WholeArchive } from './whole.ts'

/**
 * Puts a whole house into an empty database: the tables as they were when it was backed up, then rows and files;
 * what the program has since is applied by the next start. All of it or nothing.
 */
export async function restore(
  database: Database,
  folders: readonly MigrationFolder[],
  archive: WholeArchive,
): Promise<Ending> {
  const { manifest, path } = archive
  if (manifest.authority)
    throw new Unrestorable(
      `${path} holds the authority ${manifest.authority.slug} alone: « authority import » brings it into a house.`,
    )
  ensureKnown(manifest, new Set(readMigrations(folders).map(({ hash }) => hash)))
  await ensureEmpty(database, manifest)
  await migrateJobs(database)
  const past = new Set(manifest.migrations.map(({ hash }) => hash))
  await migrate(database, folders, undefined, ({ hash }) => past.has(hash))
  return filling(database, archive, async (client, tables) => {
    ensureSameTables(manifest, tables)
    // Migrations write rows of no authority too: they are there as they became.
    for (const { name } of tables.filter(({ ofAuthority }) => !ofAuthority))
      await client.query(`delete from ${name}`)
  })
}

/** Brings an authority that was exported into a house that has others, at the same version. */
export async function importAuthority(database: Database, archive: WholeArchive): Promise<Ending> {
  const { manifest, path } = archive
  const { authority } = manifest
  if (!authority)
    throw new Unrestorable(`${path} holds a whole house: « restore » puts it into an empty one.`)
  const prepare = async (client: pg.ClientBase, tables: readonly BackedTable[]) => {
    // Of two at once, the one that came too late would take away the files that the other put.
    await client.query(`select pg_advisory_xact_lock(hashtext('authority import'))`)
    const { rows } = await client.query('select from kernel.tenant where id = $1 or slug = $2', [
      authority.id,
      authority.slug,
    ])
    if (rows.length > 0) throw new Unrestorable(`The authority ${authority.slug} is here already.`)
    ensureKnown(manifest, new Set((await appliedTo(client)).map(({ hash }) => hash)))
    ensureSameTables(manifest, tables)
  }
  return filling(database, archive, prepare, runsNoHouse)
}

/** Which authority runs a house is said there: one that comes does not. */
const runsNoHouse = ({ columns, ...table }: BackedTable): BackedTable => ({
  ...table,
  columns: columns.filter((column) => table.name !== 'kernel.tenant' || column !== 'operates'),
})

async function ensureEmpty({ owner }: Database, { migrations }: Manifest): Promise<void> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('kernel.migration') is not null as there`,
  )
  if (!rows[0]?.there) return
  const client = await owner.connect()
  try {
    const applied = await appliedTo(client)
    const of = (all: readonly { hash: string }[]) =>
      all
        .map(({ hash }) => hash)
        .toSorted()
        .join()
    // A restore that was stopped leaves the tables, empty.
    const begun = applied.length === 0 || of(applied) === of(migrations)
    const tenants = applied.length > 0 ? await client.query('select from kernel.tenant') : null
    if (begun && !tenants?.rowCount) return
  } finally {
    client.release()
  }
  throw new Unrestorable(
    'The database is not empty: choose an empty one by DATABASE_URL, or an empty folder by DATA_DIR.',
  )
}

function ensureKnown({ migrations }: Manifest, known: ReadonlySet<string>): void {
  const unknown = migrations.filter(({ hash }) => !known.has(hash))
  if (unknown.length > 0)
    throw new Unrestorable(
      `The archive is of a later program, which had applied ${unknown.map(({ name }) => name).join(', ')}.`,
    )
}

function ensureSameTables({ tables: backed }: Manifest, tables: readonly BackedTable[]): void {
  if (JSON.stringify(backed) !== JSON.stringify(tables))
    throw new Unrestorable(
      'The archive is of an earlier program: bring its house up to date, and export it anew.',
    )
}

/** Writes what an archive holds in one transaction. Where that fails, the folder of files is as it was before too. */
async function filling(
  database: Database,
  { path, ending }: WholeArchive,
  prepare: (client: pg.ClientBase, tables: readonly BackedTable[]) => Promise<void>,
  written: (one: BackedTable) => BackedTable = (one) => one,
): Promise<Ending> {
  const client = await database.owner.connect()
  const placed: Placed[] = []
  try {
    await client.query('begin')
    const tables = await tablesIn(client)
    const order = await inAnyOrder(client, tables)
    await prepare(client, tables)
    await fill(client, new Map(tables.map((one) => [one.name, written(one)])), path, placed)
    await ensureReadable(client, path)
    await order.done()
    await advanceIdentities(client, tables)
    await client.query('commit')
    client.release()
    return ending
  } catch (failure) {
    client.release(true) // What was begun goes with the connection.
    for (const { authority, hash } of placed) await takeAway(authority, hash)
    if (failure instanceof pg.DatabaseError)
      throw new Unrestorable(
        `What ${path} holds does not fit together (${failure.message}): nothing was restored.`,
        { cause: failure },
      )
    throw failure
  }
}

/** A file that was not there before. */
interface Placed {
  authority: string
  hash: string
}

/** An authority whose keys a master key of another house wraps could not be read here. */
async function ensureReadable(client: pg.ClientBase, path: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from kernel.secret_key k
     where not exists (select from kernel.secret_master m where m.fingerprint = k.master)`,
  )
  if (rowCount)
    throw new Unrestorable(
      `The secrets in ${path} are wrapped by the master key of another house: put that key after the one of this house ` +
        '(secrets.key, SECRETS_KEY or SECRETS_KEY_FILE), start the house anew, and try again.',
    )
}

async function fill(
  client: pg.ClientBase,
  tables: ReadonlyMap<string, BackedTable>,
  path: string,
  placed: Placed[],
): Promise<void> {
  const jsons = await jsonColumnsIn(client)
  for await (const { name, bytes } of readArchive(path)) {
    const [, table = '', tenant = ''] = rowsFile.exec(name) ?? []
    const [, authority = '', hash = ''] = bytesFile.exec(name) ?? []
    const into = tables.get(table)
    if (into) await writeRows(client, into, jsons.get(table), tenant, bytes)
    else if (jobsFile.test(name)) await sendJobs(client, bytes)
    else if (hash) {
      if ((await conditionOf(authority, hash)) === 'lost') placed.push({ authority, hash })
      await putBack(authority, hash, bytes)
    }
  }
}

async function writeRows(
  client: pg.ClientBase,
  { name, columns }: BackedTable,
  jsons: ReadonlySet<string> = new Set(),
  tenant: string,
  bytes: Buffer,
): Promise<void> {
  // As JSON, a row says `null` for nothing and for the null that JSON has.
  const read = columns.map((one) =>
    jsons.has(one) ? `coalesce("${one}", 'null') as "${one}"` : `"${one}"`,
  )
  await enter(client, tenant === '-' ? '' : tenant)
  for await (const lines of linesOf(bytes))
    await client.query(
      `insert into ${name} (${quoted(columns)}) overriding system value
       select ${read.join(', ')} from json_populate_recordset(null::${name}, $1)`,
      [`[${lines.join(',')}]`],
    )
}

async function sendJobs(client: pg.ClientBase, bytes: Buffer): Promise<void> {
  for await (const lines of linesOf(bytes))
    await client.query(
      `select graphile_worker.add_job(identifier, payload := payload, run_at := run_at,
         max_attempts := max_attempts, job_key := key, priority := priority,
         flags := array[payload ->> 'tenant'])
       from json_to_recordset($1) as j (identifier text, payload json, run_at timestamptz,
         max_attempts int, key text, priority int)`,
      [`[${lines.join(',')}]`],
    )
}

/** The numbers that PostgreSQL gives go on after those that are there. */
async function advanceIdentities(
  client: pg.ClientBase,
  tables: readonly BackedTable[],
): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `select attrelid::regclass::text as name, attname::text as column from pg_attribute
     where attidentity <> '' and attrelid::regclass::text = any($1)`,
    [tables.map(({ name }) => name)],
  )
  for (const { name, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest(1, (select max("${column}") from ${name})))`,
      [name, column],
    )
}
