import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { footLinks, navigation } from '#kernel/pages'
import { firstSteps } from '#commons/beginning'
import { administrator, dataProtectionOfficer } from '#commons/directory'
import { helpTasks } from '#commons/help'
import { retentions } from '#commons/holdings'
import { settings } from '#commons/settings'
import { api } from './api.ts'
import { facts } from './facts.ts'
import { statementStep } from './first-step.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { open } from './public.tsx'
import { declared } from './published.ts'
import { seeds } from './seeds.ts'

export { names } from './content.ts'
export { titleOf } from './published.ts'
export { inWords, publish, standings } from './publishing.ts'

/** What the authority declares to everybody (déclarations): accessibility, legal notice, privacy notice. */
export const statements: Module = {
  name: 'statements',
  floor: 'commons',
  nature: 'always',
  needs: [
    'beginning',
    'clock',
    'directory',
    'help',
    'holdings',
    'parties',
    'privacy',
    'publication',
    'records',
    'settings',
  ],
  permissions: { keep: role(administrator, dataProtectionOfficer) },
  pages,
  api,
  public: open,
  seeds,
  fills: [
    fill(settings, { title: 'statements.title', all: facts }),
    fill(firstSteps, statementStep),
    fill(footLinks, declared),
    fill(retentions, {
      of: { words: 'statements.held' },
      keep: 'always',
      because: 'statements.held_because',
      verified: false,
      personal: ['statements.held_personal'],
    }),
    fill(helpTasks, {
      ...{ of: 'statements', title: 'statements.task', steps: 'statements.task.steps' },
      ...{ href: '/statements', permission: permission('statements.keep') },
    }),
    fill(navigation, {
      section: 'administration',
      label: 'statements.title',
      settles: 'statements.settles',
      href: '/statements',
      icon: 'globe',
      permission: permission('statements.keep'),
    }),
  ],
}
