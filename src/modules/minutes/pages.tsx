import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form, PageRoutes } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import { PostButton, Row, Stack } from '#kernel/ui'
import { DocumentFiles, documentsOf } from '#commons/documents'
import { load } from '#commons/dossiers'
import { type Meeting, MeetingHead, meetingPath, meetings } from '#modules/deliberations'
import { Asked, askMeetingDocument } from './ask.ts'

/** The documents of a meeting, a tab of its page. */
export const pages = new PageRoutes('/deliberations')

const documentsPath = (meeting: Meeting) => `${meetingPath(meeting)}/documents`

pages.get('/meetings/:id/documents', permission('minutes.read'), async (c) => {
  const meeting = await load(c, meetings)
  const made = await documentsOf(meeting.id)
  return page(
    c,
    { title: meeting.title, pending: made.some(({ state }) => state === 'pending') },
    <>
      <MeetingHead meeting={meeting} current="documents" />
      <Stack>
        {may('minutes.make') && <Makers meeting={meeting} />}
        <DocumentFiles documents={made} />
      </Stack>
    </>,
  )
})

/** The buttons that make the agenda and, once the meeting has begun, the minutes. */
function Makers({ meeting }: { meeting: Meeting }) {
  const action = documentsPath(meeting)
  const begun = meeting.state === 'decided' || meeting.state === 'closed'
  return (
    <Row>
      <PostButton action={action} fields={{ template: 'agenda' }} icon="file-text">
        {t('minutes.document.make.agenda')}
      </PostButton>
      {begun && (
        <PostButton
          action={action}
          fields={{ template: 'minutes' }}
          icon="scroll-text"
          tone="primary"
        >
          {t('minutes.document.make.minutes')}
        </PostButton>
      )}
    </Row>
  )
}

pages.post(
  '/meetings/:id/documents',
  permission('minutes.make'),
  form(Asked),
  async (c, { template }) => {
    const meeting = await load(c, meetings)
    await askMeetingDocument(meeting, template)
    return redirect(c, documentsPath(meeting), {
      key: 'minutes.document.asked',
      tone: 'info',
    })
  },
)
