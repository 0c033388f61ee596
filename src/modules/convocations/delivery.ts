import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { isLetterboxOpen, type Settled } from '#kernel/mail'
import { read } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { settle } from './convoke.ts'
import './tables.ts'

/**
 * Notes what became of a message that convokes. That the server for mail took it is its receipt, on that day, and so is that it
 * lies in a letterbox which is read here; one that is refused, comes back or leaves the machine for nowhere was not received.
 */
export async function noteDelivery({ id, state, at }: Settled): Promise<void> {
  const isReceived = state === 'sent' || (state === 'kept' && isLetterboxOpen())
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate()
  const notice = await db()
    .updateTable('convocations.notice')
    .set({ state, received_on: isReceived ? day : null })
    .where('mail_id', '=', id)
    .returning('act_id')
    .executeTakeFirst()
  if (!notice || !isReceived) return
  const { meeting_id } = await db()
    .selectFrom('convocations.act')
    .select('meeting_id')
    .where('id', '=', notice.act_id)
    .executeTakeFirstOrThrow()
  await actAs(system, async () => settle(await read(meetings, meeting_id, { lock: true })))
}
