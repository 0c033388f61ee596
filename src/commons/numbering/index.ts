import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

export { giveNumber, giveNumbers, referencesOf } from './give.ts'
export { rulesOf } from './rule.ts'
export { allSeries, type Rule, type Series, yearly } from './series.ts'

/** One engine of series: numbers that follow one another, unique, without holes, written as the authority wants. */
export const numbering: Module = {
  name: 'numbering',
  floor: 'commons',
  nature: 'always',
  needs: ['clock', 'directory'],
  permissions: { decide: role(administrator) },
  pages,
  api,
  fills: [
    fill(navigation, {
      section: 'administration',
      label: 'numbering.title',
      settles: 'numbering.settles',
      href: '/numbering',
      icon: 'list-ordered',
      permission: permission('numbering.decide'),
    }),
  ],
}
