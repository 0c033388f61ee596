import { z } from 'zod'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'

/** How long one stays, seen or not: it is a reminder, the history of the dossier keeps the fact. */
export const keptFor = 'P180D'

/** Each night: notices that are older are forgotten. */
export const forgetOld: Timer = {
  at: '20 1 * * *',
  task: task('notifications.forget_old', z.object({}), async () => {
    await db()
      .deleteFrom('commons.notice')
      .where('at', '<', Temporal.Now.zonedDateTimeISO(timeZone).subtract(keptFor).toInstant())
      .execute()
  }),
}
