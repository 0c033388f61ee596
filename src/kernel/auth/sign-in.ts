import { verify } from '@node-rs/argon2'
import { actAs } from '#kernel/access'
import { audit, currentAddress, refusalsSince } from '#kernel/audit'
import { slot } from '#kernel/module'
import { accountOf, hashPassword } from './account.ts'
import { type Session, openSession } from './session.ts'

/** How many refusals within the window close the door, for one login and for one address. */
const limits = { windowMinutes: 15, perLogin: 5, perAddress: 50 }

export type SignIn =
  | { outcome: 'welcome'; session: Session }
  | { outcome: 'refused' }
  | { outcome: 'too_many'; minutes: number }

/** Brings what a person bears up to date as they come in: offices begin and end with their dates. */
export const beforeSession = slot<(personId: string) => Promise<void>>('before-session')

// Verified when the login is unknown, so that both refusals take the same time.
const nobody = hashPassword('nobody signs in with this')

/**
 * Checks a password and opens a session. After five refusals for a login (or fifty from an address)
 * in a quarter of an hour, nobody gets in there until it has passed, right password or not.
 */
export async function signIn(login: string, password: string, hours: number): Promise<SignIn> {
  const subject = login.trim().toLowerCase()
  if (await isClosed(subject)) return { outcome: 'too_many', minutes: limits.windowMinutes }
  const account = await accountOf(subject)
  const right = await verify(account?.password_hash ?? (await nobody), password.normalize('NFKC'))
  if (!account || !right) {
    await audit('sign_in_refused', subject)
    return { outcome: 'refused' }
  }
  for (const refresh of beforeSession.all()) await refresh(account.id)
  const session = await openSession(account.id, hours)
  await actAs({ id: account.id, name: account.name, principals: [] }, () =>
    audit('sign_in', subject),
  )
  return { outcome: 'welcome', session }
}

async function isClosed(subject: string): Promise<boolean> {
  const since = Temporal.Now.instant().subtract({ minutes: limits.windowMinutes })
  if ((await refusalsSince(since, { subject })) >= limits.perLogin) return true
  const address = currentAddress()
  return address !== null && (await refusalsSince(since, { address })) >= limits.perAddress
}
