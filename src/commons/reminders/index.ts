import { signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { retentions } from '#commons/holdings'
import { noticeWords } from '#commons/notifications'
import { besideDossiers } from '#commons/workflow'
import { api } from './api.ts'
import { Reminders } from './card.tsx'
import './locales/index.ts'
import { pages } from './pages.ts'
import { tellReminders, told } from './tell.ts'

export { remindAhead } from './ahead.ts'
export { remind } from './reminder.ts'

/** Whom a dossier is brought back to mind, and when. */
export const reminders: Module = {
  name: 'reminders',
  floor: 'commons',
  nature: 'always',
  needs: ['calendar', 'clock', 'directory', 'dossiers', 'holdings', 'notifications', 'workflow'],
  permissions: { keep: signedIn },
  pages,
  api,
  timers: [tellReminders],
  fills: [
    fill(besideDossiers, Reminders),
    fill(noticeWords, told),
    fill(retentions, {
      of: { words: 'reminders.title' },
      keep: 'with_dossier',
      because: 'reminders.held_because',
      verified: true,
      personal: ['reminders.held_personal'],
    }),
  ],
}
