import { type RawBuilder, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import type { EventData } from '#kernel/events'
import { tellsOf } from '#kernel/once'
import { referring } from './gone.ts'
import { type Dossier, type Kind, type Root, tellMany } from './kind.ts'
import { usePictures } from './pictures.ts'
import { makeFindable, standing } from './standing.ts'
import { withhold } from './withheld.ts'
import './tables.ts'

/** A dossier to open. */
export interface Opening<Own extends object> {
  root: Partial<Pick<Root, 'reference' | 'service_id' | 'due_on'>> &
    Pick<Root, 'title' | 'state'> & {
      /** Whose it is, where that is not the one who acts: of a copy, who wrote what is copied. */
      created_by?: string | null
    }
  /** The columns of its trade; what is left out is as its table has it. */
  own: { [K in keyof Own]?: Own[K] | undefined }
  history?: EventData
}

/**
 * Opens dossiers in their first states: a statement a table, however many. Returns them in the order given.
 */
export async function createMany<Own extends object>(
  kind: Kind<Own>,
  openings: readonly Opening<Own>[],
): Promise<Dossier<Own>[]> {
  const opened: Dossier<Own>[] = []
  for (let at = 0; at < openings.length; at += batch)
    opened.push(...(await referring(() => open(kind, openings.slice(at, at + batch)))))
  await usePictures(opened.map((dossier) => ({ id: dossier.id, texts: dossier })))
  await makeFindable(kind, opened)
  await tellMany(
    kind,
    'create',
    opened.map(({ id }, at) => ({ subjectId: id, data: openings[at]?.history })),
  )
  tellsOf(opened.map(({ id }) => id))
  return withhold(kind, opened)
}

/** Opens one dossier. */
export async function create<Own extends object>(
  kind: Kind<Own>,
  root: Opening<Own>['root'],
  own: Opening<Own>['own'],
  history: EventData = {},
): Promise<Dossier<Own>> {
  const [opened] = await createMany(kind, [{ root, own, history }])
  if (!opened) throw new Error(`No ${kind.name} was opened`)
  return opened
}

/** A statement takes 65 535 parameters: so many rows of a wide table. */
const batch = 500

async function open<Own extends object>(
  kind: Kind<Own>,
  openings: readonly Opening<Own>[],
): Promise<Dossier<Own>[]> {
  const blank = await blanks(kind, openings.length)
  const rows = await Promise.all(
    openings.map(async (opening, at) => {
      const own = given(opening.own)
      const root = given({ created_by: actor().id, ...opening.root, kind: kind.name })
      // A blank row and what is given make a whole one: all that the rules of its trade may ask for.
      const whole = { ...blank[at], ...own, ...root } as Dossier<Own>
      const { id } = whole
      return { id, own: { ...own, id }, root: { ...root, id, ...(await standing(kind, whole)) } }
    }),
  )
  const roots = await insert(
    'commons.dossier',
    rows.map(({ root }) => root),
  )
  const own = await insert(
    kind.table,
    rows.map((row) => row.own),
  )
  // Two rows of one dossier are the whole of it.
  return rows.map(({ id }) => ({ ...own.get(id), ...roots.get(id) }) as Dossier<Own>)
}

const given = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

/** Inserts rows, each with the columns that it has; gives them back whole, by id. */
async function insert(
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<Map<unknown, object>> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const { json } = await columnsOf(table)
  // pg sends a list as one of PostgreSQL’s own, and a column of JSON takes none.
  const cell = (name: string, value: unknown) =>
    sql`${json.has(name) && value !== null ? JSON.stringify(value) : value}`
  const values = rows.map((row) => {
    const cells = columns.map((name) => (name in row ? cell(name, row[name]) : sql`default`))
    return sql`(${sql.join(cells)})`
  })
  const { rows: written } = await sql<{ id: unknown }>`
    insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values ${sql.join(values)} returning *`.execute(db())
  return new Map(written.map((row) => [row.id, row]))
}

/** Rows as they are where nothing is given, with ids of their own: not yet written. */
async function blanks(kind: Kind<never>, count: number): Promise<object[]> {
  const { rows } = await sql<object>`
    select ${(await columnsOf(kind.table)).defaults} from generate_series(1, ${count}::integer)`.execute(
    db(),
  )
  return rows
}

interface Columns {
  /** The default of each column of a dossier, as SQL. */
  defaults: RawBuilder<unknown>
  /** Those that hold JSON. */
  json: ReadonlySet<string>
}
const known = new Map<string, Columns>()

/** The columns of a dossier of this table, asked once of the schema: it does not change while we run. */
async function columnsOf(table: string): Promise<Columns> {
  const kept = known.get(table)
  if (kept) return kept
  const { rows } = await sql<{ name: string; type: string; value: string }>`
    select distinct on (name) a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      coalesce(pg_get_expr(v.adbin, v.adrelid), 'null') as value
    from pg_attribute a left join pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
    where a.attrelid in (${table}::regclass, 'commons.dossier'::regclass)
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by name, a.attrelid = 'commons.dossier'::regclass desc`.execute(db())
  const defaults = sql.join(
    rows.map(
      ({ name, type, value }) => sql`(${sql.raw(value)})::${sql.raw(type)} as ${sql.ref(name)}`,
    ),
  )
  const json = new Set(rows.flatMap(({ name, type }) => (type === 'jsonb' ? name : [])))
  known.set(table, { defaults, json })
  return { defaults, json }
}
