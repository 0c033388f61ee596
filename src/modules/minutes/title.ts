import { t } from '#kernel/i18n'
import type { Seat } from '#commons/organs'

type Titled = Pick<Seat, 'civility' | 'title'>

/** « La Bourgmestre, », « L’Échevine, » above a signature; nothing of who sits without a title. */
export function elided({ civility, title }: Titled): string {
  if (!title || !civility) return title && `${title},`
  return t(`minutes.signs.${civility}`, { title, elided: String(isElided(title)) })
}

const isElided = (title: string) => /^[aeiouy]/i.test(title.normalize('NFD'))
