import { permission, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { personLinks } from '#kernel/pages'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { tasks } from './tasks.ts'
import { helpTasks } from './topic.ts'

export { helpTasks } from './topic.ts'

/** What one can do here, and how (aide): task by task, as each folder explains its own. */
export const help: Module = {
  name: 'help',
  floor: 'commons',
  nature: 'always',
  needs: [],
  permissions: { read: signedIn },
  pages,
  api,
  fills: [
    fill(helpTasks, ...tasks),
    fill(personLinks, {
      label: 'help.title',
      href: '/help',
      icon: 'life-buoy',
      permission: permission('help.read'),
    }),
  ],
}
