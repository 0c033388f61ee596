import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { emit, event } from '#kernel/events'
import { search } from '#kernel/search'
import { inPublic } from '#kernel/tenancy'

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
})

/** All that the public may read, column by column. */
const readable = {
  'commons.publication': [
    'content',
    'hash',
    'number',
    'previous_hash',
    'published_at',
    'publisher',
    'slug',
    'title',
    'withdrawn_at',
  ],
  'commons.publication_file': ['file_name', 'hash', 'publication_hash', 'size', 'type'],
  'commons.publication_picture': ['hash', 'publication_hash'],
  'commons.publication_withdrawal': [
    ...['first_published_at', 'publisher', 'said', 'slug', 'withdrawn_at'],
  ],
  'commons.statement': ['content', 'number', 'published_at', 'statement'],
  'publications.agenda': [
    ...[
      'authority',
      'hash',
      'organ',
      'organ_kind',
      'place',
      'points',
      'slug',
      'starts_at',
      'state',
    ],
    'title',
  ],
  'publications.authority': [
    ...['decisions', 'host', 'kind', 'language', 'lies_at', 'name', 'projects', 'short_name'],
    ...['since', 'slug'],
  ],
  'publications.changed': [
    ...['authority', 'changed_at', 'hash', 'publisher', 'said', 'slug', 'turn'],
  ],
  'publications.entry': [
    ...['authority', 'body', 'day', 'hash', 'meeting', 'no', 'number', 'organ', 'organ_kind'],
    ...[
      'outcome',
      'people',
      'places',
      'published_at',
      'slug',
      'stage',
      'subject',
      'title',
      'words',
    ],
    'yes',
  ],
  'publicity.point': ['article', 'decision_at', 'due_on', 'meeting', 'project_at', 'slug'],
  'regulations.chain': ['holds_on', 'new_slug', 'note', 'old_slug', 'whole'],
  'regulations.entry': [
    ...['archived_on', 'body', 'expires_on', 'hash', 'in_force_on', 'matter', 'nature', 'plain'],
    ...['published_at', 'published_on', 'slug', 'title', 'type', 'words'],
  ],
  'regulations.proof': [
    'hash',
    'held_back_at',
    'manifest',
    'stamped_at',
    'stamped_by',
    'token',
    'wanted',
  ],
  'regulations.proof_file': ['file', 'file_name', 'hash', 'position', 'type'],
}

/** What it may call: how words and places are compared, which read no row, and what finds public points, of that table and no other. */
const callable = [
  'alerts.at_place(text[],text)',
  'publications.asked(text)',
  'publications.counted(jsonb,integer)',
  'publications.found(jsonb,integer)',
  'publications.passage(text,text[])',
  'publications.seen()',
  'regulations.asked(text)',
]

/** Of every schema but those of PostgreSQL itself, the queue's too. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`

async function asked<T extends object>(query: string): Promise<T[]> {
  const { database } = await ground()
  return (await database.owner.query<T>(query)).rows
}

describe('the role of public pages', () => {
  test('owns nothing, is no superuser and is of no other role', async () => {
    const [role] = await asked(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit,
        exists (select from pg_class where relowner = r.oid) as tables,
        exists (select from pg_proc where proowner = r.oid) as functions,
        exists (select from pg_auth_members where member = r.oid) as roles
       from pg_roles r where rolname = 'beffroi_public'`,
    )
    expect(Object.values(role ?? {})).toEqual(Array(8).fill(false))
  })

  test('has no right on any table, but to read these columns of publications and statements', async () => {
    const tables = await asked<{ name: string; whole: boolean; read: string[]; other: boolean }>(
      `select c.oid::regclass::text as name,
        has_table_privilege('beffroi_public', c.oid,
          'select, insert, update, delete, truncate, references, trigger, maintain') as whole,
        has_any_column_privilege('beffroi_public', c.oid, 'insert, update, references') as other,
        array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0
          and not attisdropped and has_column_privilege('beffroi_public', c.oid, attnum, 'select')
          order by 1) as read
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${ours} order by 1`,
    )
    expect(tables.length).toBeGreaterThan(30)
    expect(tables.filter(({ whole, other }) => whole || other)).toEqual([])
    const read = tables.filter(({ read }) => read.length > 0)
    expect(Object.fromEntries(read.map(({ name, read }) => [name, read]))).toEqual(readable)
  })

  test('calls no function but these, and takes no number of a sequence', async () => {
    const reached = await asked<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where ${ours} and has_schema_privilege('beffroi_public', n.oid, 'usage')
         and has_function_privilege('beffroi_public', p.oid, 'execute')
       union all
       select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where ${ours} and case when c.relkind = 'S'
         then has_sequence_privilege('beffroi_public', c.oid, 'usage, select, update') else false end`,
    )
    expect(reached.map(({ name }) => name).toSorted()).toEqual(callable)
  })

  test('makes nothing, in no schema', async () => {
    const open = await asked(
      `select nspname from pg_namespace n where has_schema_privilege('beffroi_public', oid, 'create')`,
    )
    expect(open).toEqual([])
  })
})

describe('a public transaction', () => {
  const inside = async <T>(work: () => Promise<T>) =>
    inPublic((await ground()).database, authority.tenant, work)

  test.for([
    ['a dossier', () => db().selectFrom('commons.dossier').select('id').execute()],
    ['an account', () => db().selectFrom('kernel.account').select('id').execute()],
    ['a session', () => db().selectFrom('kernel.session').select('account_id').execute()],
    ['history', () => db().selectFrom('kernel.event').select('id').execute()],
    ['a person', () => db().selectFrom('commons.person').select('id').execute()],
    [
      'whose copy it is',
      () => db().selectFrom('commons.publication').select('subject_id').execute(),
    ],
    ['the search of the agents', () => search('moulin')],
    ['the queue', () => sql`select kernel.enqueue('a', '{}', '{}', null)`.execute(db())],
  ] as const)('does not reach %s', async ([, reach]) => {
    await expect(inside(async () => reach())).rejects.toThrow(/permission denied/)
  })

  test('writes nothing, whatever role it were to have', async () => {
    await expect(inside(() => audit('import', 'a'))).rejects.toThrow(/read-only|permission denied/)
    await expect(inside(() => emit(event('test.errand.open'), null))).rejects.toThrow(
      /read-only|permission denied/,
    )
    const { rows } = await inside(() =>
      sql<{ on: string }>`select current_setting('transaction_read_only') as on`.execute(db()),
    )
    expect(rows).toEqual([{ on: 'on' }])
  })

  test('is for one authority: unset, it sees no copy at all', async () => {
    const { database } = await ground()
    const { rows } = await database.publicPool.query('select slug from commons.publication')
    expect(rows).toEqual([])
  })
})
