import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { StartFailure } from './embedded-failure.ts'
import type { Database } from './pool.ts'
import { applicationRole, publicRole } from './pool.ts'

/** A folder of the house that owns tables; its files run in the order of their numbers. */
export interface MigrationFolder {
  /** For example `kernel/tenancy` or `modules/deliberations`. */
  name: string
  /** The absolute path of its `migrations` folder, which need not exist. */
  path: string
}

interface Migration {
  folder: string
  name: string
  sql: string
  hash: string
}

/** One lock for all processes that start at once; the number is arbitrary but fixed. */
const lock = 7_310_026

/**
 * Applies what is not applied yet, in the order of the folders, in one transaction: all or nothing.
 * Throws when an applied file has changed since, for history is not rewritten. Returns how many ran.
 */
export async function migrate(
  database: Database,
  folders: readonly MigrationFolder[],
): Promise<number> {
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    await prepare(client)
    const applied = await appliedHashes(client)
    const pending = folders.flatMap(read).filter((migration) => isPending(migration, applied))
    for (const migration of pending) await apply(client, migration)
    await client.query('commit')
    return pending.length
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function read(folder: MigrationFolder): Migration[] {
  if (!existsSync(folder.path)) return []
  const files = readdirSync(folder.path).filter((file) => file.endsWith('.sql'))
  return files.toSorted().map((name) => {
    const sql = readFileSync(join(folder.path, name), 'utf8')
    const hash = createHash('sha256').update(sql).digest('hex')
    return { folder: folder.name, name, sql, hash }
  })
}

function isPending(migration: Migration, applied: Map<string, string>): boolean {
  const known = applied.get(`${migration.folder}/${migration.name}`)
  if (known === undefined) return true
  if (known === migration.hash) return false
  throw new StartFailure(
    `The migration ${migration.folder}/${migration.name} was changed after it was applied: ` +
      'put it back as it was and write the change as a new one.',
  )
}

async function prepare(client: pg.PoolClient): Promise<void> {
  await client.query(`
    create schema if not exists kernel;
    create table if not exists kernel.migration (
      folder text not null,
      name text not null,
      hash text not null,
      applied_at timestamptz not null default now(),
      primary key (folder, name)
    );`)
  for (const role of [applicationRole, publicRole]) await createRole(client, role)
}

/** Roles belong to the whole server: another database may have made it, even just now. */
async function createRole(client: pg.PoolClient, role: string): Promise<void> {
  const query = client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then
        create role ${role} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;
    do $$ begin
      if not pg_has_role(current_user, '${role}', 'set') then
        execute format('grant ${role} to %I with set true, inherit false', current_user);
      end if;
    end $$;`)
  await query.catch((error: Error) => {
    throw new StartFailure(
      `The role ${role} could not be made or granted (${error.message}): as an ` +
        `administrator of the server, run « create role ${role} nologin; grant ` +
        `${role} to <the role of DATABASE_URL> with set true, inherit false ».`,
    )
  })
}

async function appliedHashes(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ file: string; hash: string }>(
    `select folder || '/' || name as file, hash from kernel.migration`,
  )
  return new Map(rows.map((row) => [row.file, row.hash]))
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
  } catch (cause) {
    throw new Error(`The migration ${migration.folder}/${migration.name} failed`, { cause })
  }
  await client.query('insert into kernel.migration (folder, name, hash) values ($1, $2, $3)', [
    migration.folder,
    migration.name,
    migration.hash,
  ])
}
