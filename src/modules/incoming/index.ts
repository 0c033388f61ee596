import { roles } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { retained, retentions } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { workflows } from '#commons/workflow'
import { fill, type Module } from '#kernel/module'
import { api } from './api.ts'
import './locales/index.ts'
import { incomingMeetings, meetingWorkflow } from './meeting.ts'
import { permissions } from './permissions.ts'
import { incomingPoints, pointWorkflow } from './point.ts'
import { pusher } from './role.ts'
import { sourceRecord, sourceWorkflow } from './source.ts'

export { meaningsOf, type NamedToken, noteTokens } from './mapping.ts'
export { compare, type Comparison, receive } from './receive.ts'
export { ReceivedMeeting } from './received.ts'
export { type Source, sources } from './source.ts'

const register = registerRoutes(sourceRecord, sourceWorkflow, {
  what: 'source',
  columns: ['program_id'],
  kept: { keep: 'always', because: 'incoming.source.kept', verified: false },
  unprinted: true,
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
    'deliberations',
    'directory',
    'dossiers',
    'holdings',
    'programs',
    'publication',
    'records',
    'registers',
    'workflow',
  ],
  permissions,
  pages: [register.pages],
  api: [api, ...(register.api ? [register.api] : [])],
  fills: [
    ...register.fills,
    fill(kinds, incomingMeetings, incomingPoints),
    fill(workflows, meetingWorkflow, pointWorkflow),
    fill(roles, pusher),
    fill(
      retentions,
      retained(incomingMeetings, {}, kept, ['incoming.held.meeting']),
      retained(incomingPoints, {}, kept, ['incoming.held.point']),
    ),
  ],
}
