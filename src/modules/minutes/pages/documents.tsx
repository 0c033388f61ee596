import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import { type DocumentMaker, DocumentShelf, documentsOf, onTheirWay } from '#commons/documents'
import { load } from '#commons/dossiers'
import { type Meeting, MeetingHead, meetingPath, meetings } from '#modules/deliberations'
import { isExplained } from '#modules/preparation'
import { Asked, askMeetingDocument, isForPublic } from '../ask.ts'
import { pages } from './routes.ts'

const makes = permission('minutes.make')

const documentsPath = (meeting: Meeting) => `${meetingPath(meeting)}/documents`

pages.get('/meetings/:id/documents', permission('minutes.read'), async (c) => {
  const meeting = await load(c, meetings)
  const made = await documentsOf(meeting.id)
  return page(
    c,
    { title: meeting.title, pending: onTheirWay(made) },
    <>
      <MeetingHead meeting={meeting} current="documents" />
      <DocumentShelf
        documents={made}
        action={documentsPath(meeting)}
        makers={await makersOf(meeting)}
        may={may(makes)}
      />
    </>,
  )
})

/** The agenda may be made at any time, that of the public once it is frozen, the minutes once the meeting has begun. */
async function makersOf(meeting: Meeting): Promise<DocumentMaker[]> {
  const agenda: DocumentMaker = {
    template: 'agenda',
    label: t('minutes.document.make.agenda'),
  }
  const minutes: DocumentMaker = {
    template: 'minutes',
    label: t('minutes.document.make.minutes'),
    icon: 'scroll-text',
    tone: 'primary',
  }
  const text: DocumentMaker = {
    template: 'minutes',
    format: 'docx',
    label: t('minutes.document.make.text'),
  }
  const forPublic: DocumentMaker = {
    template: 'public_agenda',
    label: t('minutes.document.make.public_agenda'),
  }
  const begun = meeting.state === 'decided' || meeting.state === 'closed'
  const notes: DocumentMaker[] = (['pdf', 'docx'] as const).map((format) => ({
    template: 'explanatory_notes',
    format,
    label: t('minutes.document.make.explanatory_notes', { format }),
  }))
  const agendas = [
    agenda,
    ...((await isForPublic(meeting)) ? [forPublic] : []),
    ...((await isExplained(meeting)) ? notes : []),
  ]
  return begun ? [...agendas, minutes, text] : agendas
}

pages.post('/meetings/:id/documents', makes, form(Asked), async (c, { template, format }) => {
  const meeting = await load(c, meetings)
  await askMeetingDocument(meeting, template, format)
  return redirect(c, documentsPath(meeting), {
    key: 'minutes.document.asked',
    tone: 'info',
  })
})
