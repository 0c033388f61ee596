import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator, dataProtectionOfficer } from '#commons/directory'
import { allSeries } from '#commons/numbering'
import { besideDossiers } from '#commons/workflow'
import { api } from './api.ts'
import './locales/index.ts'
import { printCertificate } from './certificate.ts'
import { certificateNumbers } from './destroy.ts'
import { HoldSection } from './due-pages.tsx'
import { pages } from './pages.tsx'
import { proposeEliminations } from './propose.ts'
import { checkHouse } from './retention.ts'

export { askedBy, type Erasable, erasable, proposeAsked, withdrawAsked } from './asked.ts'
export { keepingInWords, nameOf } from './retention.ts'

/** How long what the house holds is kept, and why; each folder says it of its own rows. */
export const retentionModule: Module = {
  name: 'retention',
  floor: 'commons',
  nature: 'always',
  needs: [
    'clock',
    'directory',
    'documents',
    'dossiers',
    'holdings',
    'numbering',
    'publication',
    'workflow',
  ],
  permissions: {
    read: role(administrator, dataProtectionOfficer),
    destroy: role(administrator),
    hold: role(administrator),
  },
  tasks: [printCertificate],
  timers: [proposeEliminations],
  pages,
  api,
  checks: checkHouse,
  fills: [
    fill(besideDossiers, HoldSection),
    fill(allSeries, certificateNumbers),
    fill(navigation, {
      section: 'administration',
      label: 'retention.title',
      settles: 'retention.settles',
      href: '/retention',
      icon: 'archive',
      permission: permission('retention.read'),
    }),
  ],
}
