import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { accountNamed } from '#kernel/auth'
import { Conflict, ensure, Forbidden, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { removeKey } from '#kernel/passkeys'
import { confirmTotp, hasTotp, removeTotp, renewRecoveryCodes } from '#kernel/second-factor'
import { isNeededOf } from './second.ts'

/** The account of the one who acts. Throws `NotFound` where there is none. */
export async function me() {
  const account = await accountNamed(actor().id ?? '')
  if (!account) throw new NotFound()
  return account
}

/**
 * The codes of a telephone are asked for from now on, where this is one of them. Gives the codes that help without it, this
 * once; nothing where the code is wrong. Throws `Conflict` where they are asked for already.
 */
export async function confirmTelephone(code: string): Promise<string[] | undefined> {
  const { id, login } = await me()
  ensure(!(await hasTotp(id)), Conflict, 'identity.second.on_already')
  if (!(await confirmTotp(id, code))) return undefined
  await audit('second_factor', `begun ${login}`)
  return renewCodes()
}

/** Other codes that help without the telephone, this once; those before are good no more. Throws `NotFound`. */
export async function renewCodes(): Promise<string[]> {
  const { id, login } = await me()
  if (!(await hasTotp(id))) throw new NotFound()
  const codes = await renewRecoveryCodes(id)
  await audit('recovery_codes', login)
  return codes
}

/** The codes of a telephone are asked for no more. Throws `Forbidden` where the authority asks for them. */
export async function removeTelephone(): Promise<void> {
  const { id, login } = await me()
  if (await isNeededOf(id)) throw new Forbidden('identity.second.cannot_remove')
  if (await removeTotp(id)) await audit('second_factor_removed', login)
}

/** Takes away one of one’s own passkeys; gives its name. Throws `NotFound`. */
export async function removeOwnKey(which: string): Promise<string> {
  const { id, login } = await me()
  const name = isId(which) ? await removeKey(id, which) : undefined
  if (name === undefined) throw new NotFound()
  await audit('passkey_removed', login)
  return name
}
