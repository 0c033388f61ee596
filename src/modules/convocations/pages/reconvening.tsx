import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { adding, form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { Button, DateTimeField, FoldedForm, FormActions, Note, TextField } from '#kernel/ui'
import { load, readMany } from '#commons/dossiers'
import { type Meeting, meetingPath, meetings, repetitionOf } from '#modules/deliberations'
import { reconvene } from '../reconvening.ts'
import { Reconvening } from '../schema.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

/** What a meeting repeats for want of quorum, what repeats it, and the form that plans that. */
export async function Repetition({ meeting }: { meeting: Meeting }) {
  const repeated = await repetitionOf(meeting)
  const ids = [meeting.repeats_id, repeated?.id].flatMap((id) => id ?? [])
  const found = await readMany(meetings, ids)
  const before = found.find(({ id }) => id === meeting.repeats_id)
  const after = found.find(({ id }) => id === repeated?.id)
  const open = meeting.lifted && meeting.rank < 3 && !repeated && may(runsMeetings)
  return (
    <>
      {before && (
        <Note title={t('deliberations.meeting.rank', { rank: meeting.rank })}>
          {t('deliberations.meeting.repeats')} <a href={meetingPath(before)}>{before.title}</a>
        </Note>
      )}
      {after && (
        <Note>
          {t('deliberations.meeting.repeated')} <a href={meetingPath(after)}>{after.title}</a>
        </Note>
      )}
      {open && (
        <FoldedForm
          label={t('deliberations.meeting.reconvene', { rank: meeting.rank + 1 })}
          action={`${meetingPath(meeting)}/reconvocation`}
          id="reconvocation"
        >
          <DateTimeField name="starts_at" label={t('deliberations.meeting.starts_at')} required />
          <TextField name="place" label={t('deliberations.meeting.place')} value={meeting.place} />
          <FormActions>
            <Button tone="primary">{t('deliberations.meeting.plan')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </>
  )
}

pages.post(
  '/meetings/:id/reconvocation',
  runsMeetings,
  adding(form(Reconvening)),
  async (c, { starts_at, place }) => {
    const meeting = await load(c, meetings)
    const again = await reconvene(meeting, { startsAt: starts_at, place })
    return redirect(c, meetingPath(again), { key: 'deliberations.meeting.planned' })
  },
)
