import { type Language, language, t } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'

/** The words that `templates/act.typ` prints on every document, in `data.labels`. */
export interface HouseLabels {
  /** What the arms are, for those who do not see them: « Armoiries de la Commune de Beauval ». */
  arms: string
  /** « Page {page} de {pages} » */
  page: string
  /** « Établi le {when} » */
  made: string
  /** In which they are: a text that is kept is printed in the language in which it was written. */
  language?: Language
}

/** The words of the house on the paper of the current authority, in the current language. */
export const houseLabels = (): HouseLabels => ({
  arms: tenant().armsAlt || t('documents.print.arms', { authority: tenant().name }),
  page: t('documents.print.page', { page: '{page}', pages: '{pages}' }),
  made: t('documents.print.made', { when: '{when}' }),
  language: language(),
})
