import { z } from 'zod'
import { permission, role } from '#kernel/access'
import { task } from '#kernel/jobs'
import {
  deliver,
  forgetLetters,
  forgetMail,
  mailKeptFor,
  senders,
  whenReturned,
} from '#kernel/mail'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { retentions, tracesOfErased } from '#commons/holdings'
import { noticeWords } from '#commons/notifications'
import { settings } from '#commons/settings'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { returnWords, tellReturn } from './returned.ts'
import { replyTo, senderName, signs } from './sender.ts'

/** What the house writes by e-mail (messages envoyés): shown to the administrators, signed as the authority says. */
export const outbox: Module = {
  name: 'outbox',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers', 'holdings', 'notifications', 'records', 'settings'],
  permissions: { read: role(administrator) },
  pages,
  api,
  tasks: [deliver],
  timers: [{ at: '50 1 * * *', task: task('outbox.forget_old', z.object({}), forgetMail) }],
  fills: [
    fill(senders, signs),
    fill(whenReturned, tellReturn),
    fill(noticeWords, returnWords),
    fill(tracesOfErased, {
      says: 'outbox.erased_letters',
      forget: ({ addresses, firstName, lastName, nameStays }) =>
        forgetLetters({
          ...{ addresses, lastName },
          fullName: nameStays || !firstName ? '' : `${firstName} ${lastName}`,
        }),
    }),
    fill(settings, { title: 'outbox.title', all: [senderName, replyTo] }),
    fill(retentions, {
      of: { words: 'outbox.title' },
      keep: { period: mailKeptFor, after: 'outbox.kept_after' },
      because: 'outbox.kept_because',
      verified: true,
      personal: ['outbox.held_personal'],
    }),
    fill(navigation, {
      section: 'administration',
      label: 'outbox.title',
      settles: 'outbox.settles',
      href: '/outbox',
      icon: 'send',
      permission: permission('outbox.read'),
    }),
  ],
}
