import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#kernel/db'
import {
  afterKey,
  dueOn,
  type Kind,
  lastChanged,
  type Order,
  orderKey,
  type Page,
  pageOf,
  readAfter,
  isReplaced,
  readMany,
  type Root,
  seen,
} from '#commons/dossiers'

const rootColumns = [
  'id',
  'title',
  'reference',
  'state',
  'service_id',
  'due_on',
  'version',
  'created_by',
  'created_at',
  'changed_at',
] as const

/** A row of a list: of the root, and those columns of the trade that were asked for. */
export type ListedRecord = Omit<Pick<Root, (typeof rootColumns)[number]>, 'id'> & {
  id: string
  order_key: string | null
}

type Listable = Pick<Kind<object>, 'name' | 'table'>

const isOfRoot = (name: string) => rootColumns.some((one) => one === name)

/** Where a column stands: `d` is the root, `o` the trade’s own table. */
export const columnOf = (name: string) => sql.ref(`${isOfRoot(name) ? 'd' : 'o'}.${name}`)

interface Narrowed {
  where?: readonly RawBuilder<SqlBool>[]
}

interface Asked extends Narrowed {
  /** What is told of each besides the root, by name. */
  columns?: Readonly<Record<string, RawBuilder<unknown>>>
  order?: Order
  after?: string | undefined
  /** How many, unless a page. */
  most?: number
}

/**
 * Those of a kind that the one who acts may see, narrowed. Each has its row in the table of its trade: joined from the
 * left, so that PostgreSQL leaves the join out where nothing of that row is asked, as in most counts.
 */
const visible = ({ name, table }: Listable, { where = [] }: Narrowed) =>
  db()
    .selectFrom('commons.dossier as d')
    .leftJoin(sql<{ tenant_id: string; id: string }>`${sql.table(table)}`.as('o'), (join) =>
      join.onRef('o.tenant_id', '=', 'd.tenant_id').onRef('o.id', '=', 'd.id'),
    )
    .where('d.kind', '=', name)
    .where(seen())
    .where((e) => e.and([...where]))

type Withholding<Own extends object> = Pick<Kind<Own>, 'withheld' | 'withheldIn'>

/**
 * One page of the dossiers of a kind that the one who acts may see, the last changed first unless told.
 * One query. Throws `Invalid` where the key of the page was made by hand.
 */
export async function listRecords<Own extends object>(
  kind: Listable & Withholding<Own>,
  { columns = {}, order = lastChanged, after, most, ...narrowed }: Asked,
): Promise<Page<ListedRecord>> {
  const own = Object.entries(columns).filter(([name]) => !isOfRoot(name))
  const query = visible(kind, narrowed)
    .select(rootColumns.map((column) => `d.${column}` as const))
    .select(own.map(([name, column]) => sql`${column}`.as(name)))
    .select(orderKey(order))
    .$call(afterKey(order, after, most))
  const page = pageOf(order, await readAfter(after, () => query.execute()), most)
  return { ...page, items: await withoutWithheld(kind, page.items) }
}

/** What a kind withholds of a row depends on its whole dossier: one query more where a column of it may be. */
async function withoutWithheld<Own extends object>(
  kind: Listable & Withholding<Own>,
  rows: ListedRecord[],
): Promise<ListedRecord[]> {
  const doubtful = new Set(
    Object.keys(rows[0] ?? {}).filter((name) => (kind.withheldIn?.(name) ?? null) !== null),
  )
  if (doubtful.size === 0) return rows
  const read = await readMany(
    kind,
    rows.map(({ id }) => id),
  )
  const known = new Map<string, object>(read.map((one) => [one.id, one]))
  return rows.map((row) => {
    const one = known.get(row.id)
    const told = Object.entries(row).filter(
      ([name]) => !doubtful.has(name) || (one && name in one && !isReplaced(one, name)),
    )
    return Object.fromEntries(told) as ListedRecord // A column of its kind may be withheld.
  })
}

/** Past so many rows, a total is « more than »: to count on is most of what a long list asks of the database. */
const mostCounted = 2000
/** A list that adds amounts up looks further, for the sum of a part is none. */
const mostAdded = 10_000

/** How many rows a list has, what its columns add up to, and how many are late. */
export interface Totals {
  count: number
  /** So many were counted at most. */
  most: number
  /** There are more than `most`: nothing else is told of them. */
  more: boolean
  sums: Readonly<Record<string, number>>
  late: number
  /** How many rows each of the other narrowings leaves, `most` + 1 meaning more. */
  others: readonly number[]
}

interface Totalled extends Narrowed {
  /** What is added up. */
  sums?: Readonly<Record<string, RawBuilder<unknown>>>
  today: Temporal.PlainDate
  /** Other narrowings of the same list, of which rows are counted: its tabs. Null is this very narrowing. */
  others?: readonly (readonly RawBuilder<SqlBool>[] | null)[]
}

/**
 * As many as are counted, the last changed of them: in this order PostgreSQL takes an index of the authority. Without one
 * it hopes to meet enough of them at the beginning of the table, where those of others stand.
 */
const counted = (kind: Listable, narrowed: Narrowed, most: number) =>
  visible(kind, narrowed)
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(most + 1)

/** The totals of a list. One query. */
export async function totalsOf(
  kind: Listable,
  { sums = {}, today, others = [], ...narrowed }: Totalled,
): Promise<Totals> {
  const most = Object.keys(sums).length > 0 ? mostAdded : mostCounted
  const rows = counted(kind, narrowed, most)
    .select(sql<boolean>`${dueOn()} < ${today}`.as('late'))
    .select(Object.entries(sums).map(([name, column]) => sql`${column}`.as(name)))
  const counts = others.map((where) => {
    if (!where) return sql<number>`count(*)::int`
    return sql<number>`(select count(*)::int from ${counted(kind, { where }, most).select(sql`1`.as('one'))} as c)`
  })
  const told = await db()
    .selectFrom(rows.as('r'))
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`(count(*) filter (where late))::int`.as('late'))
    .select(sql<number[]>`array[${sql.join(counts)}]::int[]`.as('others'))
    .select(
      Object.keys(sums).map((name) =>
        sql<number>`coalesce(sum(${sql.ref(name)}), 0)::float8`.as(name),
      ),
    )
    .executeTakeFirstOrThrow()
  const { count, late, others: beside, ...added } = told
  const more = count > most
  return { count: more ? most : count, most, more, late, sums: added, others: beside }
}
