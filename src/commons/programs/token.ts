import { actAs, type ActorId } from '#kernel/access'
import { audit, currentAddress } from '#kernel/audit'
import { atDoor, refusedAt } from '#kernel/auth'
import { db } from '#kernel/db'
import { isId } from '#kernel/http'
import { sql } from 'kysely'
import { calledOf } from './actor.ts'
import { hashOf, kindOf, makeSecret } from './secret.ts'

/** In seconds: how long what a key is exchanged for lets in. */
const lasts = 3600

export type Exchanged =
  | { outcome: 'granted'; token: string; expiresIn: number; scopes: readonly string[] }
  | { outcome: 'invalid_client' }
  | { outcome: 'invalid_scope' }
  | { outcome: 'too_many'; minutes: number }

interface Client {
  key_id: string
  id: string
  name: string
  scopes: string[]
}

/** The program that shows its key, by one statement whether or not there is such a program. */
async function clientOf(programId: string, secret: string): Promise<Client | undefined> {
  const { rows } = await sql<Client>`
    select k.id as key_id, p.id, p.name, p.scopes from commons.program_key k
    join commons.program p on p.id = k.program_id
    where k.hash = ${hashOf(secret)} and p.id::text = ${programId.toLowerCase()}
      and k.revoked_at is null and k.expires_at > now() and p.suspended_at is null
    for share of k, p`.execute(db())
  return rows[0]
}

/**
 * Counts a wrong secret. A right one is never counted nor braked: nobody shuts out a program by trying, and what is tried
 * in vain fills the audit no more after a while.
 */
async function refuse(programId: string): Promise<Exchanged> {
  const named = isId(programId) ? programId : 'nobody'
  const who = [named, currentAddress() ?? '']
  const may = await atDoor('program', ...who)
  if (!may.open) return { outcome: 'too_many', minutes: may.minutes }
  await refusedAt('program', ...who)
  await audit('program_refused', named)
  return { outcome: 'invalid_client' }
}

/** Gives a program a token for an hour for its key, with all its scopes or those that it asks for (RFC 6749 § 4.4). */
export async function exchange(
  programId: string,
  secret: string,
  asked: string | undefined,
): Promise<Exchanged> {
  const client = kindOf(secret) === 'key' ? await clientOf(programId, secret) : undefined
  if (!client) return refuse(programId)
  const wanted = [...new Set(asked?.split(' ').filter(Boolean) ?? client.scopes)]
  if (wanted.some((one) => !client.scopes.includes(one)) || wanted.length === 0)
    return { outcome: 'invalid_scope' }
  const token = makeSecret('token')
  const now = Temporal.Now.instant()
  await db()
    .deleteFrom('commons.program_token')
    .where('key_id', '=', client.key_id)
    .where('expires_at', '<', now)
    .execute()
  await db()
    .insertInto('commons.program_token')
    .values({
      ...{ hash: hashOf(token), key_id: client.key_id, scopes: wanted },
      expires_at: now.add({ seconds: lasts }),
    })
    .execute()
  const who = { id: client.id as ActorId, name: calledOf(client.name), principals: [], scopes: [] }
  await actAs(who, () => audit('program_token', client.name))
  return { outcome: 'granted', token, expiresIn: lasts, scopes: wanted }
}

/**
 * Ends a token of the program that shows its key (RFC 7009); one that is unknown or of another is let be, without a word.
 * A key is revoked by people alone. False where the program is not known.
 */
export async function endToken(
  programId: string,
  secret: string,
  token: string,
): Promise<Exchanged['outcome']> {
  const client = kindOf(secret) === 'key' ? await clientOf(programId, secret) : undefined
  if (!client) return (await refuse(programId)).outcome
  await sql`delete from commons.program_token t using commons.program_key k
    where t.hash = ${hashOf(token)} and k.id = t.key_id and k.program_id = ${client.id}`.execute(
    db(),
  )
  return 'granted'
}

/** Forgets tokens that are over. */
export async function forgetTokens(): Promise<void> {
  await db()
    .deleteFrom('commons.program_token')
    .where('expires_at', '<', Temporal.Now.instant())
    .execute()
}
