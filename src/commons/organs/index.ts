import { sql } from 'kysely'
import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { helpTasks } from '#commons/help'
import { administrator, directorGeneral, namesPersons, turnings } from '#commons/directory'
import { leavings } from '#commons/people'
import { profileParts } from '#commons/trades'
import { firstSteps } from '#commons/beginning'
import { importedLists } from '#commons/imports'
import { api } from './api.ts'
import './api-seats.ts'
import { seatStep } from './first-steps.ts'
import { seatLists } from './import/index.ts'
import { seatsTurning } from './organ.ts'
import { pages } from './pages/index.ts'
import { seatsEnd } from './leaving.ts'
import './locales/index.ts'
import { organPart } from './profile.ts'
import { provision } from './provision.ts'
import { seeds } from './seeds.ts'

export { afterPreposition, signsAs, withinSentence } from './called.ts'
export { inCharge } from './in-charge.ts'
export { seatLists } from './import/index.ts'
export { insertionMethods, type InsertionMethod, type PollType, type Privacy } from './insertion.ts'
export {
  beginOrgan,
  changeOrgan,
  closeOrgan,
  lockedOrgan,
  type OrganUse,
  organUses,
  reopenOrgan,
  setInsertion,
} from './life.ts'
export {
  type Organ,
  type Seat,
  addOrgan,
  addSeat,
  ensureStands,
  openOrgans,
  standsOn,
  organ,
  organNames,
  organOn,
  organPrincipals,
  organs,
  seatedOn,
  seatsOn,
  votes,
} from './organ.ts'
export { endSeat, replaceSeat, resumeSeat, seatedAmong, seatPerson, seatsOf } from './seat.ts'
export { nameOf, sitsOn } from './room.ts'
export type { SeatPart } from './tables.ts'

const days = (of: 'mine' | 'theirs') =>
  sql`daterange(${sql.ref(`${of}.valid_from`)}, ${sql.ref(`${of}.valid_to`)})`

/** The organs of an authority, who sits in them and from when to when. */
export const organsModule: Module = {
  name: 'organs',
  floor: 'commons',
  nature: 'always',
  needs: [
    'beginning',
    'clock',
    'directory',
    'help',
    'imports',
    'law',
    'people',
    'records',
    'trades',
  ],
  permissions: {
    read: signedIn,
    seat: role(administrator, directorGeneral),
    keep: role(administrator, directorGeneral),
  },
  pages,
  api,
  fills: [
    fill(helpTasks, {
      ...{ of: 'organs', title: 'organs.task.seat', steps: 'organs.task.seat.steps' },
      ...{ href: '/organs', permission: permission('organs.seat') },
    }),
    fill(navigation, {
      section: 'together',
      label: 'organs.title',
      settles: 'organs.settles',
      href: '/organs',
      icon: 'landmark',
      permission: permission('organs.read'),
    }),
    fill(firstSteps, seatStep),
    fill(importedLists, seatLists),
    fill(leavings, seatsEnd),
    fill(turnings, seatsTurning),
    fill(profileParts, organPart),
    fill(namesPersons, {
      ...{ table: 'commons.seat', column: 'person_id', moves: true, label: 'organs.seats' },
      // One person has one seat of an organ: that of the one who stays goes on, the other ends with who goes.
      unless: sql<boolean>`mine.organ_id = theirs.organ_id and ${days('mine')} && ${days('theirs')}`,
      covers: sql<boolean>`${days('theirs')} @> ${days('mine')}`,
    }),
  ],
  provision,
  seeds,
}
