import { permission, role } from '#kernel/access'
import { helpTasks } from '#commons/help'
import { administrator } from '#commons/directory'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

export { decideOne, listed, type ListedSetting, takeBackOne } from './by-name.ts'
export { places } from './found.ts'
export { changesOf } from './past.ts'
export { type AnySetting, type Setting, settings, settled } from './setting.ts'

/** What an authority decides for itself, each thing declared by the folder that obeys it. */
export const settingsModule: Module = {
  name: 'settings',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'help', 'records'],
  permissions: { decide: role(administrator) },
  pages,
  api,
  fills: [
    fill(helpTasks, {
      ...{ of: 'settings', title: 'settings.task.decide', steps: 'settings.task.decide.steps' },
      ...{ href: '/settings', permission: permission('settings.decide') },
    }),
    fill(navigation, {
      section: 'administration',
      label: 'settings.title',
      href: '/settings',
      icon: 'sliders-horizontal',
      permission: permission('settings.decide'),
    }),
  ],
}
