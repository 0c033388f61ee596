import { permission } from '#kernel/access'
import { t, timeZone } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  DateTimeField,
  Form,
  FormActions,
  Note,
  Stack,
  TextArea,
  TextField,
} from '#kernel/ui'
import { ensureFresh, load, Version, VersionField } from '#commons/dossiers'
import { MeetingHead, meetingPath, meetings, rearrange } from '#modules/deliberations'
import { Rearranging } from '../schema.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

pages.get('/meetings/:id/arrangement', runsMeetings, (c) => arrangementPage(c))

pages.post(
  '/meetings/:id/arrangement',
  runsMeetings,
  form(Rearranging.extend(Version.shape), arrangementPage),
  async (c, { version, starts_at, ...to }) => {
    const meeting = await load(c, meetings)
    await ensureFresh(meeting, version)
    await rearrange(meeting, { startsAt: starts_at, ...to })
    return redirect(c, meetingPath(meeting), { key: 'deliberations.meeting.rearranged' })
  },
)

/** The form that changes day, hour and place. */
async function arrangementPage(c: Call, attempt?: Attempt): Promise<Response> {
  const meeting = await load(c, meetings)
  const starts = meeting.starts_at.toZonedDateTimeISO(timeZone).toPlainDateTime()
  const told = meeting.convoked_at !== null
  return page(
    c,
    { title: meeting.title, status: attempt ? 422 : 200 },
    <>
      <MeetingHead meeting={meeting} current="arrangement" />
      <Stack>
        <Note tone={told ? 'warn' : 'info'}>
          {t(
            told ? 'deliberations.meeting.rearrange_told' : 'deliberations.meeting.rearrange_free',
          )}
        </Note>
        <Form
          action={`${meetingPath(meeting)}/arrangement`}
          errors={attempt?.errors ?? {}}
          values={typed(attempt)}
        >
          <VersionField dossier={meeting} attempt={attempt}>
            <p>{[meeting.title, meeting.place].filter(Boolean).join(', ')}</p>
          </VersionField>
          <DateTimeField
            name="starts_at"
            label={t('deliberations.meeting.starts_at')}
            value={starts}
            required
          />
          <TextField name="place" label={t('deliberations.meeting.place')} value={meeting.place} />
          {told && (
            <>
              <TextArea
                name="reason"
                label={t('deliberations.meeting.reason')}
                help={t('deliberations.meeting.reason_help')}
                rows={3}
                required
              />
              <TextArea
                name="urgency"
                label={t('deliberations.meeting.urgency')}
                help={t('deliberations.meeting.urgency_help')}
                rows={2}
              />
            </>
          )}
          <FormActions>
            <ButtonLink href={meetingPath(meeting)}>{t('records.back')}</ButtonLink>
            <Button tone="primary">{t('deliberations.meeting.rearrange')}</Button>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}
