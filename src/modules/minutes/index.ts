import { processings, retained, retentions } from '#commons/holdings'
import { helpTasks } from '#commons/help'
import { countMade, templates } from '#commons/documents'
import { kinds } from '#commons/dossiers'
import { laws } from '#commons/law'
import { notification, notifications } from '#commons/notifications'
import { dueReasons } from '#commons/tasks'
import { keepings } from '#commons/trades'
import { offeredSteps, workflows } from '#commons/workflow'
import { permission } from '#kernel/access'
import type { Event } from '#kernel/events'
import { fill, type Module } from '#kernel/module'
import { legalFacts } from '#modules/convocations'
import {
  announcers,
  deliberationTabs,
  keptPoints,
  meetingTabs,
  recordGuards,
  sittingGuards,
} from '#modules/deliberations'
import { awaitApproval, followPoints } from './agenda-point.ts'
import './api-record.ts'
import { api } from './api.ts'
import { keptObstacle } from './at-once.ts'
import { disposalFacts, recordDue } from './due.ts'
import { minutesLaw } from './law/minutes.ts'
import './locales/index.ts'
import {
  approvalObstacles,
  approvedObstacle,
  closingObstacle,
  ensureKept,
  openRecords,
  recordObstacle,
  settleApprovals,
} from './outcome.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { records } from './record.ts'
import { makeAgendas } from './sent.ts'
import { recordSteps } from './steps.ts'
import { documentTemplates } from './templates.ts'
import { recordWorkflow } from './workflow.ts'

export { paperReaders } from './templates.ts'
export { approvedMinutes, recordsNamed, saidOf } from './approved.ts'
export { presenceLabels, printedAttendee } from './compose.ts'
export type { Attendee, MinutesPoint, Signatory } from './data.ts'
export { PointText } from './pages/text.tsx'
export { attendanceFacts, pointBlocks, signatureBlocks } from './paper.ts'
export { itsRecord, type MinutesRecord, recordOf, records } from './record.ts'
export { rectificationsOf } from './rectification.ts'
export { asSignatories, signersOn } from './signing.ts'

/** A meeting that is over approves what was before it, and waits for its own approval. */
async function over(events: readonly Event[]): Promise<void> {
  await openRecords(events)
  await settleApprovals(events)
  await awaitApproval(events)
}

/** Agenda (ordre du jour) and minutes (procès-verbal) of a meeting, as printed; the life of its minutes. */
export const minutes: Module = {
  name: 'minutes',
  floor: 'modules',
  nature: 'trade',
  title: 'minutes.trade',
  brings: 'minutes.brings',
  needs: [
    'clock',
    'convocations',
    'deliberations',
    'directory',
    'documents',
    'dossiers',
    'holdings',
    'law',
    'notifications',
    'organs',
    'preparation',
    'records',
    'sittings',
    'tasks',
    'trades',
    'votes',
    'workflow',
    'help',
    'organs',
    'sittings',
    'trades',
  ],
  permissions,
  reactions: {
    // What is sent to the members is made as they hold it, and beside it what the public is told.
    'deliberations.meeting.convoke': makeAgendas,
    'deliberations.meeting.complete': makeAgendas,
    'deliberations.meeting.create': awaitApproval,
    'deliberations.meeting.rearrange': awaitApproval,
    // It may approve again, sooner than the one that was open meanwhile.
    'deliberations.meeting.unfreeze': awaitApproval,
    'deliberations.meeting.decide': openRecords,
    // One that was closed while there were no minutes yet has them from here on.
    'deliberations.meeting.reopen': openRecords,
    'deliberations.meeting.close': over,
    'deliberations.meeting.lift': over,
    'deliberations.meeting.attendance': ensureKept,
    'deliberations.meeting.hours': ensureKept,
    'deliberations.meeting.incident': ensureKept,
    'deliberations.meeting.movement': ensureKept,
    'deliberations.meeting.presence': ensureKept,
    'deliberations.meeting.proxy': ensureKept,
    'deliberations.meeting.unincident': ensureKept,
    'deliberations.meeting.unmovement': ensureKept,
    'deliberations.meeting.unproxy': ensureKept,
    'deliberations.item.create': followPoints,
  },
  pages,
  api,
  fills: [
    fill(helpTasks, {
      ...{ of: 'minutes', title: 'minutes.task.print', steps: 'minutes.task.print.steps' },
      ...{ href: '/deliberations', permission: permission('minutes.make') },
    }),
    fill(templates, ...documentTemplates),
    fill(kinds, records),
    fill(workflows, recordWorkflow),
    fill(offeredSteps, recordSteps),
    fill(laws, ...minutesLaw),
    fill(dueReasons, recordDue),
    fill(legalFacts, disposalFacts),
    // The members are told that they may read them, and that they are approved.
    fill(
      notifications,
      notification(
        records,
        ['provide', 'renew', 'approve'],
        [({ organ_id }) => [`organ:${organ_id}`]],
      ),
    ),
    fill(processings, {
      title: 'minutes.list',
      purpose: 'minutes.processing.purpose',
      basis: 'legal_obligation',
      law: 'minutes.processing.law',
      persons: ['privacy.persons.elected', 'privacy.persons.staff', 'privacy.persons.named'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.oversight'],
      of: [records.name],
    }),
    fill(
      retentions,
      retained(records, {}, { keep: 'always', because: 'minutes.retention', verified: false }, [
        'minutes.held.words',
        'minutes.held.objections',
      ]),
    ),
    // Where a meeting is called off, the point that approves minutes goes on to the next.
    fill(announcers, ({ meeting, what }) =>
      what === 'cancelled'
        ? awaitApproval([{ type: '', subjectId: meeting.id, data: {} }])
        : Promise.resolve(),
    ),
    fill(recordGuards, recordObstacle),
    fill(keptPoints, keptObstacle, approvedObstacle),
    fill(sittingGuards, {
      decides: approvalObstacles,
      closes: closingObstacle,
      lifts: () => Promise.resolve(null),
    }),
    fill(keepings, {
      trade: 'minutes',
      kept: [{ count: () => countMade(documentTemplates), said: 'minutes.kept' }],
      stops: 'minutes.stops',
    }),
    fill(
      meetingTabs,
      {
        name: 'minutes',
        label: 'minutes.record.tab',
        permission: permission('minutes.read'),
      },
      {
        name: 'documents',
        label: 'minutes.tab',
        permission: permission('minutes.read'),
      },
    ),
    fill(deliberationTabs.others, {
      label: 'minutes.list',
      href: '/deliberations/minutes',
      permission: permission('minutes.read'),
    }),
  ],
}
