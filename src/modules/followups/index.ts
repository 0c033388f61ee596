import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { permission, role, signedIn } from '#kernel/access'
import { adding, form, id, line, optionalDay } from '#kernel/http'
import { t } from '#kernel/i18n'
import { fill, type Module } from '#kernel/module'
import { redirect } from '#kernel/pages'
import { today } from '#commons/clock'
import { namesPersons } from '#commons/directory'
import { load } from '#commons/dossiers'
import { noticeWords, notification, notifications } from '#commons/notifications'
import { actsOf, type ListFilter } from '#commons/records'
import { registerRoutes } from '#commons/registers'
import { besideDossiers } from '#commons/workflow'
import { deliberationTabs, itemPath, items, secretariat } from '#modules/deliberations'
import { Followups, FollowupTabs } from './card.tsx'
import './locales/index.ts'
import { askOf, ending, taskRecord, tasks, taskWorkflow } from './task.ts'

export { openTasks } from './task.ts'

/** What was to be done before today, and is not. */
const byLateness: ListFilter = {
  name: 'late',
  label: 'followups.filter',
  any: 'followups.filter.any',
  choices: async () => [['late', t('followups.filter.late')]],
  where: () => sql<SqlBool>`d.state = 'asked' and d.due_on < ${today()}`,
}

const { pages, api, fills, path } = registerRoutes(taskRecord, taskWorkflow, {
  what: 'follow-up',
  columns: ['item_id', 'service_id', 'in_charge', 'due_on'],
  kept: { keep: 'always', because: 'followups.task.kept', verified: false },
  sort: 'due_on',
  filters: [byLateness],
  tabs: FollowupTabs,
  acts: actsOf(tasks, taskWorkflow, [
    { verb: 'confirm', permission: permission('followups.write') },
  ]),
})

const Asked = z.object({ title: line(300), service_id: id(), due_on: optionalDay() })

pages.post('/of/:id', permission('followups.write'), adding(form(Asked)), async (c, asked) => {
  const item = await load(c, items)
  await askOf(item.id, asked)
  return redirect(c, itemPath(item), { key: 'followups.asked' })
})

/** What is to be done of decisions (suivi des décisions): by which service, by when, with the proof that it was. */
export const followups: Module = {
  name: 'followups',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'notifications',
    'records',
    'registers',
    'reminders',
    'workflow',
  ],
  permissions: { read: signedIn, write: role(secretariat), edit: signedIn, step: signedIn },
  pages,
  api,
  timers: [ending.timer],
  fills: [
    ...fills,
    fill(besideDossiers, Followups),
    fill(noticeWords, ending.notice),
    fill(
      notifications,
      notification(tasks, ['create', 'ask_again'], ['service:editor', 'service:head']),
    ),
    fill(notifications, notification(tasks, ['provide'], [secretariat])),
    fill(namesPersons, {
      ...{ table: tasks.table, column: 'in_charge', moves: true },
      label: 'followups.names',
    }),
    fill(deliberationTabs.others, {
      label: 'followups.tab',
      href: path,
      permission: permission('followups.read'),
    }),
  ],
}
