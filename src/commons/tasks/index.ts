import { signedIn, permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation, personHome, tradeGroups, waiting } from '#kernel/pages'
import { api } from './api.ts'
import { groups } from './groups.ts'
import { waitingCounts } from './inbox.ts'
import './locales/index.ts'
import { pages } from './page.tsx'

export { groups } from './groups.ts'
export { aboveInbox, type Coming, coming, type DueReason, dueReasons } from './places.ts'

/** What waits for a person, over all trades, and the themes of these. */
export const tasks: Module = {
  name: 'tasks',
  floor: 'commons',
  nature: 'always',
  needs: ['clock', 'directory', 'dossiers', 'workflow'],
  permissions: { inbox: signedIn },
  pages,
  api,
  fills: [
    fill(waiting, waitingCounts),
    fill(personHome, '/inbox'),
    fill(tradeGroups, ...Object.values(groups)),
    fill(navigation, {
      section: 'inbox',
      label: 'tasks.title',
      href: '/inbox',
      icon: 'inbox',
      permission: permission('tasks.inbox'),
    }),
  ],
}
