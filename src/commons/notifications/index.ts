import { permission, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { retentions } from '#commons/holdings'
import { topLinks } from '#kernel/pages'
import { api } from './api.ts'
import { writeDaily, writeNow } from './by-mail.ts'
import { forgetOld, keptFor } from './forget.ts'
import './locales/index.ts'
import { namesPersons } from '#commons/directory'
import { leavings } from '#commons/people'
import { wishesEnd } from './leaving.ts'
import { countNew } from './notice.ts'
import { pages } from './pages.tsx'

export { notification, notifications } from './notification.ts'
export { type NoticeWords, noticeWords, tellPeople } from './of-house.ts'

/** What a person is told of that others did; each trade says on what, and whom. */
export const notificationsModule: Module = {
  name: 'notifications',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers', 'holdings', 'people', 'workflow'],
  permissions: { read: signedIn },
  pages,
  api,
  tasks: [writeNow],
  timers: [forgetOld, writeDaily],
  fills: [
    fill(leavings, wishesEnd),
    fill(
      namesPersons,
      {
        ...{ table: 'commons.notice', column: 'person_id' },
        moves: true,
        label: 'notifications.title',
      },
      { table: 'commons.notice_mail', column: 'person_id', moves: false },
      { table: 'commons.notice_wish', column: 'person_id', moves: false },
    ),
    fill(retentions, {
      of: { words: 'notifications.title' },
      keep: { period: keptFor, after: 'notifications.kept_after' },
      because: 'notifications.kept_because',
      verified: true,
      personal: ['notifications.held_personal'],
    }),
    fill(topLinks, {
      label: 'notifications.title',
      countLabel: 'notifications.new_count',
      href: '/notices',
      icon: 'bell',
      permission: permission('notifications.read'),
      count: countNew,
    }),
  ],
}
