import { laws } from '#commons/law'
import { noticeWords, notification, notifications } from '#commons/notifications'
import { namesParties } from '#commons/parties'
import { actsOf, byField } from '#commons/records'
import { plainPermissions, registerRoutes } from '#commons/registers'
import { fictionalPeople, roles } from '#commons/directory'
import { groups } from '#commons/tasks'
import { vocabularies } from '#commons/vocabularies'
import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { streetLaw } from './law/index.ts'
import './locales/index.ts'
import { ending, occupationFields, occupationRecord, occupations, purposes } from './occupation.ts'
import { permit } from './letter.ts'
import { fictionalInspector, inspector } from './role.ts'
import { occupationWorkflow } from './workflow.ts'

const { pages, api, fills } = registerRoutes(occupationRecord, occupationWorkflow, {
  what: 'occupation',
  columns: ['places', 'surface', 'starts_on', 'fee', 'due_on'],
  kept: {
    keep: { period: 'P10Y', after: 'streets.kept_after' },
    because: 'streets.kept',
    verified: false,
  },
  sort: 'due_on',
  sums: ['fee', 'deposit'],
  filters: [byField(occupationFields, 'surface', { any: 'streets.occupation.any_surface' })],
  acts: actsOf(occupations, occupationWorkflow, [
    { verb: 'submit', permission: permission('streets.step') },
  ]),
  imports: true,
  letters: [permit],
  rail: { group: groups.steer, icon: 'construction' },
})

/** Use of the public road (occupation privative de la voie publique): its README says what it is for. */
export const streets: Module = {
  name: 'streets',
  floor: 'modules',
  nature: 'trade',
  title: 'streets.title',
  brings: 'streets.brings',
  needs: [
    'annexes',
    'directory',
    'dossiers',
    'law',
    'notifications',
    'numbering',
    'parties',
    'places',
    'records',
    'registers',
    'reminders',
    'tasks',
    'vocabularies',
    'workflow',
  ],
  permissions: { ...plainPermissions, purposes: role(inspector) },
  pages,
  api,
  timers: [ending.timer],
  fills: [
    ...fills,
    fill(laws, ...streetLaw),
    fill(roles, inspector),
    fill(fictionalPeople, fictionalInspector),
    fill(vocabularies, purposes),
    fill(noticeWords, ending.notice),
    fill(notifications, notification(occupations, ['grant', 'refuse'], ['author'])),
    fill(namesParties, { table: occupations.table, column: 'applicants' }),
  ],
}
