import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { checkHouse } from './retention.ts'

/** How long what the house holds is kept, and why; each folder says it of its own rows. */
export const retentionModule: Module = {
  name: 'retention',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers', 'holdings', 'workflow'],
  permissions: { read: role(administrator) },
  pages,
  api,
  checks: checkHouse,
  fills: [
    fill(navigation, {
      section: 'together',
      label: 'retention.title',
      href: '/retention',
      icon: 'archive',
      permission: permission('retention.read'),
    }),
  ],
}
