import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { type Annex, annexesOf, copyAnnexes } from '#commons/annexes'
import { readMany } from '#commons/dossiers'
import { type Item, items, mayEdit } from '#modules/deliberations'

/** The point of which this one is a copy, and the annexes of that one that it has not. */
export interface Original {
  item: Item
  annexes: Annex[]
}

/** What a point that was written as a copy of another may still take from it; undefined where it is none, or that is not seen. */
export async function originalOf(item: Item): Promise<Original | undefined> {
  if (item.state !== 'created' || !mayEdit(item)) return undefined
  const row = await db()
    .selectFrom('kernel.event')
    .select('data')
    .where('subject_id', '=', item.id)
    .where('type', '=', `${items.name}.create`)
    .executeTakeFirst()
  const from = row?.data['copy_of']
  if (typeof from !== 'string') return undefined
  const [original] = await readMany(items, [from])
  if (!original) return undefined
  const has = new Set((await annexesOf(item.id)).map(({ hash }) => hash))
  const annexes = (await annexesOf(original.id)).filter(({ hash }) => !has.has(hash))
  return { item: original, annexes }
}

/** Takes annexes of the point of which this one is a copy (F06): each as it was, with the day on which it was added. */
export async function takeAnnexes(item: Item, annexIds: readonly string[]): Promise<number> {
  ensure(mayEdit(item), Forbidden, 'circulation.not_yours')
  const original = await originalOf(item)
  const chosen = original?.annexes.filter(({ id }) => annexIds.includes(id)) ?? []
  ensure(original && chosen.length > 0, Conflict, 'circulation.nothing_to_take')
  await copyAnnexes(
    [{ from: original.item.id, to: item }],
    chosen.map(({ id }) => id),
  )
  return chosen.length
}
