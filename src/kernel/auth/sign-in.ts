import { actAs } from '#kernel/access'
import { audit } from '#kernel/audit'
import { folded } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { type Account, accountOf } from './account.ts'
import { brake } from './brake.ts'
import { type Device, deviceOf, knowDevice, refuseDevice } from './device.ts'
import { isPassword } from './hash.ts'
import { tellNewDevice } from './new-device.ts'
import { isShutTo } from './local.ts'
import { endSession, type Session, openSession } from './session.ts'
import { bringUpToDate } from './standing.ts'
import type { Awaiting } from './tables.ts'

/** Somebody came in. */
export interface Welcome {
  outcome: 'welcome'
  session: Session
  /** They are nobody of the authority. */
  isOutside: boolean
  /** Knows the browser from now on; what it is to keep. */
  device: () => Promise<string>
}

export type SignIn =
  | Welcome
  /** The password was right, and something is asked besides: the session lets in nowhere until then. */
  | { outcome: 'half'; session: Session; awaits: Awaiting }
  | { outcome: 'refused' }
  /** The password was right, but it is no way in for them: they come in by their provider. */
  | { outcome: 'elsewhere' }
  | { outcome: 'too_many'; minutes: number }

/** What is asked of an account besides its password; null: nothing. Without one in the slot, of nobody. */
export const besidesPassword =
  slot<(accountId: string) => Promise<Awaiting | null>>('besidesPassword')

/** Where a password is tried from, beside the address. */
export interface TriedFrom {
  /** What the browser keeps of an earlier sign-in. */
  device?: string | undefined
  /** The session that it has still; it ends with the new one. */
  session?: string | undefined
}

/** Checks a password and opens a session, unless so many were wrong that one has to wait (`brake`). */
export async function signIn(
  login: string,
  password: string,
  hours: number,
  from: TriedFrom = {},
): Promise<SignIn> {
  const subject = folded(login)
  const account = await accountOf(subject)
  const known = account && (await deviceOf(from.device))
  const device = known?.account === account?.id ? known : undefined
  const may = await brake(subject, device)
  if (!may.open) return { outcome: 'too_many', minutes: may.minutes }
  const right = await isPassword(password, account?.password_hash)
  if (!account || !right) {
    if (device) await refuseDevice(device)
    await audit('sign_in_refused', subject)
    return { outcome: 'refused' }
  }
  await bringUpToDate(account.id)
  if (await isShutTo(account.id)) {
    await audit('sign_in_refused', subject)
    return { outcome: 'elsewhere' }
  }
  if (from.session) await endSession(from.session)
  const awaits = (await besidesPassword.all()[0]?.(account.id)) ?? null
  const session = await openSession(account.id, hours, awaits)
  if (awaits) return { outcome: 'half', session, awaits }
  return letIn(account, session, device)
}

/** Says in the audit that somebody came in. */
export async function letIn(
  account: Account,
  session: Session,
  device: Device | undefined,
): Promise<Welcome> {
  await actAs({ id: account.id, name: account.name, principals: [] }, () =>
    audit('sign_in', folded(account.login)),
  )
  return {
    outcome: 'welcome',
    session,
    isOutside: account.is_outside,
    device: async () => {
      if (!device) await tellNewDevice(account)
      return knowDevice(account.id, device)
    },
  }
}
