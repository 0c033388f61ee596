import { db } from '#kernel/db'
import './tables.ts'

/** The numbers of the papers that were counted on a point, vote by vote. */
export async function countedOn(itemId: string): Promise<{ vote: string; numbers: string[] }[]> {
  return db()
    .selectFrom('live.counted')
    .select(['poll_id as vote', 'numbers'])
    .where('item_id', '=', itemId)
    .execute()
}
