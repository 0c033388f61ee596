import type pg from 'pg'
import { log } from '#kernel/log'
import { StartFailure } from './embedded-failure.ts'
import { ensureApart } from './apart.ts'
import { haveMet } from './limits.ts'
import { explainMigration } from './migration-failure.ts'
import { type Migration, type MigrationFolder, readMigrations } from './migration-files.ts'
import { appliedMigrations, compareMigrations, noteApplied, noteMove } from './migration-ledger.ts'
import type { Database } from './pool.ts'
import { giveLogins, roles } from './logins.ts'

/** One lock for all processes that start at once; the number is arbitrary but fixed. */
const lock = 7_310_026

/** So long migrations that meet what others do are begun again, in milliseconds. */
const patience = 60_000
/** After so many tries they hold all tables before they change one: nobody can come in between any more. */
const triesAmong = 2
/** So long they wait for one table while they hold others, and others wait for them. */
const holdsUp = '2s'

/**
 * Applies what is not applied yet, over all folders in the order in which it was written, in one
 * transaction: all or nothing. One that was written before others that are applied (a branch that
 * was merged late) comes in its place among those that are pending. Throws `StartFailure` with one
 * sentence, also where a table that stands then does not keep authorities apart. `watch` is told of each file once it is applied; of
 * those that are pending, `wanted` are applied. Where it and a process of the version before wait for one another, it begins
 * anew for up to a minute: nothing of it stands then. Returns how many ran.
 */
export async function migrate(...what: Migrating): Promise<number> {
  const until = performance.now() + patience
  for (let tries = 1; ; tries += 1) {
    try {
      return await migrateOnce(tries > triesAmong, ...what)
    } catch (failure) {
      const met = failure instanceof StartFailure ? failure.cause : failure
      if (performance.now() > until || !(haveMet(met) || isHeldUp(met))) throw failure
      log('warn', 'migrations met others: they begin anew', { tries })
    }
  }
}

type Migrating = [
  database: Database,
  folders: readonly MigrationFolder[],
  watch?: ((one: Migration, client: pg.ClientBase) => Promise<void>) | undefined,
  wanted?: (one: Migration) => boolean,
]

async function migrateOnce(
  holding: boolean,
  ...[database, folders, watch, wanted = () => true]: Migrating
): Promise<number> {
  const files = readMigrations(folders)
  const client = await database.owner.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    await prepare(client)
    const applied = await appliedMigrations(client)
    const { pending: all, moved } = compareMigrations(files, applied)
    const pending = all.filter(wanted)
    for (const move of moved) await noteMove(client, move)
    const newest = applied.at(-1)?.name
    if (holding) await holdTables(client)
    for (const one of pending) {
      await client.query(one.sql).catch((error: unknown) => {
        throw explainMigration(one, error, newest)
      })
      await noteApplied(client, one)
      await watch?.(one, client)
    }
    await ensureApart(client)
    await client.query('commit')
    // Only where the owner has a password: else the roles follow by stepping back.
    await giveLogins(client, database.owner.options.connectionString ?? '')
    return pending.length
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** What says that a table could not be had in time. */
const heldUp = '55P03'
const isHeldUp = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === heldUp

/** Takes all tables of ours, in one order, so that nothing is begun that would have to wait for who waits for it. */
async function holdTables(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and pg_get_userbyid(c.relowner) = current_user
       and c.relnamespace::regnamespace::text <> 'graphile_worker' order by 1`,
  )
  if (rows.length === 0) return
  await client.query(`set local lock_timeout = '${holdsUp}'`)
  await client.query(`lock table ${rows.map(({ name }) => name).join(', ')}`)
  await client.query('set local lock_timeout = default')
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
  for (const role of roles) await createRole(client, role)
  // A table that a session left on its connection would be there for whoever has it next.
  await client.query(`
    do $$ begin
      if has_database_privilege('public', current_database(), 'temporary') then
        execute format('revoke temporary on database %I from public', current_database());
      end if;
    end $$;`)
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
