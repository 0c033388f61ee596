import { actor, ensureInPerson, may, permission } from '#kernel/access'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { write } from '#commons/dossiers'
import { type IncomingMeeting, incomingMeetings } from './meeting.ts'

const publishes = permission('publications.publish')

/**
 * Says that the minutes of a meeting are approved, which no software tells: where its organ publishes its decisions from then on only.
 * Throws `Conflict` where the meeting was not held.
 */
export async function approve(meeting: IncomingMeeting): Promise<void> {
  ensureInPerson()
  ensure(may(publishes), Forbidden, 'errors.forbidden')
  ensure(meeting.told === 'held', Conflict, 'incoming.not_held')
  if (meeting.approved_at) return
  const patch = { approved_by: actor().name, approved_at: Temporal.Now.instant() }
  await write(incomingMeetings, meeting, patch, 'approve')
}
