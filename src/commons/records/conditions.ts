import { t } from '#kernel/i18n'
import type { Condition } from '#kernel/ui'
import type { Fields } from './fields.ts'

/** « Nécessaire : « Santé » est répondu » in words: why an answer is asked for. */
export function inWords(fields: Fields, { field }: Condition): string {
  const label = fields[field]?.label
  return t('records.needed_when', { label: label ? t(label) : field })
}

/** The same condition as it is met by what is typed: bounds of an amount are cents, and it is typed in euros. */
export function asTyped(fields: Fields, condition: Condition | undefined): Condition | undefined {
  if (!condition || 'is' in condition || !fields[condition.field]?.amount) return condition
  const { field, from, until } = condition
  return {
    field,
    ...(from !== undefined && { from: Number(from) / 100 }),
    ...(until !== undefined && { until: Number(until) / 100 }),
  }
}
