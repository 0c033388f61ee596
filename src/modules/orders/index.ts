import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { secretariat } from '#modules/deliberations'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

/** By which methods each organ orders its agendas (ordre d’insertion), tried on a real one. */
export const orders: Module = {
  name: 'orders',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['deliberations', 'directory', 'dossiers', 'ordering', 'organs', 'records'],
  permissions: { read: signedIn, keep: role(administrator, secretariat) },
  pages,
  api,
  fills: [
    fill(navigation, {
      section: 'administration',
      label: 'orders.title',
      settles: 'orders.settles',
      href: '/orders',
      icon: 'list-ordered',
      permission: permission('orders.keep'),
    }),
  ],
}
