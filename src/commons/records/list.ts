import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#kernel/db'
import {
  afterKey,
  changedKey,
  type Kind,
  type Page,
  pageOf,
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
  'changed_at',
] as const

/** A row of a list: of the root, and those columns of the trade that were asked for. */
export type ListedRecord = Omit<Pick<Root, (typeof rootColumns)[number]>, 'id'> & {
  id: string
  changed_key: string
}

const isOfRoot = (name: string) => rootColumns.some((one) => one === name)

/** Where a column stands: `d` is the root, `o` the trade’s own table. */
export const columnOf = (name: string) => sql.ref(`${isOfRoot(name) ? 'd' : 'o'}.${name}`)

interface Narrowed {
  where?: readonly RawBuilder<SqlBool>[]
  columns?: readonly string[]
  after?: string | undefined
}

/** One page of the dossiers of a kind that the one who acts may see, the last changed first. One query. */
export async function listRecords(
  { name, table }: Pick<Kind<object>, 'name' | 'table'>,
  { where = [], columns = [], after }: Narrowed,
): Promise<Page<ListedRecord>> {
  const own = columns.filter((column) => !isOfRoot(column))
  const rows = await db()
    .selectFrom('commons.dossier as d')
    .innerJoin(sql<{ tenant_id: string; id: string }>`${sql.table(table)}`.as('o'), (join) =>
      join.onRef('o.tenant_id', '=', 'd.tenant_id').onRef('o.id', '=', 'd.id'),
    )
    .select(rootColumns.map((column) => `d.${column}` as const))
    .select(own.map((column) => columnOf(column).as(column)))
    .select(changedKey)
    .where('d.kind', '=', name)
    .where(seen())
    .where((e) => e.and([...where]))
    .$call(afterKey(after))
    .execute()
  return pageOf(rows)
}
