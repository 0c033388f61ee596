import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { noticeWords } from '#commons/notifications'
import { settings } from '#commons/settings'
import { aboveInbox } from '#commons/tasks'
import { decisionLinks } from '#modules/decisions'
import { deliberationTabs } from '#modules/deliberations'
import { api } from './api.ts'
import './locales/index.ts'
import { MissingProjects } from './missing-card.tsx'
import { open, openPath } from './open.tsx'
import { pages, reportPath } from './pages/index.tsx'
import { permissions } from './permissions.ts'
import { recordPublished } from './recording.ts'
import { reminder, reminding } from './reminding.ts'
import { daysAhead } from './settings.ts'

/** The days by which what organs decide is public (publicité active): who is told before, and what was on time. */
export const publicity: Module = {
  name: 'publicity',
  floor: 'modules',
  nature: 'part',
  of: 'publications',
  needs: [
    'clock',
    'decisions',
    'deliberations',
    'dossiers',
    'exports',
    'law',
    'notifications',
    'organs',
    'publication',
    'publications',
    'records',
    'settings',
    'tasks',
  ],
  permissions,
  pages,
  api,
  public: open,
  timers: [reminding],
  reactions: { 'deliberations.item.publish': recordPublished },
  fills: [
    fill(settings, { title: 'publicity.title', all: [daysAhead] }),
    fill(noticeWords, reminder),
    fill(aboveInbox, { permission: permission('publications.publish'), shows: MissingProjects }),
    fill(decisionLinks, { label: 'publicity.title', href: openPath }),
    fill(deliberationTabs.others, {
      label: 'publicity.title',
      href: reportPath,
      permission: permission('publicity.read'),
    }),
  ],
}
