import { actor, may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { adding, type Attempt, type Call, form } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import { Note, Stack } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { MeetingHead, meetings } from '#modules/deliberations'
import { actsOf, convokedOf, deadlineOf, seatsOf } from '../convocation.ts'
import { convoke, convokeAgain, noteReceipts, supplement } from '../convoke.ts'
import { Again, Convoking, Received, Supplementing } from '../schema.ts'
import { Acts } from './acts.tsx'
import { AgainForm, ReceiptForm, SupplementForm } from './after.tsx'
import { ConvokeForm } from './convoke-form.tsx'
import { convocationPath, StandingNote } from './first.tsx'
import { pages } from './routes.ts'
import { Unexplained } from './unexplained.tsx'

const runsMeetings = permission('deliberations.meeting.run')

pages.get('/meetings/:id/convocation', permission('convocations.read'), (c) => convocationPage(c))

/** Whether the organ is convoked, what is to be done for it, and all that was sent. */
async function convocationPage(c: Call, attempt?: Attempt): Promise<Response> {
  const meeting = await load(c, meetings)
  const acts = await actsOf(meeting)
  const seats = await seatsOf(meeting)
  const deadline = await deadlineOf(meeting)
  const standing = await convokedOf(meeting, { acts, seats, deadline })
  const sends = may(runsMeetings) && meeting.state === 'frozen'
  const convoked = meeting.convoked_at !== null
  return page(
    c,
    { title: meeting.title, status: attempt ? 422 : 200 },
    <>
      <MeetingHead meeting={meeting} current="convocation" />
      <Stack>
        {meeting.noted_after ? (
          <Note>{t('convocations.noted_after')}</Note>
        ) : (
          <StandingNote {...{ meeting, deadline, standing }} />
        )}
        <Unexplained meeting={meeting} />
        {sends && !convoked && <ConvokeForm {...{ meeting, seats, standing, attempt }} />}
        {may(runsMeetings) && convoked && <ReceiptForm {...{ meeting, acts }} />}
        {sends && convoked && (
          <>
            <AgainForm {...{ meeting, seats, standing }} />
            <SupplementForm {...{ meeting, acts }} />
          </>
        )}
        <Acts acts={acts.toReversed()} />
      </Stack>
    </>,
  )
}

pages.post(
  '/meetings/:id/convocation',
  runsMeetings,
  form(Convoking, (c, attempt) => convocationPage(c, attempt)),
  async (c, { sent_on, all_on_paper, ...given }) => {
    const meeting = await load(c, meetings)
    await convoke(meeting, { sentOn: sent_on, allOnPaper: all_on_paper, ...given })
    return redirect(c, convocationPath(meeting), { key: 'convocations.sent' })
  },
)

pages.post(
  '/meetings/:id/convocation/receipts',
  runsMeetings,
  adding(form(Received)),
  async (c, { notices, all, on }) => {
    const meeting = await load(c, meetings)
    await noteReceipts(meeting, all ? 'all' : notices, on, actor().name)
    return redirect(c, convocationPath(meeting), { key: 'convocations.receipt_noted' })
  },
)

pages.post(
  '/meetings/:id/convocation/again',
  runsMeetings,
  adding(form(Again)),
  async (c, { sent_on, ...again }) => {
    const meeting = await load(c, meetings)
    await convokeAgain(meeting, { sentOn: sent_on, ...again })
    return redirect(c, convocationPath(meeting), { key: 'convocations.sent' })
  },
)

pages.post(
  '/meetings/:id/convocation/supplement',
  runsMeetings,
  adding(form(Supplementing)),
  async (c, { sent_on }) => {
    const meeting = await load(c, meetings)
    await supplement(meeting, sent_on)
    return redirect(c, convocationPath(meeting), { key: 'convocations.sent' })
  },
)
