import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { Button, Card, CheckboxGroup, Form, FormActions, Note } from '#kernel/ui'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import { printed } from '#commons/law'
import { type Item, itemPath, items, type Meeting, meetingOf } from '#modules/deliberations'
import { membersFor } from '../quorum.ts'
import { type Sitting, votersIn } from '../presence.ts'
import { UrgencyForm } from '../schema.ts'
import { sittingOf } from '../sitting.ts'
import { urgencySentence } from '../said.ts'
import { declareUrgency, urgenciesOf, urgencyRule } from '../urgency.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

interface UrgencyProps {
  item: Item
  meeting: Meeting
  sitting: Sitting
}

/** Of a late point: who declared it urgent, or the form by which they do before anything is decided (CDLD L1122-24). */
export async function Urgency({ item, meeting, sitting }: UrgencyProps) {
  if (item.list_type !== 'late') return null
  const rule = await urgencyRule(meeting)
  if (!rule) return null
  const declared = (await urgenciesOf([item.id])).get(item.id) ?? []
  const voters = votersIn(sitting, item.position ?? 0)
  const open = item.state === 'frozen' && meeting.state === 'decided' && may(runsMeetings)
  return (
    <Card title={t('sittings.urgency.title')} aside={printed(rule.article)}>
      {declared.length > 0 && (
        <div class="act">
          <p>{urgencySentence(declared, sitting.attendees)}</p>
        </div>
      )}
      {declared.length === 0 && (
        <Note tone="warn">
          {t('sittings.urgency.to_declare', {
            needed: membersFor(rule.value, voters.length),
            present: voters.length,
          })}
        </Note>
      )}
      {open && (
        <Form action={`${itemPath(item)}/urgency`} id="urgency">
          <CheckboxGroup
            name="seats"
            label={t('sittings.urgency.who')}
            choices={voters.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
            values={declared}
          />
          <FormActions>
            <Button>{t('sittings.urgency.declare')}</Button>
            <Button name="all" value="true">
              {t('sittings.urgency.declare_all')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

pages.post('/items/:id/urgency', runsMeetings, form(UrgencyForm), async (c, { seats, all }) => {
  const item = await load(c, items)
  const meeting = await meetingOf(item)
  const everybody = async () =>
    votersIn(await sittingOf(meeting), item.position ?? 0).map(({ id }) => id)
  await declareUrgency(item, meeting, all ? await everybody() : seats)
  return redirect(c, `${itemPath(item)}/session`, { key: 'sittings.urgency.saved' })
})
