import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator, directorGeneral, namesPersons } from '#commons/directory'
import { leavings } from '#commons/people'
import { profileParts } from '#commons/trades'
import { api } from './api.ts'
import { pages } from './pages.tsx'
import { seatsEnd } from './leaving.ts'
import './locales/index.ts'
import { organPart } from './profile.ts'
import { provision } from './provision.ts'
import { seeds } from './seeds.ts'

export type { InsertionMethod, Privacy } from './insertion.ts'
export {
  type Organ,
  type Seat,
  addOrgan,
  addSeat,
  organ,
  organNames,
  organPrincipals,
  organs,
  seatedOn,
  seatsOn,
  votes,
} from './organ.ts'
export type { SeatPart } from './tables.ts'

/** The organs of an authority, who sits in them and from when to when. */
export const organsModule: Module = {
  name: 'organs',
  floor: 'commons',
  nature: 'always',
  needs: ['clock', 'directory', 'law', 'people', 'trades'],
  permissions: { read: signedIn, seat: role(administrator, directorGeneral) },
  pages,
  api,
  fills: [
    fill(navigation, {
      section: 'together',
      label: 'organs.title',
      href: '/organs',
      icon: 'landmark',
      permission: permission('organs.read'),
    }),
    fill(leavings, seatsEnd),
    fill(profileParts, organPart),
    fill(namesPersons, {
      ...{ table: 'commons.seat', column: 'person_id', moves: true, label: 'organs.seats' },
    }),
  ],
  provision,
  seeds,
}
