import { t } from '#kernel/i18n'
import { explain, type Reckoning } from '#commons/clock'
import type { LegalRule } from './rule.ts'

/** An article as it is printed: « § 1er » stays on one line. */
export const printed = (article: string): string =>
  article.replaceAll(/(§§?|n°|art\.) (?=\S)/gi, '$1\u00A0')

/** The article of a rule, and whether somebody checked it against the text of the law. */
export function cite({ article, verified }: LegalRule): string {
  return verified ? printed(article) : t('law.unverified', { article: printed(article) })
}

/** The same in what leaves the house: whoever reads it has nobody to ask whether we verified it, and is told what is to be confirmed. */
export function citeOpenly({ article, verified }: LegalRule): string {
  return verified ? printed(article) : t('law.to_be_confirmed', { article: printed(article) })
}

/** The article that a date follows; unfolded, how the date is reckoned. */
export function Citation({ rule, reckoning }: { rule: LegalRule; reckoning: Reckoning }) {
  return (
    <details>
      <summary>{cite(rule)}</summary>
      {explain(reckoning)}
    </details>
  )
}
