import { t } from '#kernel/i18n'
import { kinds } from '#commons/dossiers'
import { type Keeping, type Retention, retentions } from '#commons/holdings'
import { kindName } from '#commons/workflow'

/** What is wrong with what was said: kinds that are kept without a word, or under two rules. */
export function checkRetentions(
  declared: readonly Retention[],
  known: readonly { name: string }[],
): string[] {
  const named = declared.flatMap(({ of }) => ('kind' in of ? [of.kind] : []))
  const times = (name: string) => named.filter((one) => one === name).length
  return known.flatMap(({ name }) => {
    if (times(name) === 1) return []
    return [`How long dossiers of the kind ${name} are kept is said ${times(name)} times`]
  })
}

/** The check of a house that stands. */
export const checkHouse = () => checkRetentions(retentions.every(), kinds.every())

/** What it is, in words. */
export const nameOf = ({ of }: Retention): string =>
  'kind' in of ? kindName(of.kind) : t(of.words)

/** « 180 jours après la lecture » */
export function keepingInWords(keep: Keeping): string {
  if (keep === 'always') return t('retention.always')
  if (keep === 'with_dossier') return t('retention.with_dossier')
  return t('retention.after', { period: periodInWords(keep.period), what: t(keep.after) })
}

/** « Adresse (10 ans) », of each field that says how long it is to be kept itself. */
export const fieldsInWords = ({ fields = [] }: Retention): string[] =>
  fields.map(({ label, period }) =>
    t('retention.field', { label: t(label), period: periodInWords(period) }),
  )

/** « 1 an 6 mois » */
function periodInWords(iso: string): string {
  const { years, months, days } = Temporal.Duration.from(iso)
  const period = [
    years > 0 && t('retention.years', { count: years }),
    months > 0 && t('retention.months', { count: months }),
    days > 0 && t('retention.days', { count: days }),
  ]
  return period.filter(Boolean).join(' ')
}
