import { namesPersons } from '#commons/directory'
import { mergeSources, templates } from '#commons/documents'
import { kinds } from '#commons/dossiers'
import { processings, retained, retentions } from '#commons/holdings'
import { allSeries } from '#commons/numbering'
import { workflows } from '#commons/workflow'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { deliberationTabs, meetingTabs } from '#modules/deliberations'
import { api } from './api.ts'
import { extracts, extractWorkflow } from './extract.ts'
import { extractNumbers } from './issue.ts'
import './locales/index.ts'
import { seeds } from './seeds.ts'
import { pages } from './pages/index.ts'
import { fieldsOfPoints, ofMeetings, ofPoints } from './merging.ts'
import { extractTemplates } from './paper.ts'
import { permissions } from './permissions.ts'

/** Certified extracts (extraits conformes) of what organs decided, and who signs them by delegation. */
export const extractsModule: Module = {
  name: 'extracts',
  floor: 'modules',
  nature: 'part',
  of: 'minutes',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'documents',
    'dossiers',
    'holdings',
    'minutes',
    'numbering',
    'organs',
    'records',
    'sittings',
    'stationery',
    'votes',
    'workflow',
  ],
  permissions,
  pages,
  api,
  seeds,
  fills: [
    fill(kinds, extracts),
    fill(workflows, extractWorkflow),
    fill(templates, ...extractTemplates),
    fill(mergeSources, fieldsOfPoints, ofPoints, ofMeetings),
    fill(allSeries, extractNumbers),
    fill(namesPersons, {
      ...{ table: 'extracts.signatory', column: 'person_id', moves: true },
      label: 'extracts.signatories',
    }),
    fill(meetingTabs, {
      name: 'extracts',
      label: 'extracts.tab',
      permission: permission('extracts.read'),
    }),
    fill(deliberationTabs.others, {
      label: 'extracts.tab',
      href: '/deliberations/extracts',
      permission: permission('extracts.read'),
    }),
    fill(processings, {
      title: 'extracts.list',
      purpose: 'extracts.processing.purpose',
      basis: 'legal_obligation',
      law: 'extracts.processing.law',
      persons: ['privacy.persons.elected', 'privacy.persons.named'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.public'],
      of: ['extracts.extract'],
    }),
    fill(
      retentions,
      retained(extracts, {}, { keep: 'always', because: 'extracts.retention', verified: false }, [
        'extracts.held.words',
      ]),
    ),
  ],
}
