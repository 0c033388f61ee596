import { z } from 'zod'
import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import type { Reaction } from '#kernel/events'
import { eventNamed } from '#kernel/events'
import { t } from '#kernel/i18n'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'

const About = z.object({ name: z.string(), of: z.string() })

/** How it is said that somebody made themself more than they were, or an administrator of another. */
export const grantWords: NoticeWords = {
  type: eventNamed('people.office.give'),
  title: 'identity.grant.title',
  words: (about) => t('identity.grant.words', About.parse(about)),
}

const Given = z.looseObject({
  name: z.string(),
  of: z.string().default(''),
  what: z.string().default(''),
})

/**
 * What somebody gives themself, and who is made an administrator, is told to all other administrators, and stands in the audit:
 * an authority of one administrator could not wait for a second one, and nobody does it unseen.
 */
export const tellGrants: Reaction = async (events) => {
  for (const { subjectId, data } of events) {
    const { name, of, what } = Given.parse(data)
    const own = subjectId !== null && subjectId === actor().id
    if (!own && what !== `role:${administrator.name}`) continue
    await audit('rights_widened', `${of}: ${name}`)
    await tellPeople(
      grantWords.type,
      { principals: [administrator.principal], besides: [actor().id] },
      { href: `/people/${subjectId}` },
      { name, of },
    )
  }
}
