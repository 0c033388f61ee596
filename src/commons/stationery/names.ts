import { locale, t } from '#kernel/i18n'
import type { Mergeable, Mergeables } from '#commons/documents'

/** A name as a list of them shows it, with what it stands for in words. */
export interface NamedPlace {
  /** `meeting.place` */
  code: string
  label: string
  /** What it is printed as, or how a list is gone through. */
  sort: Mergeable['sort']
}

/** All names that a template may use, in the order of their words below what they belong to. */
export function placesOf(
  known: Mergeables,
  before = '',
  within: readonly string[] = [],
): NamedPlace[] {
  const collator = new Intl.Collator(locale())
  return Object.entries(known)
    .map(([name, one]) => ({ name, one, label: t(one.label) }))
    .toSorted(
      (a, b) => Number('of' in a.one) - Number('of' in b.one) || collator.compare(a.label, b.label),
    )
    .flatMap(({ name, one, label }): NamedPlace[] => {
      const code = before + name
      const whole = [...within, label]
      const place = { code, label: whole.join(' › '), sort: one.sort }
      if (!('of' in one)) return [place]
      const inner = one.sort === 'list' ? `${singular(name)}.` : `${code}.`
      const own = one.sort === 'list' ? [place] : []
      return [...own, ...placesOf(one.of, inner, whole)]
    })
}

/** « points »: `point`, « signatories »: `signatory`, as the loop that is proposed calls each. */
export function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`
  return name.endsWith('s') ? name.slice(0, -1) : `one_${name}`
}
