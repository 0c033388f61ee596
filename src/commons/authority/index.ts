import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

export { armsOf } from './arms.ts'
export { changeFacts, changeInWords, changes } from './facts.ts'
export { HueField } from './hue.tsx'
export { liesAtInWords } from './lies-at.ts'
export { FactsFields } from './schema.ts'

/** What an authority says of itself after its opening: name by date, address, arms, colour, languages, number. */
export const authorityModule: Module = {
  name: 'authority',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'parties', 'trades'],
  permissions: { keep: role(administrator) },
  pages,
  api,
  fills: [
    fill(navigation, {
      section: 'administration',
      label: 'authority.title',
      settles: 'authority.settles',
      href: '/authority',
      icon: 'landmark',
      permission: permission('authority.keep'),
    }),
  ],
}
