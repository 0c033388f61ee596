import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { adding, form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  FoldedForm,
  FormActions,
  Hidden,
  List,
  PostButton,
  RichTextField,
  Row,
  Select,
  TextField,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import { richTextOf } from '#commons/records'
import { type Item, itemPath, items, type Meeting, meetingOf } from '#modules/deliberations'
import { type Motion, motionOf, motionsOn, putMotion, withdrawMotion } from '../motion.ts'
import type { Sitting } from '#modules/sittings'
import type { RecordedVote } from '../recorded.ts'
import { MotionForm } from '../schema.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')
const kinds = ['amendment', 'part', 'option'] as const

export const motionPath = (item: { id: string }, motion: { id: string }) =>
  `${itemPath(item)}/motions/${motion.id}`

interface MotionsProps {
  item: Item
  meeting: Meeting
  sitting: Sitting
  votes: readonly RecordedVote[]
}

/** What is put to the vote of a point before the whole, and the form that puts more. */
export async function Motions({ item, meeting, sitting, votes }: MotionsProps) {
  const motions = await motionsOn([item.id])
  const whole = votes.some(({ motion }) => motion === null)
  const puts =
    may(runsMeetings) &&
    item.state === 'frozen' &&
    item.poll_type !== 'no_vote' &&
    (meeting.state === 'decided' || meeting.state === 'frozen') &&
    !whole
  if (motions.length === 0 && !puts) return null
  return (
    <Card title={t('votes.motion.title')}>
      <p class="muted">{t('votes.motion.lead')}</p>
      {motions.length > 0 && (
        <List
          label={t('votes.motion.title')}
          items={motions.map((one) => ({
            title: `${one.number}. ${one.title}`,
            why: [t(`votes.motion.kind.${one.kind}`), nameOf(one, sitting)]
              .filter(Boolean)
              .join(' · '),
            due: (
              <MotionEnd
                item={item}
                motion={one}
                vote={votes.find(({ motion }) => motion?.id === one.id)}
                open={puts}
              />
            ),
          }))}
        />
      )}
      {puts && <PutForm item={item} sitting={sitting} />}
    </Card>
  )
}

const nameOf = (motion: Motion, { attendees }: Sitting): string => {
  const seat = attendees.find(({ id }) => id === motion.proposed_by)
  return seat ? fullName(seat) : ''
}

interface MotionEndProps {
  item: Item
  motion: Motion
  vote: RecordedVote | undefined
  open: boolean
}

/** How a motion stands: voted, or what may be done with it. */
function MotionEnd({ item, motion, vote, open }: MotionEndProps) {
  const link = motion.kind !== 'option' && (
    <ButtonLink href={motionPath(item, motion)} small>
      {t('votes.motion.vote')}
      <Hidden> : {motion.title}</Hidden>
    </ButtonLink>
  )
  if (vote)
    return (
      <Row>
        <Badge tone={vote.outcome.adopted ? 'good' : 'neutral'}>
          {t(vote.outcome.adopted ? 'votes.motion.adopted' : 'votes.motion.rejected')}
        </Badge>
        {link}
      </Row>
    )
  return (
    <Row>
      <Badge tone="warn">{t('votes.motion.to_vote')}</Badge>
      {open && link}
      {open && (
        <PostButton action={`${motionPath(item, motion)}/withdrawal`} tone="quiet" small>
          {t('votes.motion.withdraw')}
          <Hidden> : {motion.title}</Hidden>
        </PostButton>
      )}
    </Row>
  )
}

function PutForm({ item, sitting }: { item: Item; sitting: Sitting }) {
  return (
    <FoldedForm label={t('votes.motion.put')} action={`${itemPath(item)}/motions`} id="motion">
      <Select
        name="kind"
        label={t('votes.motion.what')}
        options={kinds.map((value) => ({ value, label: t(`votes.motion.kind.${value}`) }))}
        required
      />
      <TextField name="title" label={t('votes.motion.name')} maxlength={200} required />
      <Select
        name="proposed_by"
        label={t('votes.motion.by')}
        prompt={t('votes.motion.nobody')}
        options={sitting.attendees.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
      />
      <Checkbox
        name="secret"
        label={t('votes.motion.secret')}
        checked={item.poll_type === 'secret'}
      />
      <RichTextField
        name="proposal"
        label={t('votes.motion.proposal')}
        help={t('votes.motion.proposal_help')}
        value={item.decision}
      />
      <FormActions>
        <Button icon="check">{t('votes.motion.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

pages.post('/items/:id/motions', runsMeetings, adding(form(MotionForm)), async (c, put) => {
  const item = await load(c, items)
  const proposal = await richTextOf(put.kind === 'amendment' ? put.proposal : '', 'proposal')
  await putMotion(item, await meetingOf(item), { ...put, proposal })
  return redirect(c, `${itemPath(item)}/session`, { key: 'votes.motion.saved' })
})

pages.post('/items/:id/motions/:motion/withdrawal', runsMeetings, async (c) => {
  const item = await load(c, items)
  await withdrawMotion(item, await motionOf(item, c.req.param('motion') ?? ''))
  return redirect(c, `${itemPath(item)}/session`, { key: 'votes.motion.withdrawn' })
})
