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

export { organs } from './organ.ts'
export { carryOut as importMeeting, preview as previewImport } from './plonemeeting/importing.ts'
export { type LabelChoices } from './plonemeeting/resolve.ts'
export { importText } from './plonemeeting/text.ts'

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
