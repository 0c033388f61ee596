import { actor, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { tell } from '#commons/dossiers'
import { type MinutesRecord, records } from './record.ts'

/** What was said of approved minutes afterwards. */
export interface Rectification {
  id: string
  item_id: string | null
  words: string
  reason: string
  at: Temporal.Instant
  made_by: string
}

export const rectificationsOf = ({ id }: Pick<MinutesRecord, 'id'>): Promise<Rectification[]> =>
  db()
    .selectFrom('minutes.rectification')
    .select(['id', 'item_id', 'words', 'reason', 'at', 'made_by'])
    .where('record_id', '=', id)
    .orderBy('id')
    .execute()

/**
 * Says of approved minutes what was wrong in them and why: a new entry beside them, never another text in their place. Throws
 * `Conflict` while they are not approved: then they are corrected.
 */
export async function rectify(
  record: MinutesRecord,
  { item_id, words, reason }: Pick<Rectification, 'item_id' | 'words' | 'reason'>,
): Promise<void> {
  ensureInPerson()
  ensure(record.state === 'approved', Conflict, 'minutes.rectification.not_yet')
  const { id } = await db()
    .insertInto('minutes.rectification')
    .values({ record_id: record.id, item_id, words, reason, made_by: actor().name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(records, record.id, 'rectify', { title: reason, rectification: id })
}
