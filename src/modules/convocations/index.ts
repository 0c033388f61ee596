import { fill, type Module } from '#kernel/module'
import { permission } from '#kernel/access'
import { whenSettled } from '#kernel/mail'
import { firstSteps } from '#commons/beginning'
import { helpTasks } from '#commons/help'
import { laws } from '#commons/law'
import { processings, retentions } from '#commons/holdings'
import { notifications } from '#commons/notifications'
import { coming, dueReasons } from '#commons/tasks'
import { reservations } from '#commons/trades'
import { announcers, meetingPieces, meetingTabs, openingGuards } from '#modules/deliberations'
import { api } from './api-meetings.ts'
import { meetingDue, nextMeetings } from './coming.ts'
import { announce } from './convoke.ts'
import { noteDelivery } from './delivery.ts'
import { openingObstacle } from './facts.ts'
import { deliberationSteps } from './first-steps.ts'
import { convocationsLaw } from './law/index.ts'
import './locales/index.ts'
import { notYet } from './not-yet.ts'
import { toldOfItems, toldOfMeetings } from './notifications.ts'
import { pages } from './pages/index.ts'
import { First } from './pages/first.tsx'
import { LegalTime } from './pages/legal-time.tsx'
import { permissions } from './permissions.ts'

export { type LegalFact, legalFacts } from './facts.ts'

/** Convocations of organs to their meetings: what was sent to whom, when it was received, and what is sent after. */
export const convocations: Module = {
  name: 'convocations',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'beginning',
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'help',
    'holdings',
    'law',
    'notifications',
    'ordering',
    'organs',
    'people',
    'preparation',
    'settings',
    'tasks',
    'trades',
    'workflow',
  ],
  permissions,
  pages,
  api,
  fills: [
    fill(reservations, ...notYet),
    fill(helpTasks, {
      ...{
        of: 'convocations',
        title: 'convocations.task.convoke',
        steps: 'convocations.task.convoke.steps',
      },
      ...{ href: '/deliberations', permission: permission('deliberations.meeting.run') },
    }),
    fill(notifications, ...toldOfItems, toldOfMeetings),
    fill(firstSteps, ...deliberationSteps),
    fill(coming, nextMeetings),
    fill(dueReasons, meetingDue),
    fill(laws, ...convocationsLaw),
    fill(announcers, announce),
    fill(openingGuards, openingObstacle),
    fill(meetingPieces, { first: First, side: LegalTime }),
    fill(whenSettled, noteDelivery),
    fill(meetingTabs, {
      name: 'convocation',
      label: 'convocations.tab',
      permission: permission('convocations.read'),
    }),
    fill(processings, {
      title: 'convocations.processing',
      purpose: 'convocations.processing.purpose',
      basis: 'legal_obligation',
      law: 'convocations.processing.law',
      persons: ['privacy.persons.elected'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.oversight'],
      of: ['convocations.held'],
    }),
    fill(retentions, {
      of: { words: 'convocations.held' },
      keep: 'always',
      because: 'convocations.held.because',
      verified: false,
      personal: ['convocations.held.personal'],
    }),
  ],
}
