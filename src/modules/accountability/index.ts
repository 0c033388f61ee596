import { templates } from '#commons/documents'
import { fill, type Module } from '#kernel/module'
import { planTabs } from '#modules/strategy'
import { onDecision } from './council.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { reportTabs, reportTemplates } from './reports.ts'

/** What a plan gives account of: frozen versions, their way to the council, reports, the citizen page. */
export const accountability: Module = {
  name: 'accountability',
  floor: 'modules',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'documents',
    'dossiers',
    'indicators',
    'strategy',
    'vocabularies',
    'workflow',
  ],
  pages,
  fills: [fill(templates, ...reportTemplates), fill(planTabs, ...reportTabs)],
  reactions: {
    'deliberations.item.accept': onDecision,
    'deliberations.item.accept_modified': onDecision,
    'deliberations.item.refuse': onDecision,
    'deliberations.item.delay': onDecision,
    'deliberations.item.remove': onDecision,
  },
}
