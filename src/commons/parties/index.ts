import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { guides, navigation } from '#kernel/pages'
import { sealedColumns } from '#kernel/secrets'
import { agent, directorGeneral, roles } from '#commons/directory'
import { goesWith, processings, whoIsErased } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { NewPartyGuide } from './guide.tsx'
import { partyApi } from './api.ts'
import { sealedNumber } from './known.tsx'
import './locales/index.ts'
import { partyPages } from './pages.tsx'
import { partyRecord, whoGoes } from './party.ts'
import { identityKeeper } from './role.ts'
import { seeds } from './seeds.ts'
import { ensureUnnamed } from './traces.ts'
import { partyWorkflow } from './workflow.ts'

export { enterprise } from './fields.tsx'
export { enterpriseInWords, enterpriseNumber, nationalNumber } from '#kernel/identifiers'
export { nobody, partiesNamed } from './naming.tsx'
export { namesParties } from './party.ts'

const { pages, api, fills, steps } = registerRoutes(partyRecord, partyWorkflow, {
  what: 'party',
  columns: ['first_name', 'nature', 'municipality', 'enterprise_number'],
  kept: {
    keep: { period: 'P10Y', after: 'parties.kept_after' },
    because: 'parties.kept',
    verified: false,
  },
  imports: true,
  ownPage: true,
})
partyPages(pages, steps)
partyApi(api)

const agents = role(agent)

/** The persons and organisations outside the authority (tiers): its README says what they are for. */
export const partiesModule: Module = {
  name: 'parties',
  floor: 'commons',
  nature: 'always',
  needs: [
    'annexes',
    'directory',
    'documents',
    'dossiers',
    'holdings',
    'records',
    'registers',
    'workflow',
  ],
  permissions: {
    read: signedIn,
    write: agents,
    edit: agents,
    step: agents,
    identifiers: role(identityKeeper, directorGeneral),
  },
  pages,
  api,
  seeds,
  fills: [
    ...fills,
    fill(processings, {
      title: 'parties.processing',
      purpose: 'parties.processing.purpose',
      basis: 'public_task',
      law: 'parties.processing.law',
      persons: ['privacy.persons.citizens'],
      recipients: ['privacy.recipients.inside'],
      of: ['parties.party'],
    }),
    fill(guides, NewPartyGuide),
    fill(goesWith, ensureUnnamed),
    fill(whoIsErased, { kind: partyRecord.kind.name, of: whoGoes }),
    fill(roles, identityKeeper),
    fill(sealedColumns, sealedNumber),
    fill(navigation, {
      section: 'together',
      label: 'parties.title',
      href: '/parties/contacts',
      icon: 'users',
      permission: permission('parties.read'),
      kinds: ['parties.party'],
    }),
  ],
}
