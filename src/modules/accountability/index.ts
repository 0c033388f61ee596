import { helpTasks } from '#commons/help'
import { keepings, tradeFits } from '#commons/trades'
import { countMade, templates } from '#commons/documents'
import { countPublished, publishers } from '#commons/publication'
import { laws } from '#commons/law'
import { dueReasons } from '#commons/tasks'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { guides, publicLinks } from '#kernel/pages'
import { planTabs } from '#modules/strategy'
import { annexVersion } from './annex.ts'
import { api } from './api.ts'
import { reactions } from './council.ts'
import { planDue } from './due.ts'
import { councilLaw } from './law/council.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { PosterGuide } from './pages/poster-guide.tsx'
import { permissions } from './permissions.ts'
import { publishedPlans } from './public/published.ts'
import { open } from './public/routes.tsx'
import { planCopies } from './publish.ts'
import { countVersions } from './version.ts'
import { reportTabs, reportTemplates } from './reports.ts'
import { seeds } from './seeds.ts'

/** What a plan gives account of: frozen versions, their way to the council, reports, the citizen page. */
export const accountability: Module = {
  name: 'accountability',
  floor: 'modules',
  nature: 'trade',
  title: 'accountability.trade',
  brings: 'accountability.brings',
  needs: [
    'annexes',
    'budgets',
    'clock',
    'deliberations',
    'directory',
    'documents',
    'dossiers',
    'exports',
    'help',
    'indicators',
    'law',
    'organs',
    'publication',
    'records',
    'strategy',
    'tasks',
    'trades',
    'views',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  public: open,
  seeds,
  tasks: [annexVersion],
  fills: [
    fill(
      helpTasks,
      {
        ...{
          of: 'accountability',
          title: 'accountability.task.freeze',
          steps: 'accountability.task.freeze.steps',
        },
        ...{ href: '/pst', permission: permission('accountability.run') },
      },
      {
        ...{
          of: 'accountability',
          title: 'accountability.task.publish',
          steps: 'accountability.task.publish.steps',
        },
        ...{ href: '/pst', permission: permission('accountability.publish') },
      },
    ),
    fill(tradeFits, {
      ...{ trade: 'accountability', otherwise: 'accountability.unfit' },
      kinds: ['municipality', 'cpas'],
    }),
    fill(laws, ...councilLaw),
    fill(publishers, planCopies),
    fill(keepings, {
      trade: 'accountability',
      kept: [
        { count: countVersions, said: 'accountability.kept.versions' },
        { count: () => countPublished(planCopies), said: 'accountability.kept.published' },
        { count: () => countMade(reportTemplates), said: 'accountability.kept.documents' },
      ],
      stops: 'accountability.stops',
    }),
    fill(dueReasons, planDue),
    fill(guides, PosterGuide),
    fill(publicLinks, {
      label: 'accountability.public.link',
      href: '/pst',
      published: publishedPlans,
    }),
    fill(templates, ...reportTemplates),
    fill(
      planTabs,
      ...reportTabs,
      {
        name: 'versions',
        label: 'accountability.tab.versions',
        permission: permission('accountability.read'),
        position: 70,
      },
      {
        name: 'publication',
        label: 'accountability.publication.tab',
        permission: permission('accountability.publish'),
        position: 80,
      },
    ),
  ],
  reactions,
}
