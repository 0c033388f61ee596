import { t } from '#kernel/i18n'
import { mostCounted, type Totals } from './list.ts'
import type { ListedFields } from './listed.tsx'
import type { RecordList } from './record-list.ts'

/** « 47 marchés », their sums, how many are late. */
export async function totalsInWords(
  { words, sums = [] }: RecordList,
  listed: ListedFields,
  { count, more, sums: added, late }: Totals,
): Promise<string[]> {
  if (more) return [t('records.more_than', { count: mostCounted })]
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
