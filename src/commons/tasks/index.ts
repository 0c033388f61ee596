import { signedIn, permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation, waiting } from '#kernel/pages'
import { api } from './api.ts'
import { waitingCounts } from './inbox.ts'
import './locales/index.ts'
import { pages } from './page.tsx'

/** What waits for a person, over all trades. */
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
    fill(navigation, {
      section: 'inbox',
      label: 'tasks.title',
      href: '/inbox',
      icon: 'inbox',
      permission: permission('tasks.inbox'),
    }),
  ],
}
