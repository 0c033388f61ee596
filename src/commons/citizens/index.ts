import { z } from 'zod'
import { isOutside } from '#kernel/access'
import { addressBook } from '#kernel/auth'
import { task } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { outsideHome, outsideLinks, signInLinks } from '#kernel/pages'
import { sealedColumns } from '#kernel/secrets'
import { principalNames } from '#commons/directory'
import { erasedOnRequest, processings, retentions, whoIsErased } from '#commons/holdings'
import { securityCards } from '#commons/identity'
import { api } from './api.ts'
import { forgetAsked, writeAsked } from './asked.ts'
import { citizenNames, citizenOf } from './citizen.ts'
import { erasedSpaces, whoGoes } from './erasing.ts'
import './locales/index.ts'
import { forgetNotices } from './notice.ts'
import { sealedNumber } from './identified.ts'
import { OpenCard, pages } from './pages/index.ts'
import { forCitizens } from './places.ts'

export { citizenActing, citizenAt, citizenHere, citizenPrincipal } from './citizen.ts'
export { citizenIdentified, companiesClaimed, ensureAssured, type Identity } from './identified.ts'
export { tellCitizens } from './notice.ts'
export { forCitizens, ofCitizens, spaceCards } from './places.ts'

/** Citizens who have a space of their own (« Mon espace »); its README says what trades build on it. */
export const citizensModule: Module = {
  name: 'citizens',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'holdings', 'identity', 'parties'],
  permissions: { space: isOutside },
  pages,
  api,
  tasks: [writeAsked],
  timers: [
    {
      at: '40 1 * * *',
      task: task('citizens.forget_old', z.object({}), async () => {
        await forgetAsked()
        await forgetNotices()
      }),
    },
  ],
  fills: [
    fill(addressBook, { of: async (id) => (await citizenOf(id))?.email, at: async () => [] }),
    fill(principalNames, citizenNames),
    fill(outsideHome, '/me'),
    fill(outsideLinks, { label: 'citizens.space.title', href: '/me', permission: forCitizens }),
    fill(signInLinks, { label: 'citizens.new.link', href: '/me/new' }),
    fill(securityCards, { Card: OpenCard }),
    fill(sealedColumns, sealedNumber),
    fill(erasedOnRequest, erasedSpaces),
    fill(whoIsErased, { kind: erasedSpaces.kind, of: whoGoes }),
    fill(retentions, {
      of: { words: 'citizens.held' },
      keep: 'always',
      because: 'citizens.held.because',
      verified: false,
      personal: ['citizens.held.personal'],
    }),
    fill(processings, {
      title: 'citizens.held',
      purpose: 'citizens.held.purpose',
      basis: 'public_task',
      law: 'citizens.held.law',
      persons: ['privacy.persons.citizens'],
      recipients: ['privacy.recipients.inside'],
      of: ['citizens.held'],
    }),
  ],
}
