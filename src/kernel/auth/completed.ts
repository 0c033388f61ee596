import { accountNamed } from './account.ts'
import { deviceOf } from './device.ts'
import { isShutTo } from './local.ts'
import { completeSession, endSession, halfSession, openWhole } from './session.ts'
import { letIn, type TriedFrom, type Welcome } from './sign-in.ts'
import { bringUpToDate } from './standing.ts'

/** What was asked besides the password is done: whoever has the half session comes in. */
export async function completeSignIn(
  token: string,
  deviceToken: string | undefined,
): Promise<Welcome | undefined> {
  const half = await halfSession(token)
  const account = half && (await accountNamed(half.accountId))
  const session = account && (await completeSession(token))
  if (!account || !session) return undefined
  const known = await deviceOf(deviceToken)
  return letIn(account, session, known?.account === account.id ? known : undefined)
}

/**
 * Whoever was recognised otherwise than by a password comes in: nothing is asked besides. By what the house keeps itself,
 * nobody to whom that is shut; nobody whose account is disabled.
 */
export async function comeInBy(
  accountId: string,
  from: TriedFrom,
  by: 'house' | 'provider' = 'house',
): Promise<Welcome | undefined> {
  const account = await accountNamed(accountId)
  if (!account) return undefined
  await bringUpToDate(account.id)
  if (by === 'house' && (await isShutTo(account.id))) return undefined
  if (from.session) await endSession(from.session)
  const known = await deviceOf(from.device)
  return letIn(
    account,
    await openWhole(account.id),
    known?.account === account.id ? known : undefined,
  )
}
