import { t } from '#kernel/i18n'
import type { Condition } from '#kernel/ui'
import type { Fields } from './fields.ts'

/** « Nécessaire : « Santé » est répondu » in words: why an answer is asked for. */
export function inWords(fields: Fields, { field }: Condition): string {
  const label = fields[field]?.label
  return t('records.needed_when', { label: label ? t(label) : field })
}
