import { beforeSession } from '#kernel/auth'
import { fill, type Module } from '#kernel/module'
import { seeds } from './demonstration.ts'
import { refreshPrincipals } from './person.ts'
import './locales/index.ts'

export { demonstrationPassword, demonstrationPeople } from './demonstration.ts'
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
export { type Role, roles, type ServiceFunction } from './tables.ts'

/** Services, persons, mandates: who is who in an authority. */
export const directory: Module = {
  name: 'directory',
  floor: 'commons',
  needs: [],
  seeds,
  fills: [fill(beforeSession, refreshPrincipals)],
}
