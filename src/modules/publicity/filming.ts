import { ensureInPerson } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { read, tell } from '#commons/dossiers'
import { type Meeting, meetings } from '#modules/deliberations'
import { isWebAddress } from '#modules/copies'
import { keepVideo, renewAgenda } from '#modules/publications'

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
  await keepVideo(locked, address)
  await tell(meetings, meeting.id, 'film', { title: address })
  await renewAgenda(meeting.id)
}
