import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'

/** How many rows a page of a list shows. */
const pageSize = 50

export interface Page<Row> {
  items: Row[]
  /** What to give as `after` for the next page; null on the last one. */
  next: string | null
}

/** The key of a row of `commons.dossier as d`, exact to the microsecond; `pageOf` needs it. */
export const changedKey = sql<string>`d.changed_at::text`.as('changed_key')

/** Orders a query over `commons.dossier as d`: the last changed first. */
const lastChangedFirst = <DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> =>
  query.orderBy(sql`d.changed_at`, 'desc').orderBy(sql`d.id`, 'desc')

/**
 * Leaves of a query over `commons.dossier as d` the page that follows the key `after`, the last
 * changed first, and one row more, by which `pageOf` knows that another page follows. By key, not
 * by number: as fast on page 1 000 as on page 1. A key that is none of ours is the first page.
 */
export function afterKey(after: string | undefined) {
  const key = keyOf(after)
  return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    lastChangedFirst(query)
      .$if(key !== undefined, (rest) =>
        rest.where(
          sql<SqlBool>`(d.changed_at, d.id) < (${key?.changedAt}::timestamptz, ${key?.id}::uuid)`,
        ),
      )
      .limit(pageSize + 1)
}

const shape = /^([\d:. +-]+)_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

/** The instant and the id of a key; undefined where it is none of ours. */
function keyOf(after: string | undefined): { changedAt: string; id: string } | undefined {
  const [, changedAt = '', id = ''] = shape.exec(after ?? '') ?? []
  try {
    Temporal.Instant.from(changedAt.replace(' ', 'T'))
    return { changedAt, id }
  } catch {
    return undefined
  }
}

/** The page that these rows are, of a query that `afterKey` has cut. */
export function pageOf<Row extends { id: string; changed_key: string }>(
  found: readonly Row[],
): Page<Row> {
  const items = found.slice(0, pageSize)
  const last = found.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? `${last.changed_key}_${last.id}` : null }
}
