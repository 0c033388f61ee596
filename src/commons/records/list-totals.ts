import { t } from '#kernel/i18n'
import type { Totals } from './list.ts'
import type { ListedFields } from './listed.tsx'
import type { RecordList } from './record-list.ts'

/** « 47 marchés », their sums, how many are late. */
export async function totalsInWords(
  { words, sums = [] }: RecordList,
  listed: ListedFields,
  { count, most, more, sums: added, late }: Totals,
): Promise<string[]> {
  if (more) return [t('records.more_than', { count: most })]
  const inWords = await Promise.all(
    sums.map(async (name) => {
      const field = listed[name]
      const show = await field?.shown([added[name] ?? 0])
      return `${field ? t(field.label) : name}\u00A0: ${String(show?.(added[name] ?? 0))}`
    }),
  )
  return [
    t(words.count, { count }),
    ...inWords,
    ...(late > 0 ? [t('records.late', { count: late })] : []),
  ]
}
