import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { companiesClaimed, ofCitizens, spaceCards } from '#commons/citizens'
import { principalNames, roles } from '#commons/directory'
import { keepsFromErasure, processings } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { settings } from '#commons/settings'
import { claimed } from './claimed.ts'
import './locales/index.ts'
import {
  companyNames,
  follow,
  mandateRecord,
  mandatesThatHold,
  mandateWorkflow,
} from './mandate.ts'
import { mineApi, minePages, MyMandates } from './mine.tsx'
import { keepers, mandateKeeper } from './role.ts'
import { leastAssured } from './settings.ts'

const { pages, api, fills } = registerRoutes(mandateRecord, mandateWorkflow, {
  what: 'mandate',
  columns: ['company', 'number', 'until'],
  kept: {
    keep: { period: 'P10Y', after: 'representatives.kept_after' },
    because: 'representatives.kept_because',
    verified: false,
  },
})
minePages(pages)
mineApi(api)

const keeps = role(...keepers)

/** Who acts for a company (mandats de représentation): asked with a proof, granted by whom the authority says, until they end. */
export const representatives: Module = {
  name: 'representatives',
  floor: 'commons',
  nature: 'always',
  needs: [
    'annexes',
    'citizens',
    'directory',
    'dossiers',
    'holdings',
    'parties',
    'records',
    'registers',
    'settings',
    'workflow',
  ],
  permissions: { read: keeps, write: keeps, edit: keeps, step: keeps },
  pages,
  api,
  reactions: {
    'representatives.mandate.grant': follow,
    'representatives.mandate.refuse': follow,
    'representatives.mandate.end': follow,
  },
  fills: [
    ...fills,
    fill(roles, mandateKeeper),
    fill(principalNames, companyNames),
    fill(spaceCards, { Card: MyMandates }),
    fill(companiesClaimed, claimed),
    fill(keepsFromErasure, { says: 'representatives.holds', keeps: mandatesThatHold }),
    fill(ofCitizens, { table: 'commons.company_mandate', column: 'citizen_id' }),
    fill(settings, { title: 'representatives.title', all: [leastAssured] }),
    fill(processings, {
      title: 'representatives.title',
      purpose: 'representatives.purpose',
      basis: 'public_task',
      law: 'representatives.law',
      persons: ['privacy.persons.citizens'],
      recipients: ['privacy.recipients.inside'],
      of: ['representatives.mandate'],
    }),
    fill(navigation, {
      section: 'administration',
      label: 'representatives.title',
      href: '/representatives/mandates',
      icon: 'briefcase',
      permission: permission('representatives.read'),
      kinds: ['representatives.mandate'],
    }),
  ],
}
