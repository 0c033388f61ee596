import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import './tables.ts'

/** What a point is about (catégorie). */
export interface Category {
  id: string
  name: string
}

/** All categories, in the order in which they rank on an agenda. */
export function categories(): Promise<Category[]> {
  return db()
    .selectFrom('deliberations.category')
    .select(['id', 'name'])
    .orderBy('position')
    .execute()
}

/** Adds a category after the others. Throws `Invalid` where the name is taken. */
export async function addCategory(name: string): Promise<Category> {
  const added = await db()
    .insertInto('deliberations.category')
    .values((e) => ({
      name,
      position: e
        .selectFrom('deliberations.category')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
    }))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst()
  if (!added) throw Invalid.field('name', 'deliberations.category.taken', { name })
  return added
}
