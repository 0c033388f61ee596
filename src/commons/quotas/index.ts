import { z } from 'zod'
import { permission, role } from '#kernel/access'
import { task } from '#kernel/jobs'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { noticeWords } from '#commons/notifications'
import { api } from './api.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { nearWords, tellOfUse } from './telling.ts'

/** How much an authority uses of what it may (quotas): shown to the administrators, who are told in time. */
export const quotas: Module = {
  name: 'quotas',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'notifications'],
  permissions: { read: role(administrator) },
  pages,
  api,
  timers: [{ at: '10 * * * *', task: task('quotas.look', z.object({}), tellOfUse) }],
  fills: [
    fill(noticeWords, nearWords),
    fill(navigation, {
      section: 'administration',
      label: 'quotas.title',
      settles: 'quotas.settles',
      href: '/use',
      icon: 'chart-column',
      permission: permission('quotas.read'),
    }),
  ],
}
