import { t } from '#kernel/i18n'
import type { Condition } from './field.ts'
import type { Fields } from './fields.ts'

/** Nothing was answered; « no » and 0 are answers. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** Whether the answers are such that a condition holds. */
export function holds({ field, is }: Condition, answers: object): boolean {
  const answer: unknown = Reflect.get(answers, field)
  if (is === 'answered') return !isEmpty(answer)
  const given: unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.some((one) => is.some((value) => value === one))
}

/** Whether a field is asked for at all with these answers; not where the one it depends on is not. */
export function applies(fields: Fields, name: string, answers: object): boolean {
  const when = fields[name]?.shownWhen
  if (!when) return true
  return applies(fields, when.field, answers) && holds(when, answers)
}

/** « Nécessaire : « Santé » est répondu » in words: why an answer is asked for. */
export function inWords(fields: Fields, { field }: Condition): string {
  const label = fields[field]?.label
  return t('records.needed_when', { label: label ? t(label) : field })
}
