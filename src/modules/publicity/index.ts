import { permission } from '#kernel/access'
import type { Reaction } from '#kernel/events'
import { ApiRoutes, PageRoutes } from '#kernel/http'
import { fill, type Module } from '#kernel/module'
import { load } from '#commons/dossiers'
import { noticeWords } from '#commons/notifications'
import { settings } from '#commons/settings'
import { decisionLinks } from '#modules/decisions'
import { deliberationTabs, meetings, veiledPoints } from '#modules/deliberations'
import { followers } from '#modules/publications'
import { api } from './api.ts'
import './locales/index.ts'
import { open, openPath } from './open.tsx'
import { followMeetings } from './moving.ts'
import { pages, reportPath } from './pages/index.tsx'
import { permissions } from './permissions.ts'
import { recordPublished } from './recording.ts'
import { reminder, reminding } from './reminding.ts'
import { followItems, followOffAgenda, followTakenBack, retractHidden } from './retracting.ts'
import { seeds } from './seeds.ts'
import { daysAhead } from './settings.ts'
import { followNames, showsNames } from './showing.ts'
import { offerVideo } from './video-routes.ts'

const each = (kind: string, verbs: readonly string[], reaction: Reaction) =>
  Object.fromEntries(verbs.map((verb) => [`${kind}.${verb}`, reaction]))

export { followItems } from './retracting.ts'
export { offerVideo } from './video-routes.ts'

const videoPages = new PageRoutes('/deliberations')
const videoApi = new ApiRoutes('/deliberations')
offerVideo({ load: (c) => load(c, meetings) }, { pages: videoPages, api: videoApi })

/** The days by which what organs decide is public (publicité active): who is told before, and what was on time. */
export const publicity: Module = {
  name: 'publicity',
  floor: 'modules',
  nature: 'part',
  of: 'publications',
  needs: [
    'clock',
    'copies',
    'decisions',
    'deliberations',
    'directory',
    'dossiers',
    'exports',
    'law',
    'notifications',
    'organs',
    'publication',
    'publications',
    'records',
    'settings',
    'sittings',
    'vocabularies',
    'votes',
  ],
  permissions,
  pages: [pages, videoPages],
  api: [api, videoApi],
  public: open,
  timers: [reminding],
  seeds,
  // What is public is kept where the trade is off, and comes back with it.
  guards: {
    ...each('deliberations.item', ['edit', 'withhold'], followItems),
    ...each('deliberations.item', ['withdraw', 'fall'], followOffAgenda),
    'deliberations.item.reopen': followTakenBack,
    ...each('deliberations.meeting', ['rearrange', 'cancel'], followMeetings),
    ...each('publications.rule', ['create', 'edit', 'end', 'resume'], followNames),
  },
  fills: [
    fill(followers.published, recordPublished),
    fill(settings, { title: 'publicity.title', all: [daysAhead] }),
    fill(noticeWords, reminder, showsNames),
    fill(veiledPoints, retractHidden),
    fill(decisionLinks, { label: 'publicity.title', href: openPath }),
    fill(deliberationTabs.others, {
      label: 'publicity.title',
      href: reportPath,
      permission: permission('publicity.read'),
    }),
  ],
}
