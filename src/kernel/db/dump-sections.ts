/** The schemas that are ours; the job queue's own is versioned by its package. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`

const notOfAnExtension = (oid: string, catalog: string) =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.classid = '${catalog}'::regclass and d.deptype = 'e')`

/** What our roles may do with an object; `what` names it. */
const granted = (acl: string, what: string) =>
  `string_agg('grant ' || privilege_type || ' on ' || ${what} || ' to ' || case when grantee = 0 then 'public' else grantee::regrole::text end, e';\\n' order by grantee::regrole::text, privilege_type)
    from aclexplode(${acl})`

/** A part of the dump: its rows are a line and the object that it is of, `catalog:oid`. */
export interface Section {
  readonly title: string
  readonly sql: string
}

/** Each query gives its lines in a stable order; what hangs on a table is of the table. */
export const sections: readonly Section[] = [
  {
    title: 'schemas',
    sql: `select 'pg_namespace:' || n.oid as object, 'create schema ' || n.nspname
      || coalesce(e';\\n' || (select ${granted('n.nspacl', `'schema ' || n.nspname`)} where grantee <> n.nspowner), '') as line
    from pg_namespace n where ${ours} order by n.nspname`,
  },
  {
    title: 'extensions',
    sql: `select 'pg_extension:' || e.oid as object, 'create extension ' || e.extname || ' with schema ' || n.nspname as line
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql' order by e.extname`,
  },
  {
    title: 'collations',
    sql: `select 'pg_collation:' || c.oid as object, 'create collation ' || n.nspname || '.' || c.collname
      || ' (provider = ' || c.collprovider::text || ', locale = ' || coalesce(c.colllocale, c.collcollate) || ')'
      || case when c.collisdeterministic then '' else ' not deterministic' end as line
    from pg_collation c join pg_namespace n on n.oid = c.collnamespace where ${ours} order by n.nspname, c.collname`,
  },
  {
    title: 'text searches',
    sql: `select 'pg_ts_config:' || c.oid as object, 'text search ' || n.nspname || '.' || c.cfgname || ' '
      || string_agg(m.maptokentype || ':' || m.mapdict::regdictionary, ', ' order by m.maptokentype, m.mapseqno) as line
    from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace join pg_ts_config_map m on m.mapcfg = c.oid
    where ${ours} group by c.oid, n.nspname order by n.nspname, c.cfgname`,
  },
  {
    title: 'types',
    sql: `select 'pg_type:' || t.oid as object, 'type ' || n.nspname || '.' || t.typname || ' ' || case t.typtype
      when 'e' then 'enum (' || (select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid) || ')'
      when 'd' then 'domain ' || format_type(t.typbasetype, t.typtypmod) || case when t.typnotnull then ' not null' else '' end
        || coalesce((select ' ' || string_agg(pg_get_constraintdef(k.oid), ' ' order by k.conname) from pg_constraint k where k.contypid = t.oid), '')
      else t.typtype::text end as line
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where ${ours} and t.typtype in ('e', 'd', 'r') and ${notOfAnExtension('t.oid', 'pg_type')} order by n.nspname, t.typname`,
  },
  {
    title: 'functions',
    sql: `select 'pg_proc:' || p.oid as object, case when p.prokind = 'a' then 'aggregate ' || p.oid::regprocedure
        else pg_get_functiondef(p.oid) end
      || coalesce(e';\\n' || (select ${granted(`coalesce(p.proacl, acldefault('f', p.proowner))`, `'function ' || p.oid::regprocedure`)} where grantee <> p.proowner), '') as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and ${notOfAnExtension('p.oid', 'pg_proc')} order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  },
  {
    title: 'tables',
    sql: `select 'pg_class:' || c.oid as object, 'table ' || c.oid::regclass || ' (' || string_agg(
      e'\\n  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attcollation in (0, t.typcollation) then '' else ' collate ' || a.attcollation::regcollation end
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' generated as identity' else '' end
      || case when d.oid is null then '' when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
         else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, ',' order by a.attnum)
      || e'\\n)' || case when c.relrowsecurity then ' row level security' else '' end
      || case when c.relforcerowsecurity then ' forced' else '' end as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${ours} and c.relkind in ('r', 'p') group by c.oid, n.nspname order by n.nspname, c.relname`,
  },
  {
    title: 'views',
    sql: `select 'pg_class:' || c.oid as object, 'view ' || c.oid::regclass || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
      || e' as\\n' || rtrim(pg_get_viewdef(c.oid), ';') as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('v', 'm') order by n.nspname, c.relname`,
  },
  {
    title: 'sequences',
    sql: `select 'pg_class:' || c.oid as object, 'sequence ' || c.oid::regclass || ' start ' || s.seqstart || ' increment ' || s.seqincrement as line
    from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by n.nspname, c.relname`,
  },
  {
    title: 'constraints',
    sql: `select 'pg_class:' || conrelid as object, conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where ${ours} and conrelid <> 0 and contype <> 'n' order by conrelid::regclass::text, conname`,
  },
  {
    title: 'indexes',
    sql: `select 'pg_class:' || i.indrelid as object, pg_get_indexdef(i.indexrelid) as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by n.nspname, c.relname, x.relname`,
  },
  {
    title: 'policies',
    sql: `select 'pg_class:' || p.polrelid as object, c.oid::regclass || ' ' || p.polname || ' ' || case p.polcmd when '*' then 'ALL' else p.polcmd::text end
      || case when p.polpermissive then '' else ' restrictive' end
      || case when p.polroles = '{0}' then '' else ' to ' || (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(p.polroles) r) end
      || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '-')
      || ' check ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-') as line
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by n.nspname, c.relname, p.polname`,
  },
  {
    title: 'grants',
    sql: `select 'pg_class:' || c.oid as object, c.oid::regclass || ' to ' || g.grantee::regrole || ': '
      || string_agg(g.privilege_type, ', ' order by g.privilege_type) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) g
    where ${ours} and g.grantee <> c.relowner group by c.oid, n.nspname, g.grantee order by n.nspname, c.relname, g.grantee::regrole::text`,
  },
  {
    title: 'column grants',
    sql: `select 'pg_class:' || c.oid as object, c.oid::regclass || ' to ' || g.grantee::regrole || ': ' || g.privilege_type
      || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    cross join aclexplode(a.attacl) g
    where ${ours} and g.grantee <> c.relowner and not a.attisdropped group by c.oid, n.nspname, g.grantee, g.privilege_type
    order by n.nspname, c.relname, g.grantee::regrole::text, g.privilege_type`,
  },
  {
    title: 'triggers',
    sql: `select 'pg_class:' || t.tgrelid as object, pg_get_triggerdef(t.oid)
      || case t.tgenabled when 'O' then '' else ' (' || t.tgenabled::text || ')' end as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal order by n.nspname, c.relname, t.tgname`,
  },
]
