import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { event, type Event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { organ } from '#commons/organs'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { meetingsNaming, publicRuleOf, rulesWith, whoPublishes } from '#modules/publications'

const tells = event('publicity.names.remain')

const About = z.object({ organ: z.string(), count: z.int(), meetings: z.string() })

/** How it is said that copies go on naming who voted what. */
export const showsNames: NoticeWords = {
  type: tells,
  title: 'publicity.names',
  words: (about) => t('publicity.names.still', About.parse(about)),
}

/** How many meetings a notice names. */
const mostNamed = 5

/**
 * An organ shows no more who voted what: those who publish are told which of its public meetings still say so. Publishing one anew takes
 * its older copies away too.
 */
export async function followNames(events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
  for (const { organ_id } of await actAs(system, () => rulesWith(ids))) {
    if ((await publicRuleOf(organ_id)).names) continue
    const { name } = await organ(organ_id)
    const titles = await meetingsNaming(name)
    if (titles.length === 0) continue
    const meetings = titles.slice(0, mostNamed).join(' · ')
    await tellPeople(
      tells,
      { principals: whoPublishes.map(({ principal }) => principal) },
      { href: '/deliberations' },
      { organ: name, count: titles.length, meetings },
    )
  }
}
