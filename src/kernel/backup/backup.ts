import type pg from 'pg'
import type { Database } from '#kernel/db'
import { storedBytes, keepingFiles } from '#kernel/files'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { packing } from './lines.ts'
import { type Ending, endingFile, format, type Manifest, manifestFile } from './manifest.ts'
import { appliedTo, type BackedTable, enter, quoted, tablesIn } from './tables.ts'

/** How many rows are held at once, long ones too. */
const fetched = 100

/**
 * Writes the whole house, or one authority, into an archive: rows and files as they are at one moment, while
 * people go on working. Returns how much there is, and what was lost before.
 */
export async function backUp(
  database: Database,
  path: string,
  of: Manifest['authority'] = null,
): Promise<Ending> {
  const client = await database.owner.connect()
  const archive = writeArchive(path)
  try {
    const ending = await keepingFiles(database, async () => {
      await client.query('begin isolation level repeatable read read only')
      await client.query("set local time zone 'UTC'")
      return write(client, archive, of)
    })
    await client.query('commit')
    await archive.finish()
    client.release()
    return ending
  } catch (failure) {
    await archive.discard()
    client.release(true)
    throw failure
  }
}

async function write(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  authority: Manifest['authority'],
): Promise<Ending> {
  const tables = await tablesIn(client)
  const manifest: Manifest = {
    ...{ format, made_at: Temporal.Now.instant().toString(), authority, tables },
    migrations: await appliedTo(client),
  }
  await archive.add(manifestFile, json(manifest))
  const tenants = authority
    ? [authority.id]
    : (await client.query<{ id: string }>('select id from kernel.tenant order by id')).rows.map(
        ({ id }) => id,
      )
  const ending: Ending = { rows: {}, jobs: 0, files: 0, lost: [] }
  for (const table of tables) ending.rows[table.name] = 0
  for (const table of tables.filter((one) => !one.ofAuthority)) {
    const where = authority ? ownRowsOf[table.name]?.(authority.id) : 'true'
    if (where) await writeRows(client, archive, ending, table, '-', where)
  }
  for (const id of tenants) {
    await enter(client, id)
    for (const table of tables.filter((one) => one.ofAuthority))
      await writeRows(client, archive, ending, table, id, `tenant_id = '${id}'`)
    await writeFiles(client, archive, ending, id)
  }
  await writeJobs(client, archive, ending, authority?.id)
  await archive.add(endingFile, json(ending))
  return ending
}

/** What tables of no authority hold of one. */
const ownRowsOf: Record<string, (id: string) => string> = {
  'kernel.tenant': (id) => `id = '${id}'`,
}

async function writeRows(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  ending: Ending,
  { name, columns }: BackedTable,
  tenant: string,
  where: string,
): Promise<void> {
  const from = `select row_to_json(r)::text as line from (select ${quoted(columns)} from ${name} where ${where}) r`
  ending.rows[name] =
    (ending.rows[name] ?? 0) + (await inChunks(client, archive, from, `rows/${name}/${tenant}`))
}

/** Jobs that wait, or were being done: who restores does them, unless what they wrote is there. */
async function writeJobs(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  ending: Ending,
  tenant: string | undefined,
): Promise<void> {
  const from = `select row_to_json(r)::text as line from (
    select t.identifier, j.payload, j.run_at, j.max_attempts, j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    ${tenant ? `where j.payload ->> 'tenant' = '${tenant}'` : ''} order by j.id) r`
  ending.jobs = await inChunks(client, archive, from, 'jobs')
}

async function inChunks(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  from: string,
  folder: string,
): Promise<number> {
  await client.query(`declare lines no scroll cursor for ${from}`)
  let part = 0
  const files = packing((packed) => {
    part += 1
    return archive.add(`${folder}/${String(part).padStart(6, '0')}.jsonl.gz`, packed)
  })
  let count = 0
  for (let more = true; more;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${fetched} from lines`)
    for (const { line } of rows) await files.add(line)
    count += rows.length
    more = rows.length > 0
  }
  await files.end()
  await client.query('close lines')
  return count
}

async function writeFiles(
  client: pg.ClientBase,
  archive: ArchiveWriter,
  ending: Ending,
  authority: string,
): Promise<void> {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from kernel.file where tenant_id = $1 order by hash',
    [authority],
  )
  for (const { hash } of rows) {
    const bytes = await storedBytes(authority, hash)
    if (!bytes) {
      ending.lost.push({ authority, hash })
      continue
    }
    await archive.add(`files/${authority}/${hash}`, bytes)
    ending.files += 1
  }
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value, null, 2))
