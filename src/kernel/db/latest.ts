import { type SelectQueryBuilder, sql } from 'kysely'

/** The first rows of a list, and how many it has: one that is cut says so (`<Cut>` of `kernel/ui`). */
export interface Latest<Row> {
  readonly rows: Row[]
  readonly all: number
}

/** So many rows of a query, or all where `most` is null, and how many it has. One query. */
export async function latest<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  most: number | null,
): Promise<Latest<Row>> {
  const counted = query.select(sql<number>`(count(*) over ())::int`.as('all_rows'))
  const rows = await (most === null ? counted : counted.limit(most)).execute()
  const all: unknown = Reflect.get(rows[0] ?? {}, 'all_rows')
  return { rows, all: typeof all === 'number' ? all : 0 }
}
