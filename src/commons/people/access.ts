import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { ensureProven, type PasswordLink, sendPasswordLink } from '#kernel/auth'
import { Conflict, ensure } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { mailServer, send } from '#kernel/mail'
import { passkeysOf, removeKeys } from '#kernel/passkeys'
import { hasTotp, removeTotp } from '#kernel/second-factor'
import { tenant } from '#kernel/tenancy'
import { knownPerson, nameOf } from './person.ts'

const resetBy = event('people.access.reset', { toDossier: false })
const unsecured = event('people.access.unsecure', { toDossier: false })

/**
 * Writes to somebody the link by which they choose another password; where no message reaches them, `sentTo` is null and
 * the link is to be shown once. Throws `Conflict` where they have no account, or may not come in; `ProofNeeded`.
 */
export async function resetAccess(id: string): Promise<PasswordLink> {
  ensureProven()
  const person = await knownPerson(id, { lock: true })
  const name = nameOf(person)
  ensure(person.login, Conflict, 'people.invite_no_account', { name })
  ensure(
    person.state === 'active' || person.state === 'leaving',
    Conflict,
    'people.invite_not_in',
    { name },
  )
  await emit(resetBy, id)
  const link = await sendPasswordLink(id, 'reset')
  return mailServer() ? link : { ...link, sentTo: null }
}

/** Whether somebody is asked for more than a password, or comes in without one. */
export const hasSecondFactor = async (id: string): Promise<boolean> =>
  (await hasTotp(id)) || (await passkeysOf(id)).length > 0

/**
 * Takes the codes of the telephone and the keys of somebody away, who lost them: their password alone lets them in. They are
 * told by mail. Throws `Conflict` where there is nothing, or it is oneself, who does so under one's own safety; `ProofNeeded`.
 */
export async function removeSecondFactor(id: string): Promise<void> {
  ensureProven()
  const person = await knownPerson(id, { lock: true })
  const name = nameOf(person)
  ensure(actor().id !== id, Conflict, 'people.second_own')
  const codes = await removeTotp(id)
  const keys = await removeKeys(id)
  ensure(codes || keys, Conflict, 'people.second_none', { name })
  await emit(unsecured, id)
  if (codes) await audit('second_factor_removed', person.login)
  if (keys) await audit('passkey_removed', person.login)
  if (!person.email) return
  const authority = tenant().shortName
  await send({
    to: { address: person.email, name },
    subject: t('people.second_letter.subject', { authority }),
    text: t('people.second_letter.text', { name, authority, by: actor().name }),
  })
}
