import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { ofCitizens, spaceCards } from '#commons/citizens'
import { administrator, dataProtectionOfficer, namesPersons } from '#commons/directory'
import { keepsFromErasure, processings, restrictedDossiers, restrictions } from '#commons/holdings'
import { namesParties } from '#commons/parties'
import { registerRoutes } from '#commons/registers'
import { settings } from '#commons/settings'
import { privacyApi } from './api.ts'
import './locales/index.ts'
import { mineApi, minePages, MyRequests, tellWhoAsked } from './mine.tsx'
import { ownProcessings } from './own.ts'
import { privacyPages } from './pages.tsx'
import { keepAgain, keptByRequest, requestsThatKeep } from './erasure.tsx'
import { gathering } from './prepare.ts'
import { requestRecord, requestWorkflow } from './request.ts'
import { requestPages, RequestSide } from './request-pages.tsx'
import { restrictedDossiersAmong } from './restricted-dossiers.ts'
import { restrictedAmong } from './restriction.ts'
import { seeds } from './seeds.ts'
import { controller, officer, security, transfers } from './settings.ts'

const { pages, api, fills } = registerRoutes(requestRecord, requestWorkflow, {
  what: 'request',
  columns: ['nature', 'received_on', 'due_on'],
  kept: {
    keep: { period: 'P5Y', after: 'privacy.kept_after' },
    because: 'privacy.kept_because',
    verified: false,
  },
  sort: 'due_on',
  beside: RequestSide,
})
privacyPages(pages)
requestPages(pages)
privacyApi(api)
minePages(pages)
mineApi(api)

const keepers = role(administrator, dataProtectionOfficer)

export { allRequests, gathered, requestCalled } from './by-reference.ts'
export { decideErasure, erasableOf, erasureStanding } from './erasure.tsx'
export { activities, ofAuthority } from './register.ts'
export { readingsOfRequest } from './request-pages.tsx'
export { lift, restrict } from './restriction.ts'

/** What the GDPR asks of the authority: the register of processing activities, and the requests of persons. */
export const privacy: Module = {
  name: 'privacy',
  floor: 'commons',
  nature: 'always',
  needs: [
    'annexes',
    'citizens',
    'clock',
    'directory',
    'documents',
    'dossiers',
    'exports',
    'holdings',
    'journal',
    'notifications',
    'numbering',
    'parties',
    'records',
    'registers',
    'retention',
    'settings',
    'workflow',
  ],
  permissions: {
    register: keepers,
    prepare: keepers,
    readings: keepers,
    restrict: keepers,
    erase: keepers,
    read: keepers,
    write: keepers,
    edit: keepers,
    step: keepers,
  },
  pages,
  api,
  seeds,
  tasks: [gathering],
  reactions: {
    'privacy.request.answer': tellWhoAsked,
    'privacy.request.extend': tellWhoAsked,
    'privacy.request.refuse': async (events) => {
      await keepAgain(events)
      await tellWhoAsked(events)
    },
  },
  fills: [
    ...fills,
    fill(spaceCards, { Card: MyRequests }),
    fill(processings, ...ownProcessings),
    fill(restrictions, restrictedAmong),
    fill(keepsFromErasure, keptByRequest),
    fill(restrictedDossiers, restrictedDossiersAmong),
    fill(namesPersons, {
      ...{ table: 'commons.privacy_request', column: 'person_id', moves: true },
      label: 'privacy.title',
    }),
    fill(ofCitizens, { table: 'commons.privacy_request', column: 'citizen_id' }),
    fill(namesParties, {
      table: 'commons.privacy_request',
      column: 'party_ids',
      keeps: requestsThatKeep,
    }),
    fill(settings, { title: 'privacy.title', all: [controller, officer, transfers, security] }),
    fill(navigation, {
      section: 'administration',
      label: 'privacy.title',
      href: '/privacy',
      icon: 'shield-check',
      permission: permission('privacy.register'),
      kinds: ['privacy.request'],
    }),
  ],
}
