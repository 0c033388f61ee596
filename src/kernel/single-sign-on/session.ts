import { sessionIdOf } from '#kernel/auth'
import { db } from '#kernel/db'
import { seal, unseal } from '#kernel/secrets'
import type { Identified } from './client.ts'
import './tables.ts'

export const idTokenKept = { table: 'kernel.provider_session', column: 'id_token' }

/** Longer ones are not sent in an address. */
const mostOfToken = 4000

/** Says by which provider a session came in, so that it ends here when it ends there. */
export async function bindSession(
  token: string,
  providerId: string,
  { sub, sid, idToken }: Pick<Identified, 'sub' | 'sid'> & { idToken: string | null },
): Promise<void> {
  const id = await sessionIdOf(token)
  if (!id) return
  const isShort = idToken !== null && idToken.length <= mostOfToken
  const hint = isShort ? await seal(idTokenKept, id, idToken) : null
  await db()
    .insertInto('kernel.provider_session')
    .values({ id, provider_id: providerId, subject: sub, sid, id_token: hint })
    .onConflict((on) =>
      on
        .columns(['tenant_id', 'id'])
        .doUpdateSet({ provider_id: providerId, subject: sub, sid, id_token: hint }),
    )
    .execute()
}

/** By which provider a session came in, and what is said to it at the sign-out. */
export async function providerOfSession(
  token: string,
): Promise<{ providerId: string; idToken: string | null } | undefined> {
  const id = await sessionIdOf(token)
  if (!id) return undefined
  const row = await db()
    .selectFrom('kernel.provider_session')
    .select(['provider_id', 'id_token'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      providerId: row.provider_id,
      idToken: row.id_token && (await unseal(idTokenKept, id, row.id_token)),
    }
  )
}

/** Ends what came in by a session of the provider, or by all of somebody there. Returns whose they were. */
export async function endSessionsAt(
  providerId: string,
  { sid, sub }: { sid: string | null; sub: string | null },
): Promise<string[]> {
  const theirs = db()
    .selectFrom('kernel.provider_session')
    .select('id')
    .where('provider_id', '=', providerId)
    // A session that is named is that one, and of whom it is said to be; else all of theirs.
    .$if(sid !== null, (query) => query.where('sid', '=', sid))
    .$if(sub !== null, (query) => query.where('subject', '=', sub ?? ''))
  const ended = await db()
    .deleteFrom('kernel.session')
    .where('id', 'in', theirs)
    .returning('account_id')
    .execute()
  return ended.map(({ account_id }) => account_id)
}
