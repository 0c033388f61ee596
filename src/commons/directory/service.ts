import { sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'

/** A service of the authority (service communal). */
export interface Service {
  id: string
  name: string
}

/** All services, in the order of the authority's chart. */
export function services(): Promise<Service[]> {
  return db()
    .selectFrom('commons.service')
    .select(['id', 'name'])
    .orderBy('position')
    .orderBy(sql`name collate kernel.french_order`)
    .execute()
}

/** The services in which the one who acts may write: where they are an editor or the head. */
export async function writableServices(): Promise<Service[]> {
  const all = await services()
  if (isSystem()) return all
  const mine = new Set(actor().principals)
  return all.filter(({ id }) => mine.has(`service:${id}:editor`) || mine.has(`service:${id}:head`))
}

/** Adds a service at the end of the chart. Throws `Invalid` where the name is taken. */
export async function addService(name: string): Promise<Service> {
  const added = await db()
    .insertInto('commons.service')
    .values((e) => ({
      name,
      position: e
        .selectFrom('commons.service')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
    }))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst()
  if (!added) throw Invalid.field('name', 'directory.service.taken', { name })
  return added
}
