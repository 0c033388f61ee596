import { t } from '#kernel/i18n'
import type { FirstStep } from '#commons/beginning'
import { inWords, standings } from './publishing.ts'
import { titleOf } from './published.ts'

/** Citizens are told who publishes, how accessible it is, and what becomes of their data. */
export const statementStep: FirstStep = {
  name: 'statements.published',
  title: 'statements.title',
  async lacks() {
    return (await standings()).flatMap(({ name, state, missing }) => {
      const of = t(titleOf(name))
      if (state === 'current' || state === 'changed') return []
      const sentence =
        state === 'ready'
          ? t('statements.step.ready', { of })
          : t('statements.step.lacks', { of, what: inWords(missing) })
      return { sentence, href: '/statements' }
    })
  },
}
