import { actAs, system } from '#kernel/access'
import type { Event } from '#kernel/events'
import { readMany } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { askMeetingDocument, isForPublic } from './ask.ts'

/** Has both agendas made of a meeting whose organ was just sent one: that of the members, and that of the public. */
export async function makeAgendas(events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
  for (const meeting of await actAs(system, () => readMany(meetings, ids))) {
    await askMeetingDocument(meeting, 'agenda')
    if (await isForPublic(meeting)) await askMeetingDocument(meeting, 'public_agenda')
  }
}
