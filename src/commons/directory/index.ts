import { retentions } from '#commons/holdings'
import { beforeSession } from '#kernel/auth'
import { fill, type Module } from '#kernel/module'
import { titles } from '#kernel/pages'
import { fictionalPeople, generalPeople, seeds } from './demonstration.ts'
import { refreshPrincipals } from './person.ts'
import { checkRoles, generalRoles, roles, titleOf } from './role.ts'
import './locales/index.ts'

export { type Fictional, demonstrationPassword, fictionalPeople } from './demonstration.ts'
export { type NewPerson, addPerson, principalSources, refreshPrincipals } from './person.ts'
export { fullName, mandataries, people, peopleNamed, personNamed } from './people.ts'
export { principalNames, WhoSees } from './readers.tsx'
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
  councillor,
  declareRole,
  directorGeneral,
  mayor,
  roleNamed,
  roles,
} from './role.ts'
export type { ServiceFunction } from './tables.ts'

/** Services, persons, mandates: who is who in an authority. */
export const directory: Module = {
  name: 'directory',
  floor: 'commons',
  nature: 'always',
  needs: ['holdings'],
  seeds,
  fills: [
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
        keep: 'always',
        because: 'directory.held.audit_because',
        verified: false,
        personal: ['directory.held.audit_personal'],
      },
    ),
    fill(beforeSession, refreshPrincipals),
    fill(roles, ...generalRoles),
    fill(fictionalPeople, ...generalPeople),
    fill(titles, titleOf),
  ],
  checks: () => checkRoles(roles.every()),
}
