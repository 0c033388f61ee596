import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator, dataProtectionOfficer } from '#commons/directory'
import { tracesOfErased } from '#commons/holdings'
import { pseudonymise } from '#kernel/audit-chain'
import { api } from './api.ts'
import { anchoring, nightly } from './check.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

export { actionInWords } from './words.ts'

/** The security log of an authority (journal de sécurité): searched, exported, walked over, anchored. */
export const journal: Module = {
  name: 'journal',
  floor: 'commons',
  nature: 'always',
  needs: ['annexes', 'directory', 'documents', 'dossiers', 'exports', 'holdings'],
  permissions: { read: role(administrator, dataProtectionOfficer) },
  pages,
  api,
  timers: [nightly, anchoring],
  fills: [
    fill(tracesOfErased, {
      says: 'journal.pseudonymised',
      forget: async ({ id, firstName, lastName, addresses, login, nameStays, accountGoes }) =>
        accountGoes
          ? pseudonymise(id, [
              ...[...addresses, login],
              ...(nameStays || !firstName ? [] : [`${firstName} ${lastName}`]),
            ])
          : 0,
    }),
    fill(navigation, {
      section: 'administration',
      label: 'journal.title',
      href: '/journal',
      icon: 'scroll-text',
      permission: permission('journal.read'),
    }),
  ],
}
