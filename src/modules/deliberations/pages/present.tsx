import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { Button, Card, Form, FormActions, Note, Select } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { type Item, itemPath, items } from '../item.ts'
import { meetingPath } from '../meeting.ts'
import { present } from '../order.ts'
import { acceptingMeetings, meetingFor, proposedFor } from '../queries.ts'
import { Presenting } from '../schema.ts'
import { pages } from './routes.ts'

/** Chooses the meeting to which a validated point is presented. */
export async function PresentForm({ item }: { item: Item }) {
  const open = await acceptingMeetings(item.organ_id)
  if (open.length === 0) return <Note>{t('deliberations.meeting.none')}</Note>
  // A frozen agenda is no place to which one comes without saying so.
  const next = open.find(({ state }) => state === 'created') ?? open[0]
  return (
    <Card title={t('deliberations.item.verb.present')}>
      <Form action={`${itemPath(item)}/presentation`} id="present">
        <Select
          name="meeting_id"
          label={t('deliberations.item.meeting')}
          options={open.map(({ id, title }) => ({ value: id, label: title }))}
          value={(await proposedFor(item)) ?? next?.id ?? ''}
          required
        />
        <FormActions>
          <Button tone="primary">{t('deliberations.item.verb.present')}</Button>
        </FormActions>
      </Form>
    </Card>
  )
}

pages.post(
  '/items/:id/presentation',
  permission('deliberations.item.present'),
  form(Presenting),
  async (c, { meeting_id }) => {
    const item = await load(c, items, { lock: false })
    const meeting = await meetingFor(item, meeting_id)
    const { number } = await present(item, meeting)
    return redirect(c, meetingPath(meeting), {
      key: 'deliberations.available.presented',
      params: { number: number ?? '' },
    })
  },
)
