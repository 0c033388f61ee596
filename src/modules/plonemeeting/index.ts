import { permission } from '#kernel/access'
import { helpTasks } from '#commons/help'
import { keepings } from '#commons/trades'
import { fill, type Module } from '#kernel/module'
import { db } from '#kernel/db'
import { seals } from '#commons/dossiers'
import { goesWith } from '#commons/holdings'
import { besideDossiers } from '#commons/workflow'
import { deliberationTabs, keptPoints, recordGuards } from '#modules/deliberations'
import { HeldElsewhere } from './held.tsx'
import { heldElsewhere, sealedObstacle } from './past.ts'
import { api } from './api.ts'
import './locales/index.ts'
import { elsewhere } from '#commons/imports'
import { source } from './known.ts'
import { countRemembered, remembered } from './mapping.ts'
import { pages } from './pages/import.tsx'
import { permissions } from './permissions.ts'

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
    'holdings',
    'imports',
    'ordering',
    'organs',
    'plone',
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
    fill(elsewhere, {
      source,
      tokens: async () => {
        const { category, service } = await remembered()
        return new Map([...category, ...service])
      },
    }),
    fill(seals, heldElsewhere),
    fill(recordGuards, sealedObstacle),
    fill(keptPoints, sealedObstacle),
    fill(besideDossiers, HeldElsewhere),
    fill(goesWith, (ids) =>
      db()
        .deleteFrom('plonemeeting.past')
        .where('dossier_id', 'in', [...ids])
        .execute(),
    ),
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
