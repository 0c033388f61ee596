import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { read, tell } from '#commons/dossiers'
import { type Meeting, meetings } from '#modules/deliberations'
import { renewAgenda } from './renewing.ts'
import { isWebAddress } from './web-address.ts'
import './tables.ts'

/**
 * Says where a meeting is seen or heard (vidéo de la séance); empty: nowhere. Where its agenda is public, everybody reads it at once.
 * Throws `Conflict` of a meeting that was called off, `Invalid` where citizens may not be sent there.
 */
export async function setVideo(meeting: Meeting, address: string): Promise<void> {
  ensureInPerson()
  const locked = await read(meetings, meeting.id, { lock: true })
  ensure(locked.state !== 'cancelled', Conflict, 'publications.video.cancelled')
  if (address !== '' && !isWebAddress(address))
    throw Invalid.field('address', 'publications.address.wrong')
  if (address === '')
    await db().deleteFrom('publications.video').where('meeting_id', '=', meeting.id).execute()
  else
    await db()
      .insertInto('publications.video')
      .values({ meeting_id: meeting.id, address })
      .onConflict((clash) => clash.columns(['tenant_id', 'meeting_id']).doUpdateSet({ address }))
      .execute()
  await tell(meetings, meeting.id, 'film', { title: address })
  await renewAgenda(meeting.id)
}
