import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { levelling, secretariat } from '#modules/deliberations'
import { api } from './api.ts'
import { levels } from './levelling.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { seeds } from './seeds.ts'
import './tables.ts'

export { freeStuck, setScheme, shiftsOf, waitingAt } from './changing.ts'
export { levelsOf, schemeOf, validators } from './scheme.ts'

/** By which levels points are validated before they wait for a meeting (niveaux de validation), organ by organ. */
export const validation: Module = {
  name: 'validation',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'organs',
    'records',
    'views',
    'vocabularies',
    'workflow',
  ],
  permissions: { read: signedIn, keep: role(administrator, secretariat) },
  pages,
  api,
  seeds,
  fills: [
    fill(levelling, levels),
    fill(navigation, {
      section: 'administration',
      label: 'validation.title',
      settles: 'validation.settles',
      href: '/validation',
      icon: 'list-checks',
      permission: permission('validation.keep'),
    }),
  ],
}
