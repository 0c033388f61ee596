import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import pg from 'pg'
import { Invalid } from '#kernel/errors'
import './locales/index.ts'

/** How many rows a page of a list shows. */
const pageSize = 50

export interface Page<Row> {
  items: Row[]
  /** What to give as `after` for the next page; null on the last one. */
  next: string | null
}

/** What a list of dossiers `d` is ordered by; rows that are worth the same stand in the order of their ids. */
export interface Order {
  /** Under which its pages know it: a key of another order is none of theirs. */
  readonly name: string
  readonly by: RawBuilder<unknown>
  /** The greatest first. What is worth nothing is last either way. */
  readonly down?: boolean
  /** No row is worth nothing: then an index can give the order. */
  readonly filled?: true
}

/** The last changed first: the order of lists unless told. */
export const lastChanged: Order = {
  name: '-changed_at',
  by: sql`d.changed_at`,
  down: true,
  filled: true,
}

/** What a row is worth in an order, exact; `pageOf` needs it. */
export const orderKey = ({ by }: Order) => sql<string | null>`(${by})::text`.as('order_key')

/**
 * Leaves of a query over `commons.dossier as d` the page that follows the key `after`, and one row more,
 * by which `pageOf` knows that another page follows. By key, not by number: as fast on page 1 000 as on
 * page 1, and no row twice where others come and go. Throws `Invalid` where it is a key of another order, or none.
 */
export function afterKey(order: Order, after: string | undefined, size = pageSize) {
  const key = keyOf(order, after)
  if (after && !key) throw Invalid.field('after', 'dossiers.no_page')
  return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    inOrder(query, order)
      .$if(key !== undefined, (rest) => rest.where(follows(order, key ?? ['', ''])))
      .limit(size + 1)
}

/**
 * Reads a page after a key. Throws `Invalid` where PostgreSQL cannot read the key, which was made by hand: its
 * class 22, not of the type of what is sorted.
 */
export async function readAfter<V>(after: string | undefined, read: () => Promise<V>): Promise<V> {
  try {
    return await read()
  } catch (failure) {
    if (after && failure instanceof pg.DatabaseError && failure.code?.startsWith('22'))
      throw Invalid.field('after', 'dossiers.no_page')
    throw failure
  }
}

/** Whether a page of this order may have given the key. */
export const isKeyOf = (order: Order, after: string) => keyOf(order, after) !== undefined

/** The page that these rows are, of a query that `afterKey` has cut. */
export function pageOf<Row extends { id: string; order_key: string | null }>(
  { name }: Order,
  found: readonly Row[],
  size = pageSize,
): Page<Row> {
  const items = found.slice(0, size)
  const last = found.length > size ? items.at(-1) : undefined
  const key = last && JSON.stringify([name, last.order_key, last.id])
  return { items, next: key ? Buffer.from(key).toString('base64url') : null }
}

function inOrder<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { by, down, filled }: Order,
): SelectQueryBuilder<DB, TB, O> {
  const way = down ? sql`desc` : sql`asc`
  // « nulls last » where none are would keep an index from giving the order.
  return query
    .orderBy(sql`${by} ${way}${filled ? sql`` : sql` nulls last`}`)
    .orderBy(sql`d.id ${way}`)
}

type Key = readonly [worth: string | null, id: string]

/** PostgreSQL takes the key for what the order is of: it is compared with it. */
function follows({ by, down, filled }: Order, [worth, id]: Key): RawBuilder<SqlBool> {
  const past = down ? sql`<` : sql`>`
  const after = sql<SqlBool>`(${by}, d.id) ${past} (${worth}, ${id}::uuid)`
  if (filled) return after
  if (worth === null) return sql`((${by}) is null and d.id ${past} ${id}::uuid)`
  return sql`((${by}) is null or ${after})`
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The key that a page gave; undefined where it is none of this order. */
function keyOf({ name }: Order, after: string | undefined): Key | undefined {
  try {
    const [of, worth, id]: unknown[] = JSON.parse(
      Buffer.from(after ?? '', 'base64url').toString('utf8'),
    )
    const ours = of === name && (worth === null || typeof worth === 'string')
    return ours && typeof id === 'string' && uuid.test(id) ? [worth, id] : undefined
  } catch {
    return undefined
  }
}
