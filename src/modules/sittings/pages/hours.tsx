import { permission } from '#kernel/access'
import { formatTime, t, timeZone } from '#kernel/i18n'
import { adding, form } from '#kernel/http'
import { Edition, EditionField, ensureEdition, redirect } from '#kernel/pages'
import { Button, Card, Facts, FoldedForm, FormActions, TextField } from '#kernel/ui'
import { lastToChange, load } from '#commons/dossiers'
import { hasOpened, type Meeting, meetingPath, meetings } from '#modules/deliberations'
import { correctHours, hasEnded, standingHours } from '../hours.ts'
import { Hours } from '../schema.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

/** When the sitting was opened and closed, and the form that corrects what the clock said. */
export function HoursCard({ meeting, corrects }: { meeting: Meeting; corrects: boolean }) {
  const { opened_at: opened, closed_at: closed } = meeting
  if (!hasOpened(meeting)) return null
  const said = (at: Temporal.Instant | null) => (at ? formatTime(at) : t('sittings.hours.unsaid'))
  return (
    <Card title={t('sittings.hours.title')}>
      <Facts
        facts={[
          { label: t('sittings.hours.opened'), value: said(opened) },
          ...(hasEnded(meeting)
            ? [{ label: t('sittings.hours.closed'), value: said(closed) }]
            : []),
        ]}
      />
      {corrects && (
        <FoldedForm
          label={t('sittings.hours.correct')}
          action={`${meetingPath(meeting)}/hours`}
          id="hours"
        >
          <EditionField of={standingHours(meeting)} attempt={undefined} />
          <TextField
            name="opened"
            type="time"
            size="short"
            label={t('sittings.hours.opened')}
            value={opened ? asTyped(opened) : ''}
            required
          />
          {hasEnded(meeting) && (
            <TextField
              name="closed"
              type="time"
              size="short"
              label={t('sittings.hours.closed')}
              help={t('sittings.hours.closed_help')}
              value={closed ? asTyped(closed) : ''}
              required={closed !== null}
            />
          )}
          <FormActions>
            <Button>{t('sittings.hours.save')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </Card>
  )
}

const asTyped = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

pages.post(
  '/meetings/:id/hours',
  runsMeetings,
  adding(form(Hours.extend(Edition.shape))),
  async (c, { edition, ...hours }) => {
    const meeting = await load(c, meetings)
    ensureEdition(standingHours(meeting), edition, await lastToChange(meeting.id))
    await correctHours(meeting, hours)
    return redirect(c, `${meetingPath(meeting)}/attendance`, { key: 'sittings.hours.saved' })
  },
)
