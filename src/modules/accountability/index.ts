import { publishers } from '#commons/publication'
import { fill, type Module } from '#kernel/module'
import { publicLinks } from '#kernel/pages'
import { planTabs } from '#modules/strategy'
import { onDecision } from './council.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { open } from './public/routes.tsx'
import { planCopies } from './publish.ts'

/** What a plan gives account of: frozen versions, their way to the council, reports, the citizen page. */
export const accountability: Module = {
  name: 'accountability',
  floor: 'modules',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'indicators',
    'publication',
    'strategy',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  public: open,
  fills: [
    fill(publishers, planCopies),
    fill(publicLinks, { label: 'accountability.public.link', href: '/pst' }),
    fill(planTabs, {
      name: 'publication',
      label: 'accountability.publication.tab',
      permission: 'accountability.publish',
    }),
  ],
  reactions: {
    'deliberations.item.accept': onDecision,
    'deliberations.item.accept_modified': onDecision,
    'deliberations.item.refuse': onDecision,
    'deliberations.item.delay': onDecision,
    'deliberations.item.remove': onDecision,
  },
}
