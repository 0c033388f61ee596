import { permission, role } from '#kernel/access'
import { beforeSession } from '#kernel/auth'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { helpTasks } from '#commons/help'
import { administrator } from '#commons/directory'
import { importedLists } from '#commons/imports'
import { profileParts } from '#commons/trades'
import { api } from './api.ts'
import './api-merging.ts'
import './api-services.ts'
import { firstSteps } from '#commons/beginning'
import { erasedOnRequest, whoIsErased } from '#commons/holdings'
import { beginDay } from './begin-day.ts'
import { carryOutIfDue, leavings, ownLeavings } from './departure.ts'
import { erasedPersons, whoGoes } from './erasing.ts'
import { peopleSteps } from './first-steps.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { peopleLists } from './import/index.ts'
import { servicePart } from './profile.ts'
import { handOver } from './service.ts'

export { personActs } from './acts.ts'
export { leave, type Leaving, leavings, stay } from './departure.ts'
export { peopleLists } from './import/index.ts'
export { nobodyBears } from './first-steps.ts'
export { type ComesIn, comesIn, comings } from './coming-in.ts'
export { invite, noteInvited } from './invitation.ts'
export { askedIn, askedOf, Narrowing } from './narrowing.ts'
export { AccessBadge } from './pages/list.tsx'
export { mergePersons } from './merging.ts'
export { personPath } from './paths.ts'
export { meant, proposed } from './named.ts'
export { FunctionChoice } from './pages/person-form.tsx'
export { end, give } from './offices.ts'
export { type AskedPeople, listPeople, narrowed } from './people.ts'
export {
  enterPerson,
  known,
  type KnownPerson,
  knownPerson,
  lockPersons,
  nameOf,
  resumePerson,
  rewritePerson,
  suspendPerson,
} from './person.ts'
export { comeBack } from './returning.ts'
export { IdentityFields } from './schema.ts'
export { beginService, changeService, closeServiceOn, goOnWith } from './service.ts'
export {
  dayAfter,
  holdingInWords,
  lastDayOf,
  periodInWords,
  roleInWords,
  serviceLabels,
} from './words.ts'

/** Keeps who is who (personnel, services): adds, invites, suspends, lets leave, gives and takes roles, by date. */
export const peopleModule: Module = {
  name: 'people',
  floor: 'commons',
  nature: 'always',
  needs: [
    'beginning',
    'directory',
    'dossiers',
    'exports',
    'help',
    'holdings',
    'imports',
    'records',
    'trades',
    'views',
    'workflow',
  ],
  permissions: { keep: role(administrator) },
  pages,
  api,
  tasks: [handOver],
  timers: [beginDay],
  fills: [
    fill(
      helpTasks,
      {
        ...{ of: 'people', title: 'people.task.enter', steps: 'people.task.enter.steps' },
        ...{ href: '/people/new', permission: permission('people.keep') },
      },
      {
        ...{ of: 'people', title: 'people.task.leave', steps: 'people.task.leave.steps' },
        ...{ href: '/people', permission: permission('people.keep') },
      },
    ),
    fill(firstSteps, ...peopleSteps),
    fill(importedLists, peopleLists),
    fill(beforeSession, carryOutIfDue),
    fill(leavings, ...ownLeavings),
    fill(profileParts, servicePart),
    fill(erasedOnRequest, erasedPersons),
    fill(whoIsErased, { kind: erasedPersons.kind, of: whoGoes }),
    fill(navigation, {
      section: 'administration',
      label: 'people.title',
      href: '/people',
      icon: 'users',
      permission: permission('people.keep'),
    }),
  ],
}
