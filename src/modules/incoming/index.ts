import { directorGeneral, namesPersons, roles } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { processings, retained, retentions } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { workflows } from '#commons/workflow'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { notification, notifications } from '#commons/notifications'
import { groups } from '#commons/tasks'
import { secretariat } from '#modules/deliberations'
import { offerPublication, origins, pointReactions } from '#modules/publications'
import { followItems, offerVideo } from '#modules/publicity'
import { api } from './api.ts'
import './locales/index.ts'
import { incomingMeetings, meetingWorkflow } from './meeting.ts'
import { fromElsewhere } from './origin.tsx'
import { MappingSide } from './pages/mapping.tsx'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { incomingPoints, pointWorkflow } from './point.ts'
import { pusher } from './role.ts'
import { sourceRecord, sourceWorkflow } from './source.ts'

export { meaningsOf, type NamedToken, noteTokens } from './mapping.ts'
export { compare, type Comparison, receive } from './receive.ts'
export { ReceivedMeeting } from './received.ts'
export { type Source, sources } from './source.ts'

offerPublication(fromElsewhere, { pages, api })
offerVideo(fromElsewhere, { pages, api })

const register = registerRoutes(sourceRecord, sourceWorkflow, {
  what: 'source',
  columns: ['program_id'],
  kept: { keep: 'always', because: 'incoming.source.kept', verified: false },
  unprinted: true,
  beside: MappingSide,
})

const kept = { keep: 'always', because: 'incoming.kept', verified: false } as const

/** What other software told of meetings: drafts that somebody publishes. */
export const incoming: Module = {
  name: 'incoming',
  floor: 'modules',
  nature: 'trade',
  title: 'incoming.title',
  brings: 'incoming.brings',
  needs: [
    'annexes',
    'copies',
    'deliberations',
    'directory',
    'dossiers',
    'holdings',
    'notifications',
    'organs',
    'programs',
    'publication',
    'publications',
    'publicity',
    'records',
    'registers',
    'tasks',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages: [pages, register.pages],
  api: [api, ...(register.api ? [register.api] : [])],
  reactions: { 'incoming.point.withhold': followItems, ...pointReactions(incomingPoints.name) },
  fills: [
    ...register.fills,
    fill(kinds, incomingMeetings, incomingPoints),
    fill(workflows, meetingWorkflow, pointWorkflow),
    fill(roles, pusher),
    fill(origins, fromElsewhere),
    fill(
      notifications,
      notification(incomingPoints, ['vanish_public'], [secretariat, directorGeneral]),
    ),
    fill(navigation, {
      section: 'trades',
      group: groups.decide,
      label: 'incoming.title',
      href: '/incoming/meetings',
      icon: 'download',
      permission: permission('incoming.read'),
    }),
    fill(navigation, {
      section: 'administration',
      label: 'incoming.source.list',
      settles: 'incoming.settles',
      href: '/incoming/sources',
      icon: 'download',
      permission: permission('incoming.write'),
    }),
    fill(namesPersons, {
      ...{ table: 'incoming.mapping', column: 'person_id', moves: true },
      label: 'incoming.mapping',
    }),
    fill(processings, {
      title: 'incoming.title',
      purpose: 'incoming.processing.purpose',
      basis: 'legal_obligation',
      law: 'incoming.processing.law',
      persons: ['privacy.persons.elected', 'privacy.persons.citizens', 'privacy.persons.named'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.public'],
      of: ['incoming.meeting', 'incoming.point'],
    }),
    fill(
      retentions,
      retained(incomingMeetings, {}, kept, ['incoming.held.meeting']),
      retained(incomingPoints, {}, kept, ['incoming.held.point']),
    ),
  ],
}
