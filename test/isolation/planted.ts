import type { Region } from './authorities.ts'
import { type Marks, marksIn } from './words.ts'

/** A table of rows of authorities, with the columns by which people call what is in it. */
interface Table {
  name: string
  hasId: boolean
  named: string[]
  ids: string[]
}

/** By what things are called: there each row is given a word of its own. */
const calling = ['title', 'name', 'last_name', 'label', 'file_name', 'comment']

/** Tables whose words are not given by people, or say the same as another row. */
const untouched = [
  'kernel.tenant',
  'kernel.host',
  'kernel.search_word',
  'commons.publication',
  'kernel.setting',
]

async function tablesOf({ superuser }: Region): Promise<Table[]> {
  const { rows } = await superuser.query<Table>(
    `select c.oid::regclass::text as name,
       exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id'
         and i.atttypid = 'uuid'::regtype) as "hasId",
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attname = any ($1)
         and a.atttypid = 'text'::regtype and not a.attisdropped) as named,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attname <> 'tenant_id'
         and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype) and not a.attisdropped) as ids
     from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
     where c.relkind = 'r' and not t.attisdropped and c.relnamespace::regnamespace::text <> 'pg_catalog'
     order by 1`,
    [calling],
  )
  return rows
}

/** So many dossiers of an authority are for nobody’s eyes: one in so many. */
const hiddenOneIn = 7

/**
 * Gives a word of its own to each row of each authority that bears a name, and hides some dossiers from everybody
 * but somebody who is not there.
 */
export async function plant(region: Region, marks: Marks): Promise<void> {
  const { superuser, all } = region
  await superuser.query('begin; set local session_replication_role = replica')
  for (const { name, named } of await tablesOf(region)) {
    if (untouched.includes(name)) continue
    for (const column of named)
      for (const { tenant } of all) {
        const { rows } = await superuser.query<{ at: string }>(
          `select ctid::text as at from ${name} where tenant_id = $1`,
          [tenant.id],
        )
        const words = rows.map(() =>
          name === 'commons.dossier' ? marks.word(tenant.id) : marks.name(tenant.id),
        )
        await superuser.query('savepoint named')
        await superuser
          .query(
            `update ${name} t set ${column} = t.${column} || ' ' || n.word
             from unnest($1::tid[], $2::text[]) n (at, word) where t.ctid = n.at`,
            [rows.map(({ at }) => at), words],
          )
          // A name that must have another shape.
          .catch(() => superuser.query('rollback to named'))
      }
  }
  await superuser.query(
    `update commons.dossier set readers = '{user:nobody}' where id in (select id from (
       select id, kind, row_number() over (partition by tenant_id, kind order by id) as place
       from commons.dossier) d where place % ${hiddenOneIn} = 0)`,
  )
  await superuser.query(
    `update kernel.search_entry e set title = d.title, readers = d.readers,
       words = kernel.found_under(d.title, d.reference, e.body)
     from commons.dossier d where d.id = e.subject_id;
     update kernel.event e set readers = d.readers from commons.dossier d where d.id = e.subject_id
       and d.readers = '{user:nobody}'`,
  )
  await superuser.query('commit')
}

/** What stands where, at one moment. */
export class Ledger {
  private tables: Table[] | undefined
  /** The transactions of which all that they wrote was read: those before this one. */
  private readBefore = '0'
  /** The readers of the dossiers that bear a word. */
  private readersBy = new Map<string, Map<string, ReadonlySet<string>>>()
  /** Of what kinds these are. */
  private kindsBy = new Map<string, readonly string[]>()
  private published = new Set<string>()
  private readonly region: Region
  private readonly marks: Marks

  constructor(region: Region, marks: Marks) {
    this.region = region
    this.marks = marks
  }

  /** Reads what was written since it was read last, or all of it; what stands with an authority though it is another’s. */
  async read(which: 'all' | 'new' = 'new'): Promise<string[]> {
    const { superuser } = this.region
    this.tables ??= await tablesOf(this.region)
    const { rows } = await superuser.query<{ now: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as now',
    )
    const since = which === 'all' ? '0' : this.readBefore
    const wrong = [
      ...(await this.ids(this.tables, since)),
      ...(await this.words(this.tables, since)),
    ]
    this.readBefore = rows[0]?.now ?? '0'
    await this.readers()
    return wrong
  }

  /**
   * Whether all dossiers of which a word is part of the title are hidden from who bears these principals; not where the
   * word is the name of something else, which their titles only repeat.
   */
  isHidden(word: string, principals: readonly string[]): boolean {
    const held = this.readersBy.get(word)
    if (!held || this.published.has(word) || this.marks.isName(word)) return false
    return [...held.values()].every((readers) => !principals.some((one) => readers.has(one)))
  }

  /** Whether all dossiers of which a word is part of the title are of this kind. */
  isOnlyOf(word: string, kind: string): boolean {
    return this.kindsBy.get(word)?.every((one) => one === kind) ?? false
  }

  private async ids(tables: readonly Table[], since: string): Promise<string[]> {
    const { superuser } = this.region
    const own = tables
      .filter(({ hasId }) => hasId)
      .map(
        ({ name }) =>
          `select tenant_id::text as owner, id::text from ${name} where ${writtenSince(since)}`,
      )
    const known = await superuser.query<{ owner: string; id: string }>(own.join(' union all '))
    for (const { owner, id } of known.rows) this.marks.known(id, owner)
    for (const { tenant } of this.region.all) this.marks.known(tenant.id, tenant.id)
    const refers = tables.flatMap(({ name, ids }) =>
      ids.map(
        (
          column,
        ) => `select '${name}.${column}' as at, tenant_id::text as owner, ${column}::text as said
          from ${name} where ${column} is not null and ${writtenSince(since)}`,
      ),
    )
    return this.wrong((await superuser.query<Said>(refers.join(' union all '))).rows)
  }

  private async words(tables: readonly Table[], since: string): Promise<string[]> {
    const { superuser } = this.region
    const all = tables.map(
      ({ name }) => `select '${name}' as at, tenant_id::text as owner, m[1] as said
        from ${name} t, regexp_matches(t::text, '(zq[0-9a-z]{7})', 'gi') m
        where ${writtenSince(since)}`,
    )
    const waiting = `select 'a job that waits' as at, payload->>'tenant' as owner, payload::text as said
      from graphile_worker._private_jobs where payload->>'tenant' is not null`
    return this.wrong((await superuser.query<Said>([...all, waiting].join(' union all '))).rows)
  }

  private wrong(said: readonly Said[]): string[] {
    return said.flatMap(({ at, owner, said: text }) =>
      this.marks
        .foreignTo(owner, text)
        .map((mark) => `${at} of ${owner} holds ${mark} of ${this.marks.ownerOf(mark)}`),
    )
  }

  private async readers(): Promise<void> {
    const { superuser } = this.region
    const dossiers = await superuser.query<Stands>(
      'select id, kind, title, readers from commons.dossier',
    )
    this.readersBy = new Map()
    this.kindsBy = new Map()
    for (const { id, kind, title, readers } of dossiers.rows)
      for (const word of marksIn(title)) {
        this.kindsBy.set(word, [...(this.kindsBy.get(word) ?? []), kind])
        const held = this.readersBy.get(word) ?? new Map<string, ReadonlySet<string>>()
        this.readersBy.set(word, held.set(id, new Set(readers)))
      }
    const copies = await superuser.query<{ said: string }>(
      'select title || content::text as said from commons.publication where withdrawn_at is null',
    )
    this.published = new Set(copies.rows.flatMap(({ said }) => marksIn(said)))
  }
}

/** Rows that a transaction from this one on wrote: each change of a row writes it anew. */
const writtenSince = (transaction: string) => `xmin::text::bigint >= ${transaction}`

interface Stands {
  id: string
  kind: string
  title: string
  readers: string[]
}

interface Said {
  at: string
  owner: string
  said: string
}
