import { templates } from '#commons/documents'
import { processings, retentions } from '#commons/holdings'
import { allSeries } from '#commons/numbering'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { deliberationTabs, meetingTabs } from '#modules/deliberations'
import { api } from './api.ts'
import { enterActs, enterRectifications } from './enter.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { sittingTemplate } from './paper.ts'
import { permissions } from './permissions.ts'
import { registerNumbers } from './series.ts'

export { type Finding, verifyRegister, type Walked } from './verify.ts'

/** The register of deliberations (registre des délibérations): what approved minutes hold of acts, in a chain an organ. */
export const register: Module = {
  name: 'register',
  floor: 'modules',
  nature: 'part',
  of: 'minutes',
  needs: [
    'deliberations',
    'directory',
    'documents',
    'dossiers',
    'exports',
    'holdings',
    'minutes',
    'numbering',
    'organs',
  ],
  permissions,
  pages,
  api,
  reactions: {
    'minutes.record.approve': enterActs,
    'minutes.record.end': enterActs,
    'minutes.record.rectify': enterRectifications,
  },
  fills: [
    fill(templates, sittingTemplate),
    fill(allSeries, registerNumbers),
    fill(meetingTabs, {
      name: 'register',
      label: 'register.tab',
      permission: permission('register.read'),
    }),
    fill(deliberationTabs.others, {
      label: 'register.tab',
      href: '/deliberations/register',
      permission: permission('register.read'),
    }),
    fill(processings, {
      title: 'register.title',
      purpose: 'register.processing.purpose',
      basis: 'legal_obligation',
      law: 'register.processing.law',
      persons: ['privacy.persons.elected', 'privacy.persons.named'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.public'],
      of: ['register.held'],
    }),
    fill(retentions, {
      of: { words: 'register.held' },
      keep: 'always',
      because: 'register.held.because',
      verified: false,
      personal: ['register.held.personal'],
    }),
  ],
}
