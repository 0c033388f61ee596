import { t } from '#kernel/i18n'
import { allActions, type AuditLine } from './lines.ts'

/** What was done, in words. One that an older version wrote keeps its name. */
export function actionInWords(action: string): string {
  const known = allActions.find((one) => one === action)
  return known ? t(`journal.action.${known}`) : action
}

/** Who did it, and whom they were seeing the house as. */
export const whoInWords = ({ actor_name, seen_as_name }: AuditLine): string =>
  withPseudonyms(
    seen_as_name === null
      ? actor_name || t('journal.nobody')
      : t('journal.seen_as', { who: actor_name, as: seen_as_name }),
  )

/** Of who was erased, lines say a pseudonym. */
export const withPseudonyms = (said: string): string =>
  said.replaceAll(/erased:([\da-f]{8})/g, (_, code: string) => t('journal.erased', { code }))
