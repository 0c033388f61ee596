import { z } from 'zod'
import { permission, signedIn } from '#kernel/access'
import { sweepFiles } from '#kernel/files'
import { forgetDone, task } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { whenInfected } from '#commons/annexes'
import { retentions } from '#commons/holdings'
import { noticeWords } from '#commons/notifications'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { infected, tellOfInfected } from './infected.ts'
import { jobFails, tellOfFailures, told } from './telling.ts'

/** Each night: bytes of files that nothing needs any more are erased. */
const clearFiles = task('background.clear_files', z.object({}), async () => {
  await sweepFiles()
})

/** What the house does in the background (travaux en arrière-plan): what failed has an addressee. */
export const background: Module = {
  name: 'background',
  floor: 'commons',
  nature: 'always',
  needs: ['annexes', 'directory', 'dossiers', 'holdings', 'notifications'],
  permissions: { read: signedIn },
  pages,
  api,
  reactions: { [jobFails]: tellOfFailures },
  timers: [
    { at: '25 1 * * *', task: task('background.forget_done', z.object({}), forgetDone) },
    { at: '35 1 * * *', task: clearFiles },
  ],
  fills: [
    fill(retentions, {
      of: { words: 'background.title' },
      keep: { period: 'P7D', after: 'background.kept_after' },
      because: 'background.kept_because',
      verified: true,
      personal: ['background.held_personal'],
    }),
    fill(noticeWords, told, infected),
    fill(whenInfected, tellOfInfected),
    fill(navigation, {
      section: 'together',
      label: 'background.title',
      href: '/background',
      icon: 'refresh-cw',
      permission: permission('background.read'),
    }),
  ],
}
