import { permission } from '#kernel/access'
import { helpTasks } from '#commons/help'
import { keepings } from '#commons/trades'
import { fill, type Module } from '#kernel/module'
import { deliberationTabs } from '#modules/deliberations'
import { api } from './api.ts'
import './locales/index.ts'
import { countRemembered } from './mapping.ts'
import { pages } from './pages/import.tsx'
import { permissions } from './permissions.ts'

export { source as importSource } from './known.ts'
export { remembered } from './mapping.ts'
export { carryOut as importMeeting, preview as previewImport, uploadOf } from './importing.ts'
export { type LabelChoices } from './resolve.ts'
export { importText } from './text.ts'

/** The import of meetings from PloneMeeting (iA.Délib). */
export const plonemeeting: Module = {
  name: 'plonemeeting',
  floor: 'modules',
  nature: 'trade',
  title: 'plonemeeting.trade',
  brings: 'plonemeeting.brings',
  needs: [
    'annexes',
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'exports',
    'help',
    'imports',
    'ordering',
    'organs',
    'trades',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  fills: [
    fill(helpTasks, {
      ...{
        of: 'plonemeeting',
        title: 'plonemeeting.task.import',
        steps: 'plonemeeting.task.import.steps',
      },
      ...{ href: '/deliberations/import', permission: permission('plonemeeting.import') },
    }),
    fill(keepings, {
      trade: 'plonemeeting',
      kept: [{ count: countRemembered, said: 'plonemeeting.kept' }],
      stops: 'plonemeeting.stops',
    }),
    fill(deliberationTabs.others, {
      label: 'plonemeeting.tab',
      href: '/deliberations/import',
      permission: permission('plonemeeting.import'),
    }),
  ],
}
