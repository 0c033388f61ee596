import { createHash, randomBytes } from 'node:crypto'
import type { Actor, ActorId } from '#kernel/access'
import { db } from '#kernel/db'
import './tables.ts'

export interface Session {
  /** What the browser or the API client keeps; we keep its hash only. */
  token: string
  expiresAt: Temporal.Instant
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Opens a session for an account. */
export async function openSession(accountId: ActorId, hours: number): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = Temporal.Now.instant().add({ minutes: Math.round(hours * 60) })
  await db()
    .insertInto('kernel.session')
    .values({ token_hash: hashOf(token), account_id: accountId, expires_at: expiresAt })
    .execute()
  return { token, expiresAt }
}

/** Who a token stands for, with all that they bear; null when it is unknown or over. */
export async function sessionActor(token: string): Promise<Actor | null> {
  const found = await db()
    .selectFrom('kernel.session as s')
    .innerJoin('kernel.account as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.id', '=', 's.account_id'),
    )
    .select(['a.id', 'a.name', 'a.principals', 'a.pinned'])
    .where('s.token_hash', '=', hashOf(token))
    .where('s.expires_at', '>', Temporal.Now.instant())
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  return found ? { ...found, id: found.id as ActorId } : null
}

/** Ends a session, and forgets those that are over. */
export async function endSession(token: string): Promise<void> {
  await db()
    .deleteFrom('kernel.session')
    .where((where) =>
      where.or([
        where('token_hash', '=', hashOf(token)),
        where('expires_at', '<', Temporal.Now.instant()),
      ]),
    )
    .execute()
}
