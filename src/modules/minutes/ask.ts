import { z } from 'zod'
import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { type Document, askDocument } from '#commons/documents'
import { type Meeting, dayOf } from '#modules/deliberations'

/** Which of them is asked for. */
export const Asked = z.object({ template: z.enum(['agenda', 'minutes']) })

const fileNames = { agenda: 'ordre-du-jour', minutes: 'proces-verbal' }

/** Asks for the agenda or the minutes; these only once the meeting has begun. */
export async function askMeetingDocument(
  meeting: Meeting,
  template: 'agenda' | 'minutes',
): Promise<Document> {
  const begun = meeting.state === 'decided' || meeting.state === 'closed'
  ensure(template === 'agenda' || begun, Conflict, 'minutes.document.minutes_before_session')
  return askDocument(meeting, `minutes.${template}`, {
    title: inItsLanguage(() => t(`minutes.document.${template}`)),
    fileName: `${fileNames[template]}-${dayOf(meeting).toString()}.pdf`,
  })
}
