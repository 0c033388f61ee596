import { t } from '#kernel/i18n'
import { explain, type Reckoning } from '#commons/clock'
import type { LegalRule } from './rule.ts'

/** The article of a rule, and whether somebody checked it against the text of the law. */
export function cite({ article, verified }: LegalRule): string {
  return verified ? article : t('law.unverified', { article })
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
