import { z } from 'zod'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import type { Infected } from '#commons/annexes'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'

/** The virus scanner found something in a file that stood already. */
const found = event('background.infected.find')
const About = z.object({ title: z.string(), found: z.string() })

export const infected: NoticeWords = {
  type: found,
  title: 'background.infected',
  words: (about) => t('background.infected_told', About.parse(about)),
}

/** Tells who wrote the dossier, and the administrators. */
export async function tellOfInfected(one: Infected): Promise<void> {
  const { author, dossierId, title, found: name } = one
  const principals = [administrator.principal, ...(author ? [`user:${author}`] : [])]
  await tellPeople(found, { principals }, { dossierId }, { title, found: name })
}
