import { t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import type { Organ, Seat } from './organ.ts'

type Titled = Pick<Seat, 'civility' | 'title'>

/** « La Bourgmestre, », « L’Échevine, » above a signature; nothing of who sits without a title. */
export function signsAs({ civility, title }: Titled): string {
  if (!title || !civility) return title && `${title},`
  return t(`organs.signs.${civility}`, { title, elided: String(isElided(title)) })
}

const isElided = (title: string) => /^[aeiouy]/i.test(title.normalize('NFD'))

/** An organ within a sentence of an act, as its subject: « le Conseil communal ». */
export const withinSentence = ({ speaks_as }: Pick<Organ, 'speaks_as'>): string =>
  speaks_as.charAt(0).toLocaleLowerCase(itsLanguage()) + speaks_as.slice(1)

/** An organ within a sentence of an act, after a preposition: « par le Conseil communal », « für den Gemeinderat ». */
export function afterPreposition(organ: Pick<Organ, 'speaks_as'>): string {
  const within = withinSentence(organ)
  return itsLanguage() === 'de' ? within.replace(/^der /, 'den ') : within
}
