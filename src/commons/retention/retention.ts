import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { kinds } from '#commons/dossiers'
import type { Field } from '#commons/records'
import { kindName } from '#commons/workflow'

/** Without end, or how long after what, as a period of ISO 8601 in days, months or years: `P180D`. */
export type Keeping = 'always' | { readonly period: string; readonly after: MessageKey }

/** How long something is kept (conservation), and why: said by the folder whose rows they are. */
export interface Retention {
  /** A kind of dossiers, by its name; or what it is in words. */
  readonly of: { readonly kind: string } | { readonly words: MessageKey }
  readonly keep: Keeping
  /** The text that says so, or the reason. */
  readonly because: MessageKey
  /** Somebody has compared it with its source. */
  readonly verified: boolean
  /** What is said of persons in it (données à caractère personnel), by the labels of the fields. */
  readonly personal?: readonly MessageKey[]
}

/** How long what this house holds is kept, filled by the modules: every kind of dossiers once. */
export const retentions = slot<Retention>('retentions')

/** How long dossiers of a kind are kept; what their fields mark as personal is said with it. */
export const retained = (
  kind: { readonly name: string },
  fields: Readonly<Record<string, Pick<Field<unknown>, 'label' | 'personal'>>>,
  rest: Pick<Retention, 'keep' | 'because' | 'verified'>,
): Retention => ({
  of: { kind: kind.name },
  personal: Object.values(fields).flatMap(({ personal, label }) => (personal ? [label] : [])),
  ...rest,
})

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
  const { years, months, days } = Temporal.Duration.from(keep.period)
  const period = [
    years > 0 && t('retention.years', { count: years }),
    months > 0 && t('retention.months', { count: months }),
    days > 0 && t('retention.days', { count: days }),
  ]
  return t('retention.after', { period: period.filter(Boolean).join(' '), what: t(keep.after) })
}
