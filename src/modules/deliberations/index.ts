import { fictionalPeople, principalNames, principalSources, roles } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { laws } from '#commons/law'
import { notifications } from '#commons/notifications'
import { retained, retentions } from '#commons/holdings'
import { settings } from '#commons/settings'
import { coming, dueReasons, groups } from '#commons/tasks'
import { vocabularies } from '#commons/vocabularies'
import { offeredSteps, workflows } from '#commons/workflow'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { categories } from './category.ts'
import { meetingDue, nextMeetings } from './coming.ts'
import { itemSteps } from './item-steps.ts'
import { itemFields, items } from './item.ts'
import { deliberationLaw } from './law/index.ts'
import './locales/index.ts'
import { meetings } from './meeting.ts'
import { toldOfItems, toldOfMeetings } from './notifications.ts'
import { organNames, organPrincipals } from './organ.ts'
import { api } from './api/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { provision } from './provision.ts'
import { fictionalSecretary, secretariat } from './role.ts'
import { seeds } from './seeds.ts'
import { usualPlace } from './settings.ts'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

export { type AgendaLine, agendaOf, partOf, parts } from './agenda.ts'
export { type Attendee, attendance, presentVoters } from './attendance.ts'
export { categories } from './category.ts'
export { type Item, itemPath, items, writeItem, WrittenItem } from './item.ts'
export { type Meeting, dayOf, meetingPath, meetings, meetsAt } from './meeting.ts'
export { type Organ, addOrgan, organ, organs, votes } from './organ.ts'
export { deliberationTabs } from './pages/tabs.ts'
export { MeetingHead, meetingTabs } from './pages/meeting-head.tsx'
export { secretariat } from './role.ts'
export { type Standing, standingOf } from './queries.ts'
export { voteSentences } from './spoken.ts'
export { type ForeignItem, lastPosition, takeOverItems, takeOverMeeting } from './take-over.ts'
export { votesOn } from './vote.ts'
export { itemWorkflow } from './workflow.ts'

/** The registers of what organs decided are never eliminated. */
const kept = { keep: 'always', because: 'deliberations.retention', verified: false } as const

/** Decisions of organs: points, agendas, meetings, votes. */
export const deliberations: Module = {
  name: 'deliberations',
  floor: 'modules',
  nature: 'trade',
  title: 'deliberations.title',
  brings: 'deliberations.brings',
  needs: [
    'annexes',
    'clock',
    'directory',
    'dossiers',
    'law',
    'notifications',
    'records',
    'holdings',
    'settings',
    'tasks',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  provision,
  seeds,
  fills: [
    fill(roles, secretariat),
    fill(fictionalPeople, fictionalSecretary),
    fill(laws, ...deliberationLaw),
    fill(kinds, items, meetings),
    fill(workflows, itemWorkflow, meetingWorkflow),
    fill(offeredSteps, itemSteps),
    fill(principalSources, organPrincipals),
    fill(principalNames, organNames),
    fill(vocabularies, categories),
    fill(notifications, ...toldOfItems, toldOfMeetings),
    fill(
      retentions,
      retained(items, itemFields, kept, [
        'deliberations.held.words',
        'deliberations.held.votes',
        'deliberations.held.author',
      ]),
      retained(meetings, {}, kept, ['deliberations.held.attendance']),
    ),
    fill(settings, { title: 'deliberations.title', all: [usualPlace] }),
    fill(coming, nextMeetings),
    fill(dueReasons, meetingDue),
    fill(navigation, {
      section: 'trades',
      group: groups.decide,
      label: 'deliberations.title',
      href: '/deliberations',
      icon: 'gavel',
      permission: permission('deliberations.read'),
      kinds: ['deliberations.item', 'deliberations.meeting'],
    }),
  ],
}
