import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { giveTypes } from '#commons/advices'
import { items } from '#modules/deliberations'
import { conditions, laws } from './points.ts'
import { financialDirector } from './role.ts'

/** What a municipality starts with: the opinion of its financial director, by law above an amount, else on initiative. */
export async function provision(kind: string): Promise<void> {
  if (kind !== 'municipality') return
  const said = inItsLanguage(() => {
    const article = t('opinions.given.article')
    return {
      title: t('opinions.given.title'),
      given_text: t('opinions.given.asked', { article }),
      own_text: t('opinions.given.own', { article }),
      late_text: t('opinions.given.late', { article }),
    }
  })
  await giveTypes([
    {
      ...said,
      about: items.name,
      giver: financialDirector.principal,
      nature: 'automatic',
      condition: conditions.aboveThreshold,
      uninvited: true,
      law: laws.finance,
    },
  ])
}
