import { countMade, templates } from '#commons/documents'
import { keepings } from '#commons/trades'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { meetingTabs } from '#modules/deliberations'
import { api } from './api.ts'
import { documentTemplates } from './compose.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { permissions } from './permissions.ts'
import { makeAgendas } from './sent.ts'

/** Agenda (ordre du jour) and minutes (procès-verbal) of a meeting, as printed. */
export const minutes: Module = {
  name: 'minutes',
  floor: 'modules',
  nature: 'trade',
  title: 'minutes.trade',
  brings: 'minutes.brings',
  needs: ['deliberations', 'directory', 'documents', 'dossiers', 'organs', 'sittings', 'trades'],
  permissions,
  reactions: {
    // What is sent to the members is made as they hold it, and beside it what the public is told.
    'deliberations.meeting.convoke': makeAgendas,
    'deliberations.meeting.complete': makeAgendas,
  },
  pages,
  api,
  fills: [
    fill(templates, ...documentTemplates),
    fill(keepings, {
      trade: 'minutes',
      kept: [{ count: () => countMade(documentTemplates), said: 'minutes.kept' }],
      stops: 'minutes.stops',
    }),
    fill(meetingTabs, {
      name: 'documents',
      label: 'minutes.tab',
      permission: permission('minutes.read'),
    }),
  ],
}
