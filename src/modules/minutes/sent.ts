import { actAs, system } from '#kernel/access'
import type { Event } from '#kernel/events'
import { readMany } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { isExplained } from '#modules/preparation'
import { askMeetingDocument, isForPublic } from './ask.ts'

/** Has made what goes with an agenda that an organ was just sent: that of the members, their explanatory notes, that of the public. */
export async function makeAgendas(events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
  for (const meeting of await actAs(system, () => readMany(meetings, ids))) {
    await askMeetingDocument(meeting, 'agenda')
    if (await isExplained(meeting)) await askMeetingDocument(meeting, 'explanatory_notes')
    if (await isForPublic(meeting)) await askMeetingDocument(meeting, 'public_agenda')
  }
}
