import { permission, role } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { administrator } from '#commons/directory'
import { settings } from '#commons/settings'
import { aboveInbox } from '#commons/tasks'
import { api } from './api.ts'
import { FirstSteps } from './card.tsx'
import './locales/index.ts'
import { pages } from './pages.ts'
import { seeds } from './seeds.ts'
import { shown } from './shown.ts'

export { type FirstStep, firstSteps, stepsLeft } from './step.ts'

/** What is still to do before a new authority can work (premiers pas), for its administrators. */
export const beginning: Module = {
  name: 'beginning',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'records', 'settings', 'tasks'],
  permissions: { follow: role(administrator) },
  pages,
  api,
  seeds,
  fills: [
    fill(aboveInbox, { permission: permission('beginning.follow'), shows: FirstSteps }),
    fill(settings, { title: 'beginning.title', all: [shown] }),
  ],
}
