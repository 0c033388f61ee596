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

/** So often a migration that met what others do is begun again. */
const mostTries = 5

/**
 * Applies what is not applied yet, over all folders in the order in which it was written, in one
 * transaction: all or nothing. One that was written before others that are applied (a branch that
 * was merged late) comes in its place among those that are pending. Throws `StartFailure` with one
 * sentence, also where a table that stands then does not keep authorities apart. `watch` is told of each file once it is applied; of
 * those that are pending, `wanted` are applied. Where it and a process of the version before wait for one another, it begins
 * anew: nothing of it stands then. Returns how many ran.
 */
export async function migrate(...what: Parameters<typeof migrateOnce>): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await migrateOnce(...what)
    } catch (failure) {
      const met = failure instanceof StartFailure ? failure.cause : failure
      if (tries === mostTries || !haveMet(met)) throw failure
      log('warn', 'migrations met others: they begin anew', { tries })
    }
  }
}

async function migrateOnce(
  database: Database,
  folders: readonly MigrationFolder[],
  watch?: (one: Migration, client: pg.ClientBase) => Promise<void>,
  wanted: (one: Migration) => boolean = () => true,
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
