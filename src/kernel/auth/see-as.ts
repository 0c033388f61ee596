import { createHash } from 'node:crypto'
import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { ensureProven } from './proof.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** In minutes: for how long an administrator sees the house as somebody else, without saying again why. */
const seenFor = 15

/**
 * From now on, for a quarter of an hour, the session of this token sees the house as somebody else does (voir comme): it reads
 * what they read, and acts in nothing. Whoever calls it has asked whether the one who acts may. Returns until when; nothing
 * where the session is no longer there. Throws `ProofNeeded`.
 */
export async function seeAs(
  token: string,
  { id, login, reason }: { id: string; login: string; reason: string },
): Promise<Temporal.Instant | null> {
  ensureProven()
  const until = Temporal.Now.instant().add({ minutes: seenFor })
  const kept = await db()
    .updateTable('kernel.session')
    .set({ sees_as: id, sees_until: until })
    .where('token_hash', '=', hashOf(token))
    .where('account_id', '=', actor().id)
    .returning('id')
    .executeTakeFirst()
  if (!kept) return null
  await audit('see_as', `${login}: ${reason}`)
  return until
}

/** The session of this token is that of its own person again. */
export async function stopSeeing(token: string): Promise<void> {
  await db()
    .updateTable('kernel.session')
    .set({ sees_as: null, sees_until: null })
    .where('token_hash', '=', hashOf(token))
    .execute()
  if (actor().seenBy) await audit('see_as_ended', null)
}
