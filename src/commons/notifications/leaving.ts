import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { Leaving } from '#commons/people'

/** Who leaves is told of nothing any more: what they wished to be told ends with them. */
export const wishesEnd: Leaving = {
  label: 'notifications.leaving',
  async count(personId) {
    const { rows } = await sql<{ count: number }>`
      select ((select count(*) from commons.notice_wish where person_id = ${personId})
        + (select count(*) from commons.notice_mail where person_id = ${personId}))::int as count`.execute(
      db(),
    )
    return rows[0]?.count ?? 0
  },
  async end(personId) {
    await db().deleteFrom('commons.notice_wish').where('person_id', '=', personId).execute()
    await db().deleteFrom('commons.notice_mail').where('person_id', '=', personId).execute()
  },
}
