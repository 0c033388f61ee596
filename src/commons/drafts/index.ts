import { z } from 'zod'
import { permission, signedIn } from '#kernel/access'
import { draftsKeptFor, forgetDrafts, forgetDraftsOf } from '#kernel/drafts'
import { task, type Timer } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { forgetSent } from '#kernel/once'
import { personLinks } from '#kernel/pages'
import { goesWith, retentions } from '#commons/holdings'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'

/** Each night: drafts to which nobody came back, and the keys of what was sent, are forgotten. */
const forget: Timer = {
  at: '40 1 * * *',
  task: task('drafts.forget', z.object({}), async () => {
    await forgetDrafts()
    await forgetSent()
  }),
}

/** What a person types in a form and has not sent: kept for them alone, in every form of the house. */
export const drafts: Module = {
  name: 'drafts',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers', 'holdings'],
  permissions: { keep: signedIn },
  pages,
  api,
  timers: [forget],
  fills: [
    fill(goesWith, forgetDraftsOf),
    fill(personLinks, {
      label: 'drafts.mine',
      href: '/drafts',
      icon: 'cloud-check',
      permission: permission('drafts.keep'),
    }),
    fill(retentions, {
      of: { words: 'drafts.mine' },
      keep: { period: draftsKeptFor, after: 'drafts.kept_after' },
      because: 'drafts.held_because',
      verified: true,
      personal: ['drafts.held_personal'],
    }),
  ],
}
