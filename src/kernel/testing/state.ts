import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { type Database, migrate } from '#kernel/db'

/** A database as a release leaves it: how its schema was made, and its rows. */
export interface State {
  /** What was applied, in the order in which it ran. */
  readonly migrations: readonly { path: string; hash: string; sql: string }[]
  /** Each table after those that it refers to; a table without rows is there too. */
  readonly tables: readonly StateTable[]
}

interface StateTable {
  readonly name: string
  /** What is written of it: what PostgreSQL derives is not. */
  readonly columns: readonly string[]
  /** JSON objects as PostgreSQL writes them, for numbers here are less exact. */
  readonly rows: readonly string[]
}

export const packState = (state: State): Buffer => gzipSync(JSON.stringify(state), { level: 9 })

/** What `packState` wrote. */
export const unpackState = (packed: Buffer): State => JSON.parse(gunzipSync(packed).toString())

/** Reads a database as its owner; the SQL of what was applied is read below `root`. */
export async function dumpState(database: pg.Pool, root: string): Promise<State> {
  const applied = await database.query<{ folder: string; name: string; hash: string }>(
    'select folder, name, hash from kernel.migration order by applied_at, ctid',
  )
  const migrations = applied.rows.map(({ folder, name, hash }) => {
    const sql = readFileSync(join(root, 'src', folder, 'migrations', name), 'utf8')
    if (createHash('sha256').update(sql).digest('hex') !== hash)
      throw new Error(`${folder}/${name} is not what was applied`)
    return { path: `${folder}/${name}`, hash, sql }
  })
  return { migrations, tables: await dumpTables(database) }
}

/** The rows of all tables of the house. */
export async function dumpTables(database: pg.Pool): Promise<StateTable[]> {
  const found = await database.query<{ name: string; columns: string[]; refers: string[] }>(`
    select c.oid::regclass::text as name,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0
        and not attisdropped and attgenerated = '' and atttypid <> 'xid8'::regtype order by attnum) as columns,
      array(select confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid = c.oid and confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not like 'pg\\_%'
      and n.nspname not in ('information_schema', 'public', 'graphile_worker')
    order by 1`)
  const tenants = await database.query<{ id: string }>('select id from kernel.tenant order by id')
  const client = await database.connect()
  try {
    const tables: StateTable[] = []
    for (const { name, columns } of afterWhatTheyReferTo(found.rows)) {
      const own = columns.includes('tenant_id')
      const rows = own
        ? await rowsOf(client, name, columns, tenants.rows)
        : await rowsOf(client, name, columns, [{ id: '' }])
      tables.push({ name, columns, rows })
    }
    return tables
  } finally {
    client.release()
  }
}

/** The owner sees the rows of one authority at a time; `''` is a table that belongs to none. */
async function rowsOf(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  tenants: readonly { id: string }[],
): Promise<string[]> {
  const all: string[] = []
  for (const { id } of tenants) {
    await client.query(`select set_config('app.tenant', $1, false)`, [id])
    const { rows } = await client.query<{ row: string }>(
      `select row_to_json(r)::text as row from (select ${columns.map(quoted).join(', ')} from ${table}
        ${id ? `where tenant_id = '${id}'` : ''}) r order by 1`,
    )
    all.push(...rows.map(({ row }) => row))
  }
  return all
}

const quoted = (column: string) => `"${column}"`

function afterWhatTheyReferTo<T extends { name: string; refers: string[] }>(tables: T[]): T[] {
  const ordered: T[] = []
  const left = new Set(tables)
  while (left.size > 0) {
    const waits = new Set([...left].map(({ name }) => name))
    const ready = [...left].filter(({ refers }) => !refers.some((other) => waits.has(other)))
    if (ready.length === 0) throw new Error(`These tables refer to one another: ${[...waits]}`)
    for (const one of ready) left.delete(one)
    ordered.push(...ready)
  }
  return ordered
}

/** Fills a database that has nothing but the tables of the job queue with a state. */
export async function restoreState(database: Database, state: State): Promise<void> {
  // Makes the roles, and the table of what is applied, which no migration makes.
  await migrate(database, [])
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    for (const { sql } of state.migrations) await client.query(sql)
    for (const { name } of state.tables)
      await client.query(`alter table ${name} disable trigger user`)
    // Migrations write rows too, of no authority: the state has them as they became.
    for (const { name, columns } of state.tables.toReversed())
      if (!columns.includes('tenant_id')) await client.query(`delete from ${name}`)
    for (const table of state.tables) await fill(client, table)
    for (const table of state.tables) await numberOn(client, table)
    await client.query('set constraints all immediate')
    for (const { name } of state.tables)
      await client.query(`alter table ${name} enable trigger user`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function fill(client: pg.ClientBase, { name, columns, rows }: StateTable): Promise<void> {
  const names = columns.map(quoted).join(', ')
  for (const [tenant, own] of Map.groupBy(rows, tenantOf)) {
    await client.query(`select set_config('app.tenant', $1, true)`, [tenant])
    await client.query(
      `insert into ${name} (${names}) overriding system value
       select ${names} from json_populate_recordset(null::${name}, $1)`,
      [`[${own.join(',')}]`],
    )
  }
}

/** What numbers rows goes on after those that were put back. */
async function numberOn(client: pg.ClientBase, { name, rows }: StateTable): Promise<void> {
  if (rows.length === 0) return
  const { rows: numbered } = await client.query<{ attname: string }>(
    `select attname from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
    [name],
  )
  for (const { attname } of numbered)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), max(${quoted(attname)}))
       from json_populate_recordset(null::${name}, $3)`,
      [name, attname, `[${rows.join(',')}]`],
    )
}

const tenantOf = (row: string): string => JSON.parse(row).tenant_id ?? ''
