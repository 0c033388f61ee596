import { processings, retentions } from '#commons/holdings'
import { helpTasks } from '#commons/help'
import { noticeWords } from '#commons/notifications'
import { besideDossiers } from '#commons/workflow'
import { fill, type Module } from '#kernel/module'
import { sealedColumns } from '#kernel/secrets'
import { failing } from './failing.ts'
import './locales/index.ts'
import { PulledBeside } from './pages/beside.tsx'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { look, pullMeeting, ticking } from './pull.ts'
import { keeps, password } from './setting.ts'
import './tables.ts'

/** The meetings of other software that answers as plonemeeting.restapi (iA.Délib) are fetched: seen before, by hand or by themselves. */
export const pulls: Module = {
  name: 'pulls',
  floor: 'modules',
  nature: 'part',
  of: 'incoming',
  needs: [
    'deliberations',
    'directory',
    'dossiers',
    'help',
    'holdings',
    'incoming',
    'notifications',
    'plone',
    'workflow',
  ],
  permissions,
  pages,
  tasks: [pullMeeting, look],
  timers: [ticking],
  fills: [
    fill(sealedColumns, password),
    fill(noticeWords, failing),
    fill(besideDossiers, PulledBeside),
    fill(helpTasks, {
      ...{ of: 'pulls', title: 'pulls.task.fetch', steps: 'pulls.task.fetch.steps' },
      ...{ href: '/incoming/sources', permission: keeps },
    }),
    fill(retentions, {
      of: { words: 'pulls.held' },
      keep: { period: 'P31D', after: 'pulls.held.after' },
      because: 'pulls.held.because',
      verified: false,
      personal: ['pulls.held.personal'],
    }),
    fill(processings, {
      title: 'pulls.held',
      purpose: 'pulls.held.purpose',
      basis: 'legal_obligation',
      law: 'pulls.held.law',
      persons: ['privacy.persons.named'],
      recipients: ['privacy.recipients.inside'],
      of: ['pulls.held'],
    }),
  ],
}
