import { z } from 'zod'
import { permission, role } from '#kernel/access'
import { t } from '#kernel/i18n'
import { task } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { processings, retentions, tracesOfErased } from '#commons/holdings'
import { secretariat } from '#modules/deliberations'
import { followings } from '#modules/copies'
import { followers } from '#modules/publications'
import { api } from './api.ts'
import { forgetOld, writeAsked } from './ask.ts'
import { feedLinks } from './feed.ts'
import { open } from './feeds.ts'
import { followedIn, queryOf } from './followed.ts'
import './locales/index.ts'
import { oneClick } from './one-click.ts'
import { pages } from './pages/index.ts'
import { endAt } from './subscriber.ts'
import './tables.ts'
import { followPublished, followWithdrawn, tellNews } from './tell.ts'

/** Citizens are told of what becomes public: by e-mail where they confirmed an address, by feeds and a calendar. */
export const alerts: Module = {
  name: 'alerts',
  floor: 'modules',
  nature: 'part',
  of: 'publications',
  needs: ['copies', 'deliberations', 'directory', 'holdings', 'publication', 'publications'],
  permissions: { read: role(administrator, secretariat) },
  pages,
  api,
  protocols: oneClick,
  public: open,
  tasks: [writeAsked, tellNews],
  timers: [{ at: '45 1 * * *', task: task('alerts.forget_old', z.object({}), forgetOld) }],
  fills: [
    fill(followers.published, followPublished),
    fill(followers.withdrawn, followWithdrawn),
    fill(followings, (asked) => {
      const what = followedIn(asked)
      const page = { label: t('alerts.title'), href: `/alerts${queryOf(what)}` }
      return { feeds: feedLinks(what), page }
    }),
    fill(tracesOfErased, {
      says: 'alerts.erased',
      forget: ({ addresses }) => endAt(addresses),
    }),
    fill(
      retentions,
      {
        of: { words: 'alerts.held' },
        keep: 'always',
        because: 'alerts.held.because',
        verified: false,
        personal: ['alerts.held.personal'],
      },
      {
        of: { words: 'alerts.held_asked' },
        keep: { period: 'P7D', after: 'alerts.held_asked.after' },
        because: 'alerts.held_asked.because',
        verified: false,
        personal: ['alerts.held.personal'],
      },
    ),
    fill(processings, {
      title: 'alerts.held',
      purpose: 'alerts.held.purpose',
      basis: 'consent',
      law: 'alerts.held.law',
      persons: ['privacy.persons.citizens'],
      recipients: ['privacy.recipients.inside'],
      of: ['alerts.held', 'alerts.held_asked'],
    }),
    fill(navigation, {
      section: 'administration',
      label: 'alerts.figures',
      settles: 'alerts.figures.settles',
      href: '/alerts/figures',
      icon: 'bell',
      permission: permission('alerts.read'),
    }),
  ],
}
