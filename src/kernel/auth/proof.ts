import { actor, isSystem } from '#kernel/access'
import { audit, currentAddress } from '#kernel/audit'
import { ProofNeeded } from '#kernel/errors'
import { slot } from '#kernel/module'
import { accountNamed } from './account.ts'
import { isPassword } from './hash.ts'
import { isShutTo } from './local.ts'
import { proveSession, type Session } from './session.ts'
import { atDoor, openedAt, refusedAt } from './tries.ts'

/** In minutes: for how long somebody who proved who they are is believed for what is dangerous. */
const believed = 10

/** Whether the one who acts has lately proved who they are; the operator stands at the machine. */
export function isProven(): boolean {
  if (isSystem()) return true
  const { provenAt } = actor()
  const since = Temporal.Now.instant().subtract({ minutes: believed })
  return provenAt !== undefined && Temporal.Instant.compare(provenAt, since) > 0
}

/** Throws `ProofNeeded` unless the one who acts has lately proved who they are: for what is dangerous at times only. */
export function ensureProven(): void {
  if (!isProven()) throw new ProofNeeded()
}

/** What else than their password proves who somebody is: a code, a passkey. */
export const proofs = slot<(accountId: string, typed: string) => Promise<boolean>>('proofs')

export type Proof =
  | { outcome: 'proven'; session: Session | null }
  | { outcome: 'refused' }
  | { outcome: 'too_many'; minutes: number }

/** The one who acts proves anew who they are, by their password or another of their ways. */
export async function prove(typed: string, token: string): Promise<Proof> {
  const account = await accountNamed(actor().id ?? '')
  if (!account) return { outcome: 'refused' }
  const who = [account.id, currentAddress() ?? '']
  const may = await atDoor('proof', ...who)
  if (!may.open) return { outcome: 'too_many', minutes: may.minutes }
  if (!(await isRight(account, typed))) {
    await refusedAt('proof', ...who)
    await audit('proof_refused', account.login)
    return { outcome: 'refused' }
  }
  await openedAt('proof', ...who)
  await audit('proof', account.login)
  return { outcome: 'proven', session: await proveSession(token) }
}

async function isRight(
  { id, password_hash }: { id: string; password_hash: string | null },
  typed: string,
): Promise<boolean> {
  if (typed === '' || (await isShutTo(id))) return false
  for (const other of proofs.all()) if (await other(id, typed)) return true
  return isPassword(typed, password_hash)
}
