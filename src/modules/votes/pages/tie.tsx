import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import {
  Button,
  Card,
  CheckboxGroup,
  FoldedForm,
  Form,
  FormActions,
  Note,
  PostButton,
  Row,
  Select,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import { printed } from '#commons/law'
import { type Item, itemPath, items, type Meeting, meetingOf } from '#modules/deliberations'
import { type Sitting, votersIn, tieUrgency, urgenciesOf, urgencySentence } from '#modules/sittings'
import type { RecordedVote } from '../recorded.ts'
import { CalledForm, UrgencyDeclaredForm } from '../schema.ts'
import { callable, callMember, dismissCalled, recogniseUrgency, tiesBefore } from '../tie.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')
const sessionPath = (item: { id: string }) => `${itemPath(item)}/session`

interface TieProps {
  item: Item
  meeting: Meeting
  sitting: Sitting
  vote: RecordedVote | undefined
}

/** Of an organ that puts off what is tied (CDLD L1123-22): its urgency, its earlier ties, and who is called to sit. */
export async function Tie({ item, meeting, sitting, vote }: TieProps) {
  const rule = await tieUrgency(meeting, sitting)
  const able = await callable(meeting)
  if (!rule && !able) return null
  const ties = await tiesBefore(item)
  const called = sitting.called.find(({ item_id }) => item_id === item.id)
  const open = may(runsMeetings) && item.state === 'frozen' && meeting.state === 'decided'
  const tied = vote && !vote.outcome.adopted && vote.outcome.reason === 'tie_postponed'
  const voices = (await urgenciesOf([item.id])).get(item.id) ?? []
  const recognises = open && !vote && item.poll_type !== 'no_vote' && rule
  const calls = open && tied && able
  if (!called && !calls && !recognises && ties === 0 && voices.length === 0) return null
  return (
    <Card title={t('votes.called.title')} aside={printed(able?.rule.article ?? '')}>
      {ties > 0 && <p>{t('votes.called.ties', { count: ties })}</p>}
      {voices.length > 0 && (
        <div class="act">
          <p>{urgencySentence(voices, sitting.attendees)}</p>
        </div>
      )}
      {recognises && <Recognition {...{ item, sitting, voices }} needed={recognises.needed} />}
      {called && (
        <p>
          {t('votes.called.said', {
            who: fullName(called.seat),
            title: called.seat.title || 'none',
            article: called.article,
            civility: called.seat.civility || 'none',
          })}
        </p>
      )}
      {called && open && !vote && (
        <Row>
          <PostButton action={`${itemPath(item)}/called/removal`} tone="quiet">
            {t('votes.called.dismiss')}
          </PostButton>
        </Row>
      )}
      {calls && (
        <>
          <Note>{t('votes.called.lead')}</Note>
          <Form action={`${itemPath(item)}/called`} id="called">
            <Select
              name="seat_id"
              label={t('votes.called.who')}
              prompt={t('votes.called.choose')}
              options={able.seats.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
              required
            />
            <FormActions>
              <Button>{t('votes.called.call')}</Button>
            </FormActions>
          </Form>
        </>
      )}
    </Card>
  )
}

interface RecognitionProps {
  item: Item
  sitting: Sitting
  voices: readonly string[]
  needed: number
}

function Recognition({ item, sitting, voices, needed }: RecognitionProps) {
  return (
    <FoldedForm
      label={t('votes.urgency.recognise')}
      action={`${itemPath(item)}/recognised-urgency`}
      id="recognition"
    >
      <CheckboxGroup
        name="seats"
        label={t('votes.urgency.recognise')}
        help={t('votes.urgency.recognise_help', { needed })}
        choices={votersIn(sitting, item.position ?? 0).map((seat) => ({
          value: seat.id,
          label: fullName(seat),
        }))}
        values={voices}
      />
      <FormActions>
        <Button>{t('sittings.urgency.declare')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

pages.post(
  '/items/:id/recognised-urgency',
  runsMeetings,
  form(UrgencyDeclaredForm),
  async (c, { seats }) => {
    const item = await load(c, items)
    await recogniseUrgency(item, await meetingOf(item), seats)
    return redirect(c, sessionPath(item), { key: 'votes.urgency.noted' })
  },
)

pages.post('/items/:id/called', runsMeetings, form(CalledForm), async (c, { seat_id }) => {
  const item = await load(c, items)
  await callMember(item, await meetingOf(item), seat_id)
  return redirect(c, sessionPath(item), { key: 'votes.called.done' })
})

pages.post('/items/:id/called/removal', runsMeetings, async (c) => {
  const item = await load(c, items)
  await dismissCalled(item, await meetingOf(item))
  return redirect(c, sessionPath(item), { key: 'votes.called.dismissed' })
})
