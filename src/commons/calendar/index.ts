import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { importedLists } from '#commons/imports'
import { api } from './api.ts'
import { closingLists } from './lists.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

export { officeDays } from './closing.ts'

/** The days on which an authority works: legal holidays with their source, and its own closing days. */
export const calendar: Module = {
  name: 'calendar',
  floor: 'commons',
  nature: 'always',
  needs: ['clock', 'directory', 'imports', 'records', 'registers'],
  permissions: { read: signedIn, keep: role(administrator) },
  pages,
  api,
  fills: [
    fill(importedLists, closingLists),
    fill(navigation, {
      section: 'together',
      label: 'calendar.title',
      settles: 'calendar.settles',
      href: '/calendar',
      icon: 'calendar-days',
      permission: permission('calendar.read'),
    }),
  ],
}
