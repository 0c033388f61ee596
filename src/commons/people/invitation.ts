import { ensureProven, sendPasswordLink } from '#kernel/auth'
import { Conflict, ensure } from '#kernel/errors'
import { emitMany, event } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import { isMailRead } from '#kernel/mail'
import { knownPerson, nameOf } from './person.ts'

const invited = event('people.person.invite', { toDossier: false })

/**
 * Writes to somebody the link by which they give themselves a password. Throws `Conflict` where they have no account or
 * no address, or may not come in; `ProofNeeded`.
 */
export async function invite(id: string): Promise<void> {
  ensureProven()
  const person = await knownPerson(id, { lock: true })
  const name = nameOf(person)
  ensure(person.login, Conflict, 'people.invite_no_account', { name })
  ensure(person.email, Conflict, 'people.invite_no_address', { name })
  ensure(
    person.state === 'active' || person.state === 'leaving',
    Conflict,
    'people.invite_not_in',
    { name },
  )
  await sendPasswordLink(id, 'invitation')
  await noteInvited([id])
}

/** What is said of an invitation: where no mail leaves, that somebody has to hand over a link. */
export const invitedWords = (): MessageKey =>
  isMailRead() ? 'people.invited' : 'people.invited_kept'

/** Says in what was done about these that they were invited. */
export const noteInvited = (ids: readonly string[]): Promise<void> =>
  emitMany(
    invited,
    ids.map((subjectId) => ({ subjectId })),
  )
