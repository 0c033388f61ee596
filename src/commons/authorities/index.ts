import { bears, permission, type Policy, stepUp } from '#kernel/access'
import { administrator } from '#commons/directory'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'

export { admit } from './admitting.ts'
export { hostName } from './hosts.ts'
export { insteadBy, writeRest } from './opening.ts'
export { firstPage } from './pages/first.tsx'
export { ensureProfile, usualProfile } from './profile.ts'
export { ProfileFields, WhoFields } from './schema.ts'
export { startHouse } from './starting.ts'

/** Who administers the authority that runs the house runs it for all others, and sees no row of theirs. */
const operator: Policy = (who) => tenant().operates && bears(administrator.principal, who)
stepUp(permission('authorities.open'))

/** Opens authorities and gives them host names: for who runs the house (service mutualisé). */
export const authoritiesModule: Module = {
  name: 'authorities',
  floor: 'commons',
  nature: 'operating',
  needs: ['authority', 'directory', 'parties', 'trades'],
  permissions: { operate: operator, open: operator },
  pages,
  api,
  fills: [
    fill(navigation, {
      section: 'administration',
      label: 'authorities.title',
      href: '/authorities',
      icon: 'building-2',
      permission: permission('authorities.operate'),
    }),
  ],
}
