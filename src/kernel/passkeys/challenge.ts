import { createHash, randomBytes } from 'node:crypto'
import { whence } from '#kernel/audit'
import { db } from '#kernel/db'
import './tables.ts'

/** In minutes: how long somebody has to touch their device. */
const lasts = 5

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest()

/** Where a key is used: it works at the name of the host at which it was made, and at no other. */
export function here(): { origin: string; host: string } {
  const { origin = '' } = whence()
  return { origin, host: URL.parse(origin)?.hostname ?? '' }
}

/** What a device is to sign, for an account or for whoever signs in. */
export async function newChallenge(accountId: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32))
  await db()
    .insertInto('kernel.passkey_challenge')
    .values({
      challenge_hash: hashOf(Buffer.from(bytes).toString('base64url')),
      account_id: accountId,
      expires_at: Temporal.Now.instant().add({ minutes: lasts }),
    })
    .execute()
  return bytes
}

/** Whether this was asked for, lately and for this account; what was answered once is not taken again. */
export async function takeChallenge(challenge: string, accountId: string | null): Promise<boolean> {
  const taken = await db()
    .deleteFrom('kernel.passkey_challenge')
    .where('challenge_hash', '=', hashOf(challenge))
    .where('account_id', 'is not distinct from', accountId)
    .where('expires_at', '>', Temporal.Now.instant())
    .returning('challenge_hash')
    .executeTakeFirst()
  return taken !== undefined
}

/** Forgets what nobody answered in time. */
export async function forgetChallenges(): Promise<void> {
  await db()
    .deleteFrom('kernel.passkey_challenge')
    .where('expires_at', '<', Temporal.Now.instant())
    .execute()
}
