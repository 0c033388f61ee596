import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { tradesUnseen } from '#kernel/module'
import { spokenDay, today } from '#commons/clock'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import type { DueReason } from '#commons/tasks'
import { advices } from './advice.ts'

const reminds = event('advices.advice.remind')
const expires = event('advices.advice.expire')
const About = z.object({ day: z.string() })
const dayIn = (about: unknown) => spokenDay(Temporal.PlainDate.from(About.parse(about).day))

/** How it is said that an advice is due soon, and that its time has passed. */
export const told: readonly NoticeWords[] = [
  {
    ...{ type: reminds, title: 'advices.advice.name' },
    words: (about) => t('advices.advice.reminded', { day: dayIn(about) }),
  },
  {
    ...{ type: expires, title: 'advices.advice.name' },
    words: (about) => t('advices.advice.expired', { day: dayIn(about) }),
  },
]

interface Due {
  id: string
  due_on: Temporal.PlainDate
  advisers: string[]
  askers: string[]
}

/** Each morning: who gives an advice knows that its last day is near, and those who asked too that it has passed; once each. */
export const tellOfDays: Timer = {
  at: '40 3 * * *',
  task: task('advices.tell', z.object({}), async () => {
    const near = await taken(sql`a.alert_on <= ${today()} and d.due_on >= ${today()}
      and (a.told_on is null or a.told_on < a.alert_on)`)
    for (const { id, due_on, advisers } of near)
      await tellPeople(
        reminds,
        { principals: advisers },
        { dossierId: id },
        { day: due_on.toString() },
      )
    const passed = await taken(sql`d.due_on < ${today()}
      and (a.told_on is null or a.told_on <= d.due_on)`)
    for (const { id, due_on, advisers, askers } of passed) {
      const principals = [...advisers, ...askers]
      await tellPeople(expires, { principals }, { dossierId: id }, { day: due_on.toString() })
    }
  }),
}

/** Those whose clock runs and of which this holds: they are told of by one job only. */
async function taken(holds: ReturnType<typeof sql>): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update commons.advice a set told_on = ${today()} from commons.dossier d
    where d.tenant_id = a.tenant_id and d.id = a.id and d.state = 'running' and ${holds}
      and split_part(a.subject_kind, '.', 1) <> all(${tradesUnseen()}::text[])
    returning a.id, d.due_on, a.advisers, a.askers`.execute(db())
  return rows
}

/** An advice is due on the last day of its delay, as that was reckoned. */
export const adviceDue: DueReason = {
  kind: advices.name,
  of: async (due) => {
    const { rows } = await sql<{ id: string; why: string }>`
      select id, why from commons.advice
      where id = any(${due.map(({ id }) => id)}::uuid[]) and why <> ''`.execute(db())
    return new Map(rows.map(({ id, why }) => [id, why]))
  },
}
