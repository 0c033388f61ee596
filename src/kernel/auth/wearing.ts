import { createHash } from 'node:crypto'
import { actor, type Assurance } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'
import { rotateSession, type Session } from './session.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** The one who acts wears another of their hats from now on; the session has another token. Throws `Forbidden`. */
export async function wear(key: string, token: string): Promise<Session | null> {
  const wanted = actor().hats?.find((one) => one.key === key)
  ensure(wanted, Forbidden, 'auth.hat.not_theirs')
  await db()
    .updateTable('kernel.session')
    .set({ hat: wanted.key })
    .where('account_id', '=', actor().id)
    .where('token_hash', '=', hashOf(token))
    .execute()
  await audit('hat', wanted.key)
  return rotateSession(token)
}

/** The session came in by a public service, which said how surely it knows who: it is for what is outside the authority alone. */
export async function keepOutside(token: string, assurance: Assurance): Promise<void> {
  await db()
    .updateTable('kernel.session')
    .set({ only_outside: true, assurance })
    .where('token_hash', '=', hashOf(token))
    .execute()
}
