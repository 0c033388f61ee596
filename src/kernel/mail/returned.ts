import { sql } from 'kysely'
import { db } from '#kernel/db'
import { slot } from '#kernel/module'
import type { Report } from './report.ts'
import { settled } from './settled.ts'

/** A message that came back. */
export interface Returned {
  id: string
  to_address: string
  /** The dossiers that it tells of. */
  about: string[]
  author_id: string | null
}

/** Says, in the same transaction, that a message came back. */
export const whenReturned = slot<(one: Returned) => Promise<void>>('mailReturned')

/**
 * Notes that a message of the current authority came back; false where the report names none that was handed over. Who
 * does not know the secret of a message says nothing of it, and nothing is said twice.
 */
export async function noteReturn({ tokens, status, said }: Report): Promise<boolean> {
  if (tokens.length === 0) return false
  const reason = JSON.stringify({ key: 'mail.returned', params: { said: said || status } })
  const row = await db()
    .updateTable('kernel.mail')
    .set({ state: 'returned', reason, done_at: Temporal.Now.instant() })
    .where('token', 'in', tokens)
    .where('state', '=', 'sent')
    .returning(['id', 'to_address', 'about', 'author_id'])
    .executeTakeFirst()
  if (!row) return false
  await settled({ id: row.id, state: 'returned', at: Temporal.Now.instant() })
  for (const tell of whenReturned.all()) await tell(row)
  return true
}

/** When messages to these addresses came back last, where any did. */
export async function returnsOf(
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (addresses.length === 0) return new Map()
  const rows = await db()
    .selectFrom('kernel.mail')
    .select(['to_address', sql<Temporal.Instant>`max(done_at)`.as('at')])
    .where('to_address', 'in', [...new Set(addresses)])
    .where('state', '=', 'returned')
    .groupBy('to_address')
    .execute()
  return new Map(rows.map(({ to_address, at }) => [to_address, at]))
}
