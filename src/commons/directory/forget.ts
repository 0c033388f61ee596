import { z } from 'zod'
import { forgetAudit } from '#kernel/audit-chain'
import { timeZone } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'

/** How long a line of the security log stays. */
export const auditKeptFor = 'P2Y'

/** Each night: lines of the security log that are older are forgotten, and one says how many. */
export const forgetOldAudit: Timer = {
  at: '30 1 * * *',
  task: task('directory.forget_audit', z.object({}), async () => {
    await forgetAudit(Temporal.Now.zonedDateTimeISO(timeZone).subtract(auditKeptFor).toInstant())
  }),
}
