import { accountsBearing } from '#kernel/auth'
import { db } from '#kernel/db'
import type { Dossier } from './kind.ts'

/**
 * A dossier without the others that it names in these columns and that somebody may not read who may read this one: what is
 * on paper is for all of them.
 */
export async function withoutUnread<One extends Dossier>(
  dossier: One,
  columns: readonly string[],
): Promise<One> {
  const named = columns.flatMap((name) => {
    const id: unknown = Reflect.get(dossier, name)
    return typeof id === 'string' ? [{ name, id }] : []
  })
  if (named.length === 0) return dossier
  const ids = named.map(({ id }) => id)
  const rows = await db()
    .selectFrom('commons.dossier')
    .select(['id', 'readers'])
    .where('id', 'in', ids)
    .execute()
  const readers = new Map(rows.map((one) => [one.id as string, one.readers]))
  const bearers = await accountsBearing(dossier.readers)
  const isReadByAll = (id: string) =>
    bearers.every(({ bears }) => readers.get(id)?.some((one) => bears.includes(one)))
  const hidden = new Set(named.flatMap(({ name, id }) => (isReadByAll(id) ? [] : [name])))
  // It says less, and is of the same kind: what paper says nothing of, it leaves out.
  return Object.fromEntries(Object.entries(dossier).filter(([name]) => !hidden.has(name))) as One
}
