import { retentions } from '#commons/holdings'
import { addressBook, beforeSession, insideHats } from '#kernel/auth'
import { fill, type Module } from '#kernel/module'
import { titles } from '#kernel/pages'
import { auditKeptFor, forgetOldAudit } from './forget.ts'
import { fictionalPeople, generalPeople, seeds } from './demonstration.ts'
import { beginDay } from './begin-day.ts'
import { refreshPrincipals } from './bearing.ts'
import { emailsOf, peopleAt } from './email.ts'
import { agentAndElected } from './hats.ts'
import { namesPersons, ownNamesPersons } from './naming.ts'
import { checkRoles, generalRoles, roles, titleOf } from './role.ts'
import './locales/index.ts'

export {
  type Fictional,
  demonstrationPassword,
  fictionalAddress,
  fictionalPeople,
} from './demonstration.ts'
export { principalSources, refreshPrincipals, turnings } from './bearing.ts'
export { administered } from './administered.ts'
export {
  endService,
  moveService,
  openServiceOn,
  partsAfter,
  pastNames,
  renameService,
  reopenService,
  serviceNamesOn,
} from './chart.ts'
export {
  endOffice,
  giveOffice,
  type NewOffice,
  type Office,
  type OfficeKind,
  officeNamed,
  officesIn,
  officesOf,
  officesOn,
} from './office.ts'
export { nameInstead, namesPersons, namingOf, stayingOf } from './naming.ts'
export { goneBy, type Period, todayHere } from './period.ts'
export { type NewPerson, addPerson } from './person.ts'
export {
  everyone,
  fullName,
  mandataries,
  namesOf,
  people,
  peopleNamed,
  type Person,
  personNamed,
} from './people.ts'
export { enterMany, principalsOfNew } from './entering.ts'
export { emailsOf, keepEmail, tellingOldAddresses } from './email.ts'
export { besideReaders, principalNames, readerNames, WhoSees } from './readers.tsx'
export {
  type Service,
  addService,
  allServices,
  closeService,
  ensureService,
  myServices,
  services,
  writableServices,
} from './service.ts'
export {
  type Role,
  administrator,
  agent,
  borneBy,
  councillor,
  dataProtectionOfficer,
  declareRole,
  directorGeneral,
  isPersonal,
  mayor,
  roleNamed,
  roles,
} from './role.ts'
export type { Held, ServiceFunction } from './tables.ts'

/** Services, persons, mandates: who is who in an authority. */
export const directory: Module = {
  name: 'directory',
  floor: 'commons',
  nature: 'always',
  needs: ['holdings'],
  seeds,
  timers: [beginDay, forgetOldAudit],
  fills: [
    fill(namesPersons, ...ownNamesPersons),
    fill(
      retentions,
      {
        of: { words: 'directory.held' },
        keep: 'always',
        because: 'directory.held.because',
        verified: false,
        personal: ['directory.held.personal'],
      },
      {
        of: { words: 'directory.held.audit' },
        keep: { period: auditKeptFor, after: 'directory.held.audit_after' },
        because: 'directory.held.audit_because',
        verified: false,
        personal: ['directory.held.audit_personal'],
      },
    ),
    fill(beforeSession, refreshPrincipals),
    fill(insideHats, agentAndElected),
    fill(addressBook, { of: async (id) => (await emailsOf([id])).get(id), at: peopleAt }),
    fill(roles, ...generalRoles),
    fill(fictionalPeople, ...generalPeople),
    fill(titles, titleOf),
  ],
  checks: () => checkRoles(roles.every()),
}
