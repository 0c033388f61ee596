import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, migrate } from '#kernel/db'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { urlAs } from '../logins.ts'

// What somebody reaches who can make the application send SQL of theirs: docs/security/database.md says it in words.

let ours: TestAuthority
let other: TestAuthority
let client: pg.Client
let ownerUrl: string

const secret = 'Le secret du voisin'

beforeAll(async () => {
  const { database, house } = await ground()
  // A database says for itself who may make tables for a session: each start sees to it, no template tells.
  await migrate(database, house.migrations)
  ;[ours, other] = [await givenAuthority(), await givenAuthority('cpas')]
  await other.service(secret)
  ownerUrl = database.owner.options.connectionString ?? ''
})

/** A session of the application, in a transaction of ours, in which everything may be said. */
beforeEach(async () => {
  client = new pg.Client({ connectionString: urlAs('beffroi_app', ownerUrl) })
  await client.connect()
  await client.query('begin')
  await client.query("select set_config('app.tenant', $1, true)", [ours.tenant.id])
})

afterEach(() => client.end())

/** All that is said to PostgreSQL, and the answer, as one text. */
const answerTo = async (statement: string): Promise<string> =>
  client.query(statement).then(
    (result) => JSON.stringify([result].flat().map(({ rows }) => rows)),
    (refused: Error) => refused.message,
  )

describe('SQL of somebody else through the application’s login', () => {
  test.each([
    ['becomes the owner', 'set role beffroi'],
    ['becomes the superuser', 'set role postgres'],
    ['becomes the gate', 'set role beffroi_gate'],
    ['becomes the reader of public pages', 'set role beffroi_public'],
    ['becomes another session', "set session authorization 'beffroi'"],
    ['reads files of the machine', "select pg_read_file('/etc/passwd')"],
    ['lists folders of the machine', "select pg_ls_dir('.')"],
    ['runs programs', "copy (select 1) to program 'id'"],
    ['writes files', "copy (select 1) to '/tmp/beffroi-injected'"],
    ['reads files into a table', "copy kernel.audit from '/etc/passwd'"],
    ['reads files as large objects', "select lo_import('/etc/passwd')"],
    ['writes files from large objects', "select lo_export(1, '/tmp/beffroi-injected')"],
    ['asks other databases', 'create extension dblink'],
    ['loads code', "load 'plpgsql'"],
    ['makes functions', 'create function kernel.mine() returns int language sql return 1'],
    [
      'makes functions elsewhere',
      'create function public.mine() returns int language sql return 1',
    ],
    ['makes schemas', 'create schema mine'],
    ['leaves a table on its connection', 'create temp table mine (id int)'],
    ['switches isolation off', 'alter table commons.dossier disable row level security'],
    ['writes policies', 'create policy mine on commons.dossier using (true)'],
    ['takes triggers away', 'alter table kernel.event disable trigger all'],
    ['writes without triggers', 'set session_replication_role = replica'],
    ['isolates what it likes', "select kernel.isolate('commons.dossier')"],
    ['reads the words of all', 'select * from kernel.search_entry'],
    ['reads the queue', 'select * from graphile_worker._private_jobs'],
    ['writes into the queue', "select graphile_worker.add_job('documents.make')"],
    ['reads what was applied', 'select * from kernel.migration'],
    ['reads which keys there are', 'select * from kernel.secret_master'],
    ['reads the passwords of roles', 'select * from pg_authid'],
    ['reads statistics of tables', 'select * from pg_statistic'],
    ['changes what was audited', "update kernel.audit set actor_name = ''"],
    ['takes history away', 'delete from kernel.event'],
    ['gives itself rights', 'grant all on all tables in schema kernel to beffroi_app'],
    ['changes its own role', 'alter role beffroi_app superuser'],
    ['hears the log', 'select pg_current_logfile() || pg_read_file(pg_current_logfile())'],
    [
      'ends the sessions of the owner',
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'beffroi'`,
    ],
  ])('never %s', async (_, statement) => {
    expect(await answerTo(statement)).toMatch(
      /permission denied|must be (owner|superuser)|not (permitted|available|allowed)/,
    )
  })

  test('sees no row whose security is switched off for the session', async () => {
    expect(await answerTo('set row_security = off; select title from commons.dossier')).toMatch(
      /would be affected by row-level security/,
    )
  })

  test('finds no other authority, and no id of one, in all that it may read', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p', 'f') and has_schema_privilege(n.oid, 'usage')
        and has_table_privilege(c.oid, 'select')
        -- They hold what migrations say.
        and n.nspname <> 'information_schema' and (n.nspname, c.relkind) <> ('pg_catalog', 'r') order by 1`)
    expect(rows.length).toBeGreaterThan(100)
    const [id, name] = [other.tenant.id, other.tenant.slug]
    const found: string[] = []
    for (const { name: relation } of rows) {
      const said = await client.query<{ count: number }>(
        `select count(*)::int as count from ${relation} t where position($1 in t::text) > 0
           or position($2 in t::text) > 0 or position($3 in t::text) > 0`,
        [id, name, secret],
      )
      if (said.rows[0]?.count) found.push(relation)
    }
    // What it asks here holds them itself.
    expect(found).toEqual([])
  })

  test('sees what other sessions of the application ask, but not for whom', async () => {
    await other.asSystem(async () => {
      await db().selectFrom('commons.service').select('name').execute()
      const said = await answerTo(
        `select query from pg_stat_activity where usename = 'beffroi_app'`,
      )
      expect(said).toContain('commons')
      expect(said).not.toContain(other.tenant.id)
    })
  })

  test.each([
    ['', 0],
    ['00000000-0000-0000-0000-000000000000', 0],
  ])(
    'that says another authority (« %s ») sees nothing, unless it knows its id',
    async (id, count) => {
      await client.query("select set_config('app.tenant', $1, true)", [id])
      const { rows } = await client.query('select count(*)::int as count from commons.service')
      expect(rows).toEqual([{ count }])
    },
  )

  test('calls functions that run as the owner for the authority of the transaction alone', async () => {
    const { rows } = await client.query<{ name: string; path: string | null }>(`
      select p.oid::regprocedure::text as name, array_to_string(p.proconfig, ',') as path
      from pg_proc p where p.prosecdef and has_function_privilege(p.oid, 'execute')
        and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`)
    expect(rows.length).toBeGreaterThan(5)
    // What they name is found where we put it, whatever path the session asks for.
    expect(
      rows.filter(({ path }) => !path?.includes('search_path=')).map(({ name }) => name),
    ).toEqual([])
  })
})

test('one statement a message: what is smuggled into a text does not begin another', async () => {
  const smuggled = () => sql`${sql.raw('select 1; select 2')}`.execute(db())
  await expect(ours.asSystem(smuggled)).rejects.toThrow(/cannot insert multiple commands/)
})
