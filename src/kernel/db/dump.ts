import type { Database } from './pool.ts'

/** The schemas that are ours; the job queue's own is versioned by its package. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`
const notOfAnExtension = (oid: string, catalog: string) =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.classid = '${catalog}'::regclass and d.deptype = 'e')`

/** Each query gives one column `line`, in a stable order. */
const sections: [title: string, sql: string][] = [
  [
    'schemas',
    `select 'create schema ' || n.nspname as line from pg_namespace n where ${ours} order by 1`,
  ],
  [
    'extensions',
    `select 'create extension ' || e.extname || ' with schema ' || n.nspname as line
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql' order by 1`,
  ],
  [
    'functions',
    `select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and ${notOfAnExtension('p.oid', 'pg_proc')} order by n.nspname, p.proname, p.oid`,
  ],
  [
    'tables',
    `select 'table ' || c.oid::regclass || ' (' || string_agg(
      e'\\n  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || case when d.oid is null then '' when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
         else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, ',' order by a.attnum)
      || e'\\n)' || case when c.relrowsecurity then ' row level security' else '' end
      || case when c.relforcerowsecurity then ' forced' else '' end as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${ours} and c.relkind in ('r', 'p', 'v') group by c.oid, n.nspname order by n.nspname, c.relname`,
  ],
  [
    'constraints',
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where ${ours} and conrelid <> 0 and contype <> 'n' order by conrelid::regclass::text, conname`,
  ],
  [
    'indexes',
    `select i.indexdef as line from pg_indexes i join pg_namespace n on n.nspname = i.schemaname
    where ${ours} order by i.schemaname, i.tablename, i.indexname`,
  ],
  [
    'policies',
    `select tablename::text || ' ' || policyname || ' ' || cmd
      || case when permissive = 'PERMISSIVE' then '' else ' restrictive' end
      || case when roles = '{public}' then '' else ' to ' || array_to_string(roles, ', ') end || ' using ' || coalesce(qual, '-') || ' check ' || coalesce(with_check, '-') as line
    from pg_policies p join pg_namespace n on n.nspname = p.schemaname where ${ours} order by p.schemaname, tablename, policyname`,
  ],
  [
    'grants',
    `select table_schema || '.' || table_name || ' to ' || grantee || ': ' || string_agg(privilege_type, ', ' order by privilege_type) as line
    from information_schema.role_table_grants g join pg_namespace n on n.nspname = g.table_schema
    where ${ours} and grantee like 'beffroi\\_%' group by table_schema, table_name, grantee order by 1`,
  ],
  [
    'column grants',
    `select c.oid::regclass || ' to ' || g.grantee::regrole || ': ' || g.privilege_type
      || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    cross join aclexplode(a.attacl) g
    where ${ours} and g.grantee <> 0 and not a.attisdropped group by c.oid, g.grantee, g.privilege_type order by 1`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal order by 1`,
  ],
]

/** The migrated schema as text, the same for the same schema: committed, and checked for drift. */
export async function dumpSchema(database: Database): Promise<string> {
  const parts: string[] = []
  for (const [title, sql] of sections) {
    const { rows } = await database.owner.query<{ line: string }>(sql)
    parts.push(`-- ${title}\n${rows.map((row) => `${row.line};\n`).join('')}`)
  }
  return parts.join('\n')
}
