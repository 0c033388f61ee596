import { formatDate, t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import type { Plan } from '#modules/strategy'
import type { AskedOfCouncil } from './ruled.ts'
import type { Purpose } from './tables.ts'
import type { Version } from './version.ts'

/** How the plan calls a point of its own: that of the item is for those who read it. */
export const titleOf = ({ title: plan }: Plan, purpose: Purpose): string =>
  inItsLanguage(() => t(`accountability.council.title.${purpose}`, { plan }))

/** What the point of a version says: what the law of its council asks of it, in the words of that law. */
export function wordsOf(
  plan: Plan,
  version: Version,
  organ: string,
  { act, presentedBy, cited, publication }: AskedOfCouncil,
): { title: string; motivation: string; decision: string } {
  const { purpose } = version
  const params = { plan: plan.title, date: formatDate(version.frozen_on), hash: version.hash }
  const by = presentedBy ?? 'nobody'
  const decided =
    purpose === 'presentation' || purpose === 'update' ? (`${act}.${purpose}` as const) : purpose
  const then =
    purpose === 'presentation' && publication
      ? ` ${t('accountability.council.then', { article: publication })}`
      : ''
  return {
    title: titleOf(plan, purpose),
    motivation: [
      cited && `<p>${t('accountability.council.law', { law: cited })}</p>`,
      `<p>${t(`accountability.council.ground.${purpose}`, { ...params, by })}</p>`,
      `<p>${t('accountability.council.print', params)}</p>`,
      version.report && `<p>${t('accountability.council.report')}</p>${version.report}`,
    ]
      .filter(Boolean)
      .join(''),
    decision: `<p>${t(`accountability.council.decision.${decided}`, { ...params, organ })}${then}</p>`,
  }
}
