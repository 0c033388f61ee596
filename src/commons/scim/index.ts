import { isProgram } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { namesPersons } from '#commons/directory'
import './locales/index.ts'
import { changeMembers } from './members.ts'
import { scim } from './routes.ts'

export { linkAllProvisioned } from './linking.ts'

/** Joiners and leavers, told by the system of the authority that knows them first (SCIM 2.0). */
export const scimModule: Module = {
  name: 'scim',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'people'],
  permissions: { provision: (who) => isProgram(who) },
  protocols: scim,
  tasks: [changeMembers],
  fills: [fill(namesPersons, { table: 'commons.provisioned', column: 'person_id', moves: false })],
}
