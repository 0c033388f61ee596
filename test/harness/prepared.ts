import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import pg from 'pg'
import { Visitor } from '#kernel/testing'
import { TestAuthority, type TestPerson } from './authority.ts'
import { ground } from './ground.ts'

/** What a test is given of an authority: it, its people, its dossiers. */
interface Given {
  readonly authority: TestAuthority
}

/**
 * What `prepare` writes, written once a worker: each call gives a copy in an authority of its own, in
 * which all ids are the same. What is given is plain: in it the authority, its people and the rows are
 * those of the copy; people of other authorities, and functions, are the same for all.
 */
export function prepared<T extends Given>(prepare: () => Promise<T>): () => Promise<T> {
  let first: Promise<{ given: T; copying: string }> | undefined
  return async () => {
    first ??= prepare().then(async (given) => ({
      given,
      copying: await copyingOf(given.authority),
    }))
    const { given, copying } = await first
    const copy = await copyOf(given.authority, copying)
    return inPlaceOf(given.authority, copy, given)
  }
}

let pool: pg.Pool | undefined

/**
 * The superuser on this worker's database: row-level security binds the owner too. One connection, which does not end: it keeps
 * what copies, and no trigger acts on it.
 */
async function superuser(): Promise<pg.Pool> {
  const { name } = await ground()
  const connectionString = inject('superuserUrl').replace(/\/[^/]*$/, `/${name}`)
  pool ??= new pg.Pool({
    ...{ connectionString, max: 1, allowExitOnIdle: true, idleTimeoutMillis: 0 },
    options: '-c session_replication_role=replica',
  })
  return pool
}

const copied = `
  select c.oid::regclass::text as name,
    array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0
      and not attisdropped and attgenerated = '' and attname <> 'tenant_id' order by attnum) as columns
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'graphile_worker')
    and c.oid not in ('kernel.host'::regclass, 'kernel.secret_key'::regclass)
  order by 1`

let made = 0

/** The name of a function that copies all rows of an authority as they are into another: PostgreSQL plans what it does once. */
async function copyingOf({ tenant: { id } }: TestAuthority): Promise<string> {
  const asSuperuser = await superuser()
  const { rows: tables } = await asSuperuser.query<{ name: string; columns: string[] }>(copied)
  const { rows: filled } = await asSuperuser.query<{ name: string }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name where exists (select from ${name} where tenant_id = '${id}')`,
      )
      .join(' union all '),
  )
  const names = new Set(filled.map(({ name }) => name))
  const statements = tables
    .filter(({ name }) => names.has(name))
    .map(({ name, columns }) => {
      const list = columns.join(', ')
      return `insert into ${name} (tenant_id, ${list}) overriding system value
        select fresh, ${list} from ${name} where tenant_id = '${id}';`
    })
  const copying = `pg_temp.copying_${++made}`
  await asSuperuser.query(`create function ${copying}(fresh uuid) returns void language plpgsql as $copying$
    #variable_conflict use_variable
    begin ${statements.join('\n')} end $copying$`)
  return copying
}

/**
 * A copy of an authority. Nothing is derived anew: its rows are what triggers made of them the first time.
 * Its people were there a moment ago, however long the run has gone on.
 */
async function copyOf({ tenant: of }: TestAuthority, copying: string): Promise<TestAuthority> {
  const on = await ground()
  const [id, slug] = [randomUUID(), `t-${randomUUID()}`]
  const host = `${slug}.localhost`
  const asSuperuser = await superuser()
  // It is called by its slug, as every authority of a test.
  await asSuperuser.query(`begin;
    insert into kernel.tenant select (jsonb_populate_record(t, jsonb_build_object('id', '${id}', 'slug', '${slug}',
      'name', replace(name, slug, '${slug}'), 'short_name', replace(short_name, slug, '${slug}')))).*
      from kernel.tenant t where id = '${of.id}';
    insert into kernel.host (name, tenant_id) values ('${host}', '${id}');
    select ${copying}('${id}');
    update kernel.session set seen_at = now() where tenant_id = '${id}';
    commit`)
  const files = join(on.files, of.id)
  if (existsSync(files)) await cp(files, join(on.files, id), { recursive: true })
  const tenant = await on.gate.bySlug(slug)
  if (!tenant) throw new Error('The copy has no row')
  return new TestAuthority(on, tenant, host)
}

/** The same value, of the copy. */
function inPlaceOf<T>(original: TestAuthority, copy: TestAuthority, value: T): T
function inPlaceOf(original: TestAuthority, copy: TestAuthority, value: unknown): unknown {
  if (value === original) return copy
  if (value === original.tenant.id) return copy.tenant.id
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [key, inPlaceOf(original, copy, one)]))
  if (Array.isArray(value)) return value.map((one: unknown) => inPlaceOf(original, copy, one))
  if (!isPlain(value)) return value
  if (isPerson(value)) return value.visitor.host === original.host ? copy.bearing(value) : value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, inPlaceOf(original, copy, one)]),
  )
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isPerson = (value: object): value is TestPerson =>
  'visitor' in value && value.visitor instanceof Visitor
