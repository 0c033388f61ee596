import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { besideDossiers } from '#commons/workflow'
import {
  announcers,
  meetingPieces,
  meetingTabs,
  proposedMeetings,
  secretariat,
} from '#modules/deliberations'
import { api } from './api.ts'
import { BriefingBeside, Wished } from './beside.tsx'
import './locales/index.ts'
import './pages.tsx'
import { pages } from './routes.ts'
import './tables.ts'
import { followOrgans, forgetWishes, wishedFor } from './wish.ts'

/** For which meeting a point is meant, what waits for one, and what prepares it. */
export const scheduling: Module = {
  name: 'scheduling',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['deliberations', 'dossiers', 'workflow'],
  permissions: { read: signedIn, act: signedIn, run: role(secretariat) },
  pages,
  api,
  reactions: { 'deliberations.item.edit': followOrgans },
  fills: [
    fill(besideDossiers, Wished),
    fill(proposedMeetings, wishedFor),
    fill(meetingPieces, { first: () => null, side: BriefingBeside }),
    fill(meetingTabs, {
      name: 'available',
      label: 'scheduling.tab',
      permission: permission('scheduling.run'),
      early: true,
    }),
    fill(announcers, async ({ what, before }) => {
      if (what === 'cancelled') await forgetWishes(before)
    }),
  ],
}
