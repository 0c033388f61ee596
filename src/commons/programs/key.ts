import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { ensureProven } from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { programNamed } from './program.ts'
import { keyDays } from './schema.ts'
import { hashOf, makeSecret } from './secret.ts'

const made = event('programs.key.make', { toDossier: false })
const revoked = event('programs.key.revoke', { toDossier: false })

/** Of one program: one that is used, one that takes its place, and some that were forgotten. */
const most = 5

/** A key as people see it: what it is made of was shown once. */
export interface Key {
  id: string
  tail: string
  made_at: Temporal.Instant
  made_by_name: string
  expires_at: Temporal.Instant
  revoked_at: Temporal.Instant | null
  used_at: Temporal.Instant | null
  used_from: string | null
}

/** The keys of a program, the last made first. */
export const keysOf = (programId: string): Promise<Key[]> =>
  db()
    .selectFrom('commons.program_key')
    .select(['id', 'tail', 'made_at', 'made_by_name', 'expires_at', 'revoked_at'])
    .select(['used_at', 'used_from'])
    .where('program_id', '=', programId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Whether a key lets in. */
export const opens = ({ revoked_at, expires_at }: Pick<Key, 'revoked_at' | 'expires_at'>) =>
  !revoked_at && Temporal.Instant.compare(expires_at, Temporal.Now.instant()) > 0

/**
 * Makes a key; `secret` is shown this once and kept nowhere. The others of its program go on. Throws `Conflict` where it
 * has as many as it may, `Invalid`, `ProofNeeded`.
 */
export async function makeKey(
  programId: string,
  days: number,
): Promise<{ id: string; secret: string; expiresAt: Temporal.Instant }> {
  ensureProven()
  const { name } = await programNamed(programId, { lock: true })
  if (days < 1 || days > keyDays.most)
    throw Invalid.field('days', 'programs.days_most', { most: keyDays.most })
  const open = (await keysOf(programId)).filter(opens).length
  ensure(open < most, Conflict, 'programs.keys_enough', { name, most })
  const secret = makeSecret('key')
  const tail = secret.slice(-4)
  const expiresAt = Temporal.Now.instant().add({ hours: 24 * days })
  const { id } = await db()
    .insertInto('commons.program_key')
    .values({
      ...{ program_id: programId, hash: hashOf(secret), tail, expires_at: expiresAt },
      ...{ revoked_at: null, used_at: null, used_from: null, warned_at: null },
      made_by_name: actor().name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emit(made, programId, { name, key: tail })
  return { id, secret, expiresAt }
}

/**
 * A key lets in no more, at once: what it does now ends first, and nothing is done by it after. Throws `NotFound`,
 * `Conflict` where it was revoked already.
 */
export async function revokeKey(programId: string, keyId: string): Promise<void> {
  const { name } = await programNamed(programId)
  if (!isId(keyId)) throw new NotFound()
  const { rows } = await sql<{ tail: string; before: Temporal.Instant | null }>`
    with held as (select id, revoked_at from commons.program_key
      where id = ${keyId} and program_id = ${programId} for update)
    update commons.program_key k set revoked_at = coalesce(k.revoked_at, now()) from held
    where k.id = held.id returning k.tail, held.revoked_at as before`.execute(db())
  const [found] = rows
  if (!found) throw new NotFound()
  ensure(!found.before, Conflict, 'programs.revoked_already')
  await emit(revoked, programId, { name, key: found.tail })
}
