import { z } from 'zod'
import { db } from '#kernel/db'
import { task, type Timer } from '#kernel/jobs'

/** How long what was seen, or never looked at, stays: it is a reminder, the history of the dossier keeps the fact. */
const days = 180

/** Each night: notices that are older are forgotten. */
export const forgetOld: Timer = {
  at: '20 1 * * *',
  task: task('notifications.forget_old', z.object({}), async () => {
    await db()
      .deleteFrom('commons.notice')
      .where('at', '<', Temporal.Now.instant().subtract({ hours: 24 * days }))
      .execute()
  }),
}
