import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { type Document, askDocument } from '#commons/documents'
import { type Meeting, dayOf } from '../meeting.ts'

const fileNames = { agenda: 'ordre-du-jour', minutes: 'proces-verbal' }

/** Asks for the agenda or the minutes; these only once the meeting has begun. */
export async function askMeetingDocument(
  meeting: Meeting,
  template: 'agenda' | 'minutes',
): Promise<Document> {
  const begun = meeting.state === 'decided' || meeting.state === 'closed'
  ensure(template === 'agenda' || begun, Conflict, 'deliberations.document.minutes_before_session')
  return askDocument(meeting, `deliberations.${template}`, {
    title: t(`deliberations.document.${template}`),
    fileName: `${fileNames[template]}-${dayOf(meeting).toString()}.pdf`,
  })
}
