import { z } from 'zod'
import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { type Document, askDocument } from '#commons/documents'
import { type Meeting, dayOf, organKind, sittingRule } from '#modules/deliberations'
import { isExplained } from '#modules/preparation'

const papers = ['agenda', 'public_agenda', 'explanatory_notes', 'minutes'] as const
/** The agenda as members hold it, the same for the public, the explanatory notes of its points, the minutes. */
export type MeetingPaper = (typeof papers)[number]

/** Which of them is asked for. */
export const Asked = z.object({
  template: z.enum(papers),
  format: z
    .enum(['pdf', 'docx'])
    .default('pdf')
    .describe('The minutes and the explanatory notes alone are made as DOCX too.'),
})

const fileNames = {
  agenda: 'ordre-du-jour',
  public_agenda: 'ordre-du-jour-public',
  explanatory_notes: 'notes-explicatives',
  minutes: 'proces-verbal',
}

/** Whether the public is told the agenda of a meeting: once it is frozen, where the organ sits in public (CDLD L1122-14). */
export async function isForPublic(meeting: Meeting): Promise<boolean> {
  if (meeting.agenda_version === 0) return false
  const { closedBy } = await sittingRule(await organKind(meeting), dayOf(meeting))
  return closedBy === null
}

/** Asks for a paper of a meeting: its minutes only once it has begun, its public agenda only once that is frozen. */
export async function askMeetingDocument(
  meeting: Meeting,
  template: MeetingPaper,
  format: 'pdf' | 'docx' = 'pdf',
): Promise<Document> {
  const begun = meeting.state === 'decided' || meeting.state === 'closed'
  ensure(template !== 'minutes' || begun, Conflict, 'minutes.document.minutes_before_session')
  const hidden = template === 'public_agenda' && !(await isForPublic(meeting))
  ensure(!hidden, Conflict, 'minutes.document.not_for_public')
  const unwritten = template === 'explanatory_notes' && !(await isExplained(meeting))
  ensure(!unwritten, Conflict, 'minutes.document.no_notes')
  const { agenda_version: version } = meeting
  const numbered = template !== 'minutes' && meeting.state !== 'created' && version > 0
  const name = inItsLanguage(() => t(`minutes.document.${template}`))
  const made = template === 'minutes' && format === 'docx' ? 'minutes_text' : template
  return askDocument(meeting, `minutes.${made}`, {
    format,
    title: numbered ? inItsLanguage(() => t('minutes.document.version', { name, version })) : name,
    fileName: `${fileNames[template]}-${dayOf(meeting).toString()}${numbered ? `-v${version}` : ''}.${format}`,
  })
}
