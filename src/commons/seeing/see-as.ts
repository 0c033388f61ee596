import { actor } from '#kernel/access'
import { bearsOf, seeAs } from '#kernel/auth'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { knownPerson, nameOf } from '#commons/people'

const seen = event('seeing.person.see')

/**
 * An administrator sees the house as somebody else does, for a quarter of an hour (voir comme); that person is told, with the
 * reason. Throws `Conflict` where they may not come in, administer the authority themselves, or are the one who asks; `ProofNeeded`.
 */
export async function seeAsPerson(
  token: string,
  id: string,
  reason: string,
): Promise<{ until: Temporal.Instant }> {
  const person = await knownPerson(id)
  const name = nameOf(person)
  ensure(actor().id !== id, Conflict, 'seeing.oneself')
  ensure(
    person.login && (person.state === 'active' || person.state === 'leaving'),
    Conflict,
    'seeing.not_in',
    { name },
  )
  const isAdministrator = (await bearsOf(id)).includes(administrator.principal)
  ensure(!isAdministrator, Conflict, 'seeing.administrator', { name })
  const until = await seeAs(token, { id, login: person.login, reason })
  if (!until) throw new NotFound()
  await tellPeople(seen, { principals: [`user:${id}`] }, { href: '/notices' }, { reason })
  return { until }
}

/** How it is said to whom somebody saw the house as. */
export const seenWords: NoticeWords = {
  type: seen,
  title: 'seeing.notice',
  words: (about) => t('seeing.told', { reason: reasonIn(about) }),
}

const reasonIn = (about: unknown) =>
  typeof about === 'object' && about !== null && 'reason' in about ? String(about.reason) : ''
