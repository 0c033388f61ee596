import type pg from 'pg'

/** A table of the house, as it is backed up. */
export interface BackedTable {
  /** `commons.dossier` */
  name: string
  /** What is written of it; what PostgreSQL derives is not, nor which transaction wrote: that is of this database. */
  columns: string[]
  /** Whether its rows belong each to one authority. */
  ofAuthority: boolean
}

/** The tables of the house, but for that of what is applied, which the migrations write. */
export async function tablesIn(client: pg.ClientBase): Promise<BackedTable[]> {
  const { rows } = await client.query<BackedTable>(`
    select c.oid::regclass::text as name, a.columns, 'tenant_id' = any(a.columns) as "ofAuthority"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      lateral (select array_agg(attname::text order by attnum) as columns from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
          and atttypid <> 'xid8'::regtype) a
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
      and n.nspname not in ('information_schema', 'public', 'graphile_worker')
      and c.oid <> 'kernel.migration'::regclass
    order by 1`)
  return rows
}

/** The columns that hold JSON and always something, by table: nothing in them is the `null` that JSON has. */
export async function jsonColumnsIn(client: pg.ClientBase): Promise<Map<string, Set<string>>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select attrelid::regclass::text as name, array_agg(attname::text) as columns from pg_attribute
    where attnum > 0 and not attisdropped and attnotnull and atttypid = 'jsonb'::regtype group by 1`)
  return new Map(rows.map(({ name, columns }) => [name, new Set(columns)]))
}

/** What was applied to a database, in its order. */
export interface Applied {
  folder: string
  name: string
  hash: string
}

export async function appliedTo(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select folder, name, hash from kernel.migration order by name collate "C", folder',
  )
  return rows
}

export const quoted = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ')

/**
 * Lets rows come in any order until `done`, as the owner: keys are compared then, and triggers of the house, which
 * made their part of the rows when they were first written, are silent.
 */
export async function inAnyOrder(
  client: pg.ClientBase,
  tables: readonly BackedTable[],
): Promise<{ done: () => Promise<void> }> {
  const names = tables.map(({ name }) => name)
  const { rows: keys } = await client.query<{ name: string; key: string }>(
    `select conrelid::regclass::text as name, quote_ident(conname) as key from pg_constraint
     where contype = 'f' and not condeferrable and conrelid::regclass::text = any($1) order by 1, 2`,
    [names],
  )
  const each = async (statement: (one: { name: string; key: string }) => string) => {
    for (const one of keys) await client.query(statement(one))
  }
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  await each(({ name, key }) => `alter table ${name} alter constraint ${key} deferrable`)
  await client.query('set constraints all deferred')
  return {
    done: async () => {
      await client.query('set constraints all immediate')
      await each(({ name, key }) => `alter table ${name} alter constraint ${key} not deferrable`)
      for (const name of names) await client.query(`alter table ${name} enable trigger user`)
    },
  }
}

/** The one who reads and writes rows of an authority: the owner sees those of one at a time. */
export const enter = (client: pg.ClientBase, tenantId: string) =>
  client.query(`select set_config('app.tenant', $1, true)`, [tenantId])
