import { helpTasks } from '#commons/help'
import { keepings, tradeFits } from '#commons/trades'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { elementCards, planListActions, planTabs } from '#modules/strategy'
import { api } from './api.ts'
import { countArticles, countProjections } from './kept.ts'
import './locales/index.ts'
import { AccountCard } from './pages/account-card.tsx'
import { ExchangeLink, pages } from './pages/exchange.tsx'
import { permissions } from './permissions.ts'

/** The exchange of strategic plans with the accounting software eComptes, format 201805V1. */
export const ecomptes: Module = {
  name: 'ecomptes',
  floor: 'modules',
  nature: 'trade',
  title: 'ecomptes.title',
  brings: 'ecomptes.brings',
  needs: [
    'annexes',
    'clock',
    'directory',
    'dossiers',
    'help',
    'imports',
    'strategy',
    'trades',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  fills: [
    fill(helpTasks, {
      ...{ of: 'ecomptes', title: 'ecomptes.task.exchange', steps: 'ecomptes.task.exchange.steps' },
      ...{ href: '/pst', permission: permission('ecomptes.exchange') },
    }),
    fill(tradeFits, {
      ...{ trade: 'ecomptes', otherwise: 'ecomptes.unfit' },
      kinds: ['municipality', 'cpas'],
    }),
    fill(keepings, {
      trade: 'ecomptes',
      kept: [
        { count: countArticles, said: 'ecomptes.kept.articles' },
        { count: countProjections, said: 'ecomptes.kept.projections' },
      ],
      stops: 'ecomptes.stops',
    }),
    fill(elementCards, (element) => AccountCard({ element })),
    fill(planListActions, ExchangeLink),
    fill(planTabs, {
      name: 'ecomptes',
      label: 'ecomptes.tab',
      permission: permission('ecomptes.exchange'),
    }),
  ],
}
