import { inPerson, permission, role } from '#kernel/access'
import { programActors } from '#kernel/auth'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator, besideReaders, principalNames } from '#commons/directory'
import { retentions } from '#commons/holdings'
import { noticeWords } from '#commons/notifications'
import { otherStandpoints } from '#commons/rights'
import { programActor } from './actor.ts'
import { api } from './api.ts'
import './locales/index.ts'
import { programNames, programsSeeing, standingPrograms } from './named.ts'
import { oauth } from './oauth.ts'
import { pages } from './pages/index.ts'
import { endWords, warn } from './warn.ts'

export { makeKey, keysOf, revokeKey, opens } from './key.ts'
export { allPrograms, makeProgram, type Program } from './program.ts'
export { keyDays, ProgramFields } from './schema.ts'
export { scopes } from './scopes.ts'

/** No program makes programs: one that could would let itself be followed. */
const keeps = inPerson(permission('programs.keep'))

/** Programs that act in their own name (comptes de service): their keys, their scopes, OAuth for them. */
export const programs: Module = {
  name: 'programs',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'holdings', 'notifications', 'rights'],
  permissions: { keep: role(administrator) },
  pages,
  api,
  protocols: oauth,
  timers: [warn],
  fills: [
    fill(programActors, programActor),
    fill(principalNames, programNames),
    fill(besideReaders, programsSeeing),
    fill(otherStandpoints, async () =>
      (await standingPrograms()).map(({ called, principals, scopes = [] }) => ({
        ...{ label: called, principals, scopes },
        is: (doer) => typeof doer === 'object' && principals.includes(doer.principal),
      })),
    ),
    fill(noticeWords, endWords),
    fill(retentions, {
      of: { words: 'programs.held' },
      keep: 'always',
      because: 'programs.held.because',
      verified: false,
      personal: ['programs.held.personal'],
    }),
    fill(navigation, {
      section: 'administration',
      label: 'programs.title',
      settles: 'programs.settles',
      href: '/programs',
      icon: 'key-round',
      permission: keeps,
    }),
  ],
}
