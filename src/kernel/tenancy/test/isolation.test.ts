import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import type { Database } from '#kernel/db'

let database: Database
let mine: TestAuthority
let theirs: TestAuthority
let isolated: string[]

beforeAll(async () => {
  ;({ database } = await ground())
  mine = await givenAuthority()
  theirs = await givenAuthority()
  await theirs.person({ roles: ['agent'] })
  const { rows } = await database.owner.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.oid <> 'kernel.host'::regclass order by 1`)
  isolated = rows.map((row) => row.name)
})

/** Runs statements as the application, for one authority or for none, then undoes them. */
async function asApplication<T>(
  tenantId: string | null,
  work: (query: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    if (tenantId) await client.query(`select set_config('app.tenant', $1, true)`, [tenantId])
    return await work(async (sql) => (await client.query(sql)).rows)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Read by a function only; or by the gate, before the authority is set. */
const read = [
  'kernel.public_state',
  'kernel.search_entry',
  'kernel.search_part',
  'kernel.search_word',
  'kernel.trade',
]
const ownOnly = () => isolated.filter((name) => !read.includes(name))

/**
 * What the owner may read of all authorities: the start asks in one query who lacks something; public points are found by functions of
 * the owner, which read what is public and nothing else.
 */
const unforced = [
  'kernel.search_entry',
  'kernel.search_part',
  'kernel.search_word',
  'kernel.trade',
  'kernel.provided',
  'publications.entry',
]

describe('rows of one authority', () => {
  test('every table with a tenant_id is under forced row-level security', async () => {
    expect(isolated.length).toBeGreaterThan(15)
    const { rows } = await database.owner.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where oid = any($1::regclass[]) and relrowsecurity
         and (relforcerowsecurity or oid = any($2::regclass[]))`,
      [isolated, unforced],
    )
    expect(rows.map((row) => row.name).toSorted()).toEqual(isolated.toSorted())
  })

  test('show to nobody while no authority is set, in any table', async () => {
    for (const table of ownOnly())
      expect([table, await asApplication(null, (query) => query(`table ${table}`))]).toEqual([
        table,
        [],
      ])
  })

  test('are invisible to another authority, in any table', async () => {
    for (const table of ownOnly()) {
      const foreign = `select 1 from ${table} where tenant_id <> '${mine.tenant.id}'`
      expect([table, await asApplication(mine.tenant.id, (query) => query(foreign))]).toEqual([
        table,
        [],
      ])
    }
  })

  test('are written neither by another authority nor while none is set, in any table', async () => {
    for (const table of isolated)
      for (const writer of [mine.tenant.id, null]) {
        // Row-level security is tested before any other constraint of the row.
        const write = `insert into ${table} (tenant_id) values ('${theirs.tenant.id}')`
        await expect(
          asApplication(writer, (query) => query(write)),
          write,
        ).rejects.toThrow(/row-level security|permission denied/)
      }
  })

  test('are neither moved to another authority nor changed or erased by it', async () => {
    await expect(
      asApplication(mine.tenant.id, (query) =>
        query(`update commons.organ set tenant_id = '${theirs.tenant.id}'`),
      ),
    ).rejects.toThrow(/row-level security/)
    const touched = await asApplication(mine.tenant.id, async (query) => [
      ...(await query(
        `update commons.person set last_name = '' where tenant_id = '${theirs.tenant.id}' returning 1`,
      )),
      ...(await query(
        `delete from kernel.session where tenant_id = '${theirs.tenant.id}' returning 1`,
      )),
    ])
    expect(touched).toEqual([])
  })

  test('history, audit and files are added to, never rewritten or erased', async () => {
    for (const table of ['kernel.event', 'kernel.audit', 'kernel.file'])
      for (const statement of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`])
        await expect(
          asApplication(mine.tenant.id, (query) => query(statement)),
          statement,
        ).rejects.toThrow(/permission denied/)
  })

  test('every key between rows holds the authority, so that no row points into another', async () => {
    const { rows } = await database.owner.query<{ line: string }>(
      `select conrelid::regclass || ': ' || pg_get_constraintdef(oid) as line from pg_constraint
       where contype in ('f', 'p', 'u') and conrelid = any($1::regclass[])
         and (contype <> 'f' or confrelid = any($1::regclass[]))
         and pg_get_constraintdef(oid) !~ '\\(tenant_id[,)]'`,
      [isolated],
    )
    expect(rows).toEqual([])
  })
})

describe('the role of the application', () => {
  test('owns nothing, is no superuser and goes past no row-level security', async () => {
    const { rows } = await database.owner.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit,
        (select count(*)::int from pg_class where relowner = r.oid) as tables,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select count(*)::int from pg_auth_members where member = r.oid) as roles
       from pg_roles r where rolname = 'beffroi_app'`,
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolinherit: false,
        tables: 0,
        functions: 0,
        roles: 0,
      },
    ])
  })

  test('is what requests run as, and what resetting the role leads back to', async () => {
    const who = await asApplication(mine.tenant.id, async (query) => [
      ...(await query('select current_user::text as name')),
      ...(await query('reset role').then(() => query('select current_user::text as name'))),
    ])
    expect(who).toEqual([{ name: 'beffroi_app' }, { name: 'beffroi_app' }])
  })

  test('changes no table and reads neither the queue nor the list of migrations', async () => {
    for (const statement of [
      'alter table commons.dossier disable row level security',
      'create table public.loot (a text)',
      'table kernel.migration',
      'select * from graphile_worker.jobs',
    ])
      await expect(
        asApplication(mine.tenant.id, (query) => query(statement)),
        statement,
      ).rejects.toThrow(/must be owner|permission denied/)
  })

  // The session belongs to the owner: whoever runs SQL of their own there can drop the role. Forced
  // row-level security still hides the rows then; only a login of its own would hold back the rest.
  test('once dropped within a session, leaves the owner, who sees no row without an authority', async () => {
    const seen = await asApplication(null, async (query) => {
      await query('set local role none')
      return query('select 1 from commons.person union all select 1 from kernel.account')
    })
    expect(seen).toEqual([])
  })
})
