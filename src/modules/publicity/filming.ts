import { ensureInPerson } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { tell } from '#commons/dossiers'
import { isWebAddress } from '#modules/copies'
import {
  keepVideo,
  meetingAgain,
  type OpenMeeting,
  originOf,
  renewAgenda,
} from '#modules/publications'

/**
 * Says where a meeting is seen or heard (vidéo de la séance); empty: nowhere. Where its agenda is public, everybody reads it at once.
 * Throws `Conflict` of a meeting that was called off, `Invalid` where citizens may not be sent there.
 */
export async function setVideo(meeting: OpenMeeting, address: string): Promise<void> {
  ensureInPerson()
  const locked = await meetingAgain(meeting, { lock: true })
  const origin = originOf(locked)
  ensure(origin.stateOf(locked) !== 'cancelled', Conflict, 'publications.video.cancelled')
  if (address !== '' && !isWebAddress(address))
    throw Invalid.field('address', 'publications.address.wrong')
  await keepVideo(locked, address)
  await tell(origin.meetings, locked.id, 'film', { title: address })
  await renewAgenda(locked.id)
}
