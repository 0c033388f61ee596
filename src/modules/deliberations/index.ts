import { principalSources } from '#commons/directory'
import { templates } from '#commons/documents'
import { kinds } from '#commons/dossiers'
import { workflows } from '#commons/workflow'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { documentTemplates } from './documents/compose.ts'
import { items } from './item.ts'
import './locales/index.ts'
import { meetings } from './meeting.ts'
import { organPrincipals } from './organ.ts'
import { api } from './api/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { provision } from './provision.ts'
import { seeds } from './seeds.ts'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

export { addCategory, categories } from './category.ts'
export { items } from './item.ts'
export { meetingPath, meetings, meetsAt } from './meeting.ts'
export { type Organ, organs } from './organ.ts'
export { TradeTabs, tradeTabs } from './pages/frame.tsx'
export { type ForeignItem, lastPosition, takeOverItems, takeOverMeeting } from './take-over.ts'

/** Decisions of organs: points, agendas, meetings, votes, minutes. */
export const deliberations: Module = {
  name: 'deliberations',
  floor: 'modules',
  needs: ['annexes', 'clock', 'directory', 'documents', 'dossiers', 'workflow'],
  permissions,
  pages,
  api,
  provision,
  seeds,
  fills: [
    fill(kinds, items, meetings),
    fill(workflows, itemWorkflow, meetingWorkflow),
    fill(principalSources, organPrincipals),
    fill(templates, ...documentTemplates),
    fill(navigation, {
      section: 'trades',
      label: 'deliberations.title',
      href: '/deliberations',
      icon: 'gavel',
      permission: 'deliberations.read',
      kinds: ['deliberations.item', 'deliberations.meeting'],
    }),
  ],
}
