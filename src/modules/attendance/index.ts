import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { administrator, directorGeneral, mayor } from '#commons/directory'
import { helpTasks } from '#commons/help'
import { processings } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { deliberationTabs, secretariat } from '#modules/deliberations'
import { figuresApi } from './api.ts'
import { feeRecord, feeWorkflow } from './fee.ts'
import './locales/index.ts'
import { figurePages, figuresPath } from './pages.tsx'

const { pages, api, fills } = registerRoutes(feeRecord, feeWorkflow, {
  what: 'attendance fee',
  columns: ['organ_id', 'from_on', 'amount', 'not_for_id', 'half_under'],
  kept: { keep: 'always', because: 'attendance.fee.kept', verified: false },
  sort: '-from_on',
})
figurePages(pages)
figuresApi(api)

const keeps = role(administrator, directorGeneral, secretariat)

/** Who attended over a term, what is due to them for it (jetons de présence), and how long decisions took. */
export const attendance: Module = {
  name: 'attendance',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'exports',
    'help',
    'holdings',
    'organs',
    'records',
    'registers',
    'sittings',
    'workflow',
  ],
  permissions: {
    figures: role(directorGeneral, mayor, secretariat),
    read: keeps,
    write: keeps,
    edit: keeps,
    step: keeps,
  },
  pages,
  api,
  fills: [
    ...fills,
    fill(helpTasks, {
      ...{ of: 'attendance', title: 'attendance.task.pay', steps: 'attendance.task.pay.steps' },
      ...{ href: figuresPath, permission: permission('attendance.figures') },
    }),
    fill(processings, {
      title: 'attendance.title',
      purpose: 'attendance.processing.purpose',
      basis: 'legal_obligation',
      law: 'attendance.processing.law',
      persons: ['privacy.persons.elected'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.oversight'],
      of: ['attendance.fee'],
    }),
    fill(deliberationTabs.others, {
      label: 'attendance.tab',
      href: figuresPath,
      permission: permission('attendance.figures'),
    }),
  ],
}
