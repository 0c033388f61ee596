import { t } from '#kernel/i18n'
import { type Processing, processings, type Retention, retentions } from '#commons/holdings'
import { keepingInWords, nameOf } from '#commons/retention'
import { settled } from '#commons/settings'
import { controller, officer, security, transfers } from './settings.ts'

/** A processing activity (activité de traitement) as the register says it. GDPR art. 30 § 1. */
export interface Activity {
  title: string
  purpose: string
  basis: string
  persons: string
  /** What of persons, by what it stands in. */
  data: string
  recipients: string
  /** How long, by what it is. */
  kept: string
}

/** By what a processing names something that is held: the name of a kind, or its words. */
export const heldName = ({ of }: Retention): string => ('kind' in of ? of.kind : of.words)

/** What is wrong with what was declared: something of persons that no processing covers, or two do, or that is nothing. */
export function checkProcessings(
  declared: readonly Processing[],
  held: readonly Retention[],
): string[] {
  const covered = declared.flatMap(({ of }) => of)
  const known = new Set(held.map(heldName))
  return [
    ...held
      .filter(({ personal = [] }) => personal.length > 0)
      .map(heldName)
      .filter((name) => covered.filter((one) => one === name).length !== 1)
      .map((name) => `${name} holds what is said of persons: one processing is to cover it`),
    ...covered
      .filter((name) => !known.has(name))
      .map((name) => `A processing covers ${name}, which nobody holds`),
  ]
}

const told = (one: Processing, held: readonly Retention[]): Activity => {
  const own = held.filter((kept) => one.of.includes(heldName(kept)))
  return {
    title: t(one.title),
    purpose: t(one.purpose),
    basis: t('privacy.basis_by', { basis: t(`privacy.basis.${one.basis}`), law: t(one.law) }),
    persons: one.persons.map((key) => t(key)).join(', '),
    data: own
      .map((kept) => {
        const what = [...new Set((kept.personal ?? []).map((key) => t(key)))].join(', ')
        return t('privacy.of', { what: nameOf(kept), list: what })
      })
      .join('\n'),
    recipients: one.recipients.map((key) => t(key)).join(', '),
    kept: own
      .map((kept) => t('privacy.of', { what: nameOf(kept), list: keepingInWords(kept.keep) }))
      .join('\n'),
  }
}

/** The activities that cover these things that are held, those of trades that are off too: their rows are there. */
export const activitiesOf = (names: readonly string[]): Activity[] =>
  processings
    .every()
    .filter(({ of }) => of.some((one) => names.includes(one)))
    .map((one) =>
      told(
        one,
        retentions.every().filter((kept) => names.includes(heldName(kept))),
      ),
    )

/** The activities of what the authority has on, in the order of their names. */
export function activities(): Activity[] {
  const held = retentions.all()
  return processings
    .all()
    .map((one) => told(one, held))
    .toSorted((a, b) => a.title.localeCompare(b.title))
}

/** What the authority says of itself in the register. */
export async function ofAuthority() {
  return {
    controller: await settled(controller),
    officer: await settled(officer),
    transfers: await settled(transfers),
    security: await settled(security),
  }
}
