import { fromAddress, whence } from '#kernel/audit'
import { type PasswordLink, sendPasswordLink } from '#kernel/auth'
import { mailServer } from '#kernel/mail'
import { inItsLanguage } from '#kernel/tenancy'
import { addPerson, administrator, agent, todayHere } from '#commons/directory'
import type { Identity } from './schema.ts'

/**
 * Enters the first administrator of the authority that is being opened, and invites them at one of its host names: where
 * no message reaches them, `sentTo` is null and the link is to be shown once.
 */
export async function admit(
  said: Pick<Identity, 'first_name' | 'last_name' | 'login' | 'email'>,
  host: string,
): Promise<PasswordLink> {
  const { first_name: firstName, last_name: lastName, login, email } = said
  const id = await addPerson({
    ...{
      civility: '',
      firstName,
      lastName,
      email,
      roles: [administrator, agent],
      since: todayHere(),
    },
    account: { login },
  })
  const invite = () => inItsLanguage(() => sendPasswordLink(id, 'invitation'))
  const { address, origin } = whence()
  const link = await (address !== undefined && origin
    ? fromAddress({ ...whence(), address, origin: originAt(host, origin) }, invite)
    : invite())
  return mailServer() ? link : { ...link, sentTo: null }
}

/** The address of another host name of this house, by the scheme and the port by which it is asked now. */
function originAt(host: string, origin: string): string {
  const url = new URL(origin)
  url.hostname = host
  return url.origin
}
