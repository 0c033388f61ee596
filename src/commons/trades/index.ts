import { permission, role } from '#kernel/access'
import { administrator } from '#commons/directory'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { bringUpToDate } from './up-to-date.ts'

export { completeAuthorities } from './complete.ts'
export { type Opening, openAuthority, openFromHere } from './opening.ts'
export {
  type AuthorityKind,
  kindInWords,
  kinds,
  operatingKind,
  type ProfileColumn,
  type ProfileLine,
  type ProfilePart,
  profileParts,
  type Reservation,
  reservations,
  reservationsFor,
  tradeFits,
  unfit,
} from './profile.ts'
export { keepings } from './keeping.ts'
export { keptInWords, type Standing, standings } from './standing.ts'
export { namesOf, switchOff, switchOn, tradesOfHouse } from './switching.ts'

/** Which trades an authority has on (métiers activés), and what it starts with. */
export const trades: Module = {
  name: 'trades',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers'],
  permissions: { switch: role(administrator) },
  tasks: [bringUpToDate],
  pages,
  api,
  fills: [
    fill(navigation, {
      section: 'administration',
      label: 'trades.title',
      settles: 'trades.settles',
      href: '/trades',
      icon: 'layout-dashboard',
      permission: permission('trades.switch'),
    }),
  ],
}
