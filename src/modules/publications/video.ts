import { db } from '#kernel/db'
import './tables.ts'

/** Where a meeting is seen or heard; nothing where nobody said. */
export async function videoOf({ id }: { id: string }): Promise<{ video?: string }> {
  const row = await db()
    .selectFrom('publications.video')
    .select('address')
    .where('meeting_id', '=', id)
    .executeTakeFirst()
  return row ? { video: row.address } : {}
}
