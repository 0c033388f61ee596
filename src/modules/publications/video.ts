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

/** Keeps that, or that it is nowhere: called by the verb that may. */
export async function keepVideo({ id }: { id: string }, address: string): Promise<void> {
  const kept = db().deleteFrom('publications.video').where('meeting_id', '=', id)
  if (address === '') await kept.execute()
  else
    await db()
      .insertInto('publications.video')
      .values({ meeting_id: id, address })
      .onConflict((clash) => clash.columns(['tenant_id', 'meeting_id']).doUpdateSet({ address }))
      .execute()
}
