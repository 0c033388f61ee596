import { actAs, bears, system } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import type { Reaction } from '#kernel/events'
import { services } from '#commons/directory'
import { lend, readMany, tell } from '#commons/dossiers'
import { type Item, items, mayEdit, secretariat } from '#modules/deliberations'
import './tables.ts'

const because = 'circulation'

/** Whether the one who acts may give a point to other services to read: of the closed session, the secretariat alone. */
export const mayShare = (item: Item): boolean =>
  bears(secretariat.principal) || (mayEdit(item) && item.privacy === 'public')

/** The services to which a point is given to read. */
export async function copiesOf(item: { id: string }): Promise<string[]> {
  const rows = await db()
    .selectFrom('circulation.copy')
    .select('service_id')
    .where('item_id', '=', item.id)
    .orderBy('service_id')
    .execute()
  return rows.map(({ service_id }) => service_id)
}

/** Gives a point, which is locked, to these services to read (copie), and takes it from others; they may do nothing to it. */
export async function shareWith(item: Item, serviceIds: readonly string[]): Promise<void> {
  ensure(mayShare(item), Forbidden, 'circulation.not_yours')
  await give(item, serviceIds)
}

/**
 * A point that is put in the closed session is taken back from all services that read it as a public one: to whom it is given from
 * then on, the secretariat says. History names them.
 */
export const takeBackClosed: Reaction = async (events) => {
  const moved = events.flatMap(({ subjectId, data: { fields } }) =>
    subjectId && Array.isArray(fields) && fields.includes('privacy') ? [subjectId] : [],
  )
  for (const item of await actAs(system, () => readMany(items, moved)))
    if (item.privacy === 'secret') await give(item, [])
}

async function give(item: Item, serviceIds: readonly string[]): Promise<void> {
  const before = await copiesOf(item)
  const known = await services()
  const wanted = [...new Set(serviceIds)]
  const stranger = wanted.find(
    (one) => !before.includes(one) && !known.some(({ id }) => id === one),
  )
  if (stranger) throw Invalid.field('services', 'http.field.choose')
  const [come, gone] = [
    wanted.filter((one) => !before.includes(one)),
    before.filter((one) => !wanted.includes(one)),
  ]
  if (come.length === 0 && gone.length === 0) return
  if (gone.length > 0)
    await db()
      .deleteFrom('circulation.copy')
      .where('item_id', '=', item.id)
      .where('service_id', 'in', gone)
      .execute()
  if (come.length > 0)
    await db()
      .insertInto('circulation.copy')
      .values(come.map((service_id) => ({ item_id: item.id, service_id })))
      .execute()
  await lend(items, because, new Map([[item.id, wanted.map((one) => `service:${one}`)]]))
  const named = (ids: readonly string[]) =>
    known
      .filter(({ id }) => ids.includes(id))
      .map(({ label }) => label)
      .join(', ')
  if (come.length > 0) await tell(items, item.id, 'share', { title: named(come) })
  if (gone.length > 0) await tell(items, item.id, 'unshare', { title: named(gone) })
}
