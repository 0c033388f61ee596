import type { Database } from '#kernel/db'

/** A table or a view as the catalogue of PostgreSQL knows it. */
export interface Table {
  readonly name: string
  readonly kind: 'table' | 'view'
  readonly columns: readonly string[]
  /** Those that are never null. */
  readonly notNull: readonly string[]
  /** Row-level security: whether it is on, and whether the owner obeys it too. */
  readonly secured: boolean
  readonly forced: boolean
  /** What its policies test, `using` and `with check`. */
  readonly policies: readonly string[]
  /** Whether a role of the application may read or write it. */
  readonly granted: boolean
  /** Whether a view reads with the rights of the one who asks. */
  readonly invoker: boolean
  readonly keys: readonly Key[]
}

export interface Key {
  readonly name: string
  readonly columns: readonly string[]
  /** The table that a foreign key refers to. */
  readonly refers?: string | null
}

const catalogue = `
  select c.oid::regclass::text as name,
    case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
    array(select attname::text from pg_attribute a
      where a.attrelid = c.oid and attnum > 0 and not attisdropped order by attnum) as columns,
    array(select attname::text from pg_attribute a
      where a.attrelid = c.oid and attnum > 0 and attnotnull and not attisdropped) as "notNull",
    c.relrowsecurity as secured,
    c.relforcerowsecurity as forced,
    array(select coalesce(pg_get_expr(polqual, polrelid), '') || ' '
        || coalesce(pg_get_expr(polwithcheck, polrelid), '')
      from pg_policy where polrelid = c.oid) as policies,
    exists (select from information_schema.role_table_grants g
      where g.table_schema = n.nspname and g.table_name = c.relname
        and g.grantee like 'beffroi\\_%')
    or exists (select from information_schema.role_column_grants g
      where g.table_schema = n.nspname and g.table_name = c.relname
        and g.grantee like 'beffroi\\_%') as granted,
    coalesce('security_invoker=true' = any (c.reloptions), false) as invoker,
    coalesce((select json_agg(json_build_object('name', k.name, 'columns', k.columns,
      'refers', k.refers)) from (
      select conname as name, array(select attname::text from unnest(conkey) with ordinality u (num, place)
        join pg_attribute on attrelid = conrelid and attnum = num order by place) as columns,
        nullif(confrelid, 0)::regclass::text as refers
      from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f')
      union
      select i.indexrelid::regclass::text, array(select coalesce(attname::text, '(expression)')
        from unnest(i.indkey::int2[]) with ordinality u (num, place)
        left join pg_attribute on attrelid = c.oid and attnum = num and num > 0 order by place), null
      from pg_index i where i.indrelid = c.oid and i.indisunique
        and not exists (select from pg_constraint where conindid = i.indexrelid)
    ) k), '[]') as keys
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%'
    and n.nspname not in ('information_schema', 'public', 'graphile_worker')
  order by 1`

/** The tables and views of the house in a migrated database. */
export async function tablesOf(database: Database): Promise<Table[]> {
  return (await database.owner.query<Table>(catalogue)).rows
}

/**
 * Tables that do not keep authorities apart: every one has a tenant_id, a policy that tests it,
 * forced, and keys that start with it, so that the database can be spread by authority.
 * `open` are the tables that stand outside, each with its reason.
 */
export function checkTables(
  tables: readonly Table[],
  open: Readonly<Record<string, string>>,
): string[] {
  const idle = Object.keys(open).filter((name) => !tables.some((table) => table.name === name))
  return [
    ...tables.filter(({ name }) => !(name in open)).flatMap((table) => leaks(table, open)),
    ...idle.map((name) => `${name} is on the list of open tables and does not exist`),
  ]
}

function leaks(table: Table, open: Readonly<Record<string, string>>): string[] {
  const { name, kind, columns, granted, invoker, keys } = table
  if (kind === 'view') {
    return granted && !invoker ? [`${name} is a view that reads as its owner`] : []
  }
  if (!columns.includes('tenant_id'))
    return [
      `${name} has no tenant_id and is not on the list of open tables: give it one, then select kernel.isolate('${name}')`,
    ]
  // What is the same for all may be referred to by itself.
  const across = keys.filter(
    (key) => key.columns[0] !== 'tenant_id' && !(key.refers && key.refers in open),
  )
  return [
    ...(isolated(table)
      ? []
      : [`${name} does not keep authorities apart: select kernel.isolate('${name}')`]),
    ...across.map((key) => `${name}: the key ${key.name} does not start with tenant_id`),
  ]
}

/** Nobody but functions of the owner reaches it, or row-level security binds everybody. */
function isolated({ granted, secured, forced, policies }: Table): boolean {
  if (!secured) return false
  const tested = policies.length > 0 && policies.every((policy) => policy.includes('app.tenant'))
  return tested && (forced || !granted)
}

/**
 * Tables whose names are compared by bytes, so that « Écoles » and « ecoles » are two: each that has a `name` has a
 * key over `kernel.name_key`. `technical` are those whose names no person writes, each with its reason.
 */
export const checkDistinguished = (
  tables: readonly Table[],
  technical: Readonly<Record<string, string>>,
): string[] =>
  tables
    .filter(({ name, kind, columns }) => {
      const isNamed = columns.includes('tenant_id') && columns.includes('name')
      return kind === 'table' && isNamed && !(name in technical)
    })
    .filter(({ keys }) => !keys.some((key) => key.columns.includes('(expression)')))
    .map(
      ({ name }) => `${name} compares names by bytes: select kernel.distinguish('${name}', 'name')`,
    )
