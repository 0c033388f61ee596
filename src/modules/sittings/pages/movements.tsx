import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { formatTime, t } from '#kernel/i18n'
import { adding, form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import {
  Button,
  Card,
  FoldedForm,
  FormActions,
  Hidden,
  List,
  PostButton,
  Select,
  TextField,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import { load } from '#commons/dossiers'
import {
  type AgendaLine,
  itemPath,
  type Meeting,
  meetingPath,
  meetings,
} from '#modules/deliberations'
import { noteMovement, removeMovement } from '../movement.ts'
import type { Movement, Sitting } from '../presence.ts'
import { MovementNoted } from '../schema.ts'
import { movementSentence } from '../said.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')
const kinds = ['arrives', 'leaves', 'withdraws'] as const

interface MovementsProps {
  meeting: Meeting
  sitting: Sitting
  lines: readonly AgendaLine[]
  /** Where one point is in hand: what happens at it alone, and the form comes back to it. */
  at?: AgendaLine | undefined
}

/** Who comes, goes and stands aside in the course of a sitting, and the form that notes it. */
export function Movements({ meeting, sitting, lines, at }: MovementsProps) {
  const notes = may(runsMeetings) && (meeting.state === 'decided' || meeting.state === 'closed')
  const shown = sitting.movements.filter(({ item_id }) => !at || item_id === at.id)
  if (shown.length === 0 && !notes) return null
  return (
    <Card title={t('sittings.movement.title')}>
      {shown.length > 0 && (
        <List
          label={t('sittings.movement.title')}
          items={shown.map((one) => ({
            title: sentenceOf(one, sitting),
            why: [
              t('sittings.movement.at_point', { number: one.number }),
              one.at && formatTime(one.at),
              notes && one.reason,
            ]
              .filter(Boolean)
              .join(' · '),
            due: notes && !at && <Removal meeting={meeting} movement={one} sitting={sitting} />,
          }))}
        />
      )}
      {notes && <NoteForm meeting={meeting} sitting={sitting} lines={lines} at={at} />}
    </Card>
  )
}

function sentenceOf(one: Movement, { attendees }: Sitting): string {
  const seat = attendees.find(({ id }) => id === one.seat_id)
  return seat ? movementSentence({ kind: one.kind }, seat) : ''
}

interface RemovalProps {
  meeting: Meeting
  sitting: Sitting
  movement: Movement
}

function Removal({ meeting, movement, sitting }: RemovalProps) {
  return (
    <PostButton
      action={`${meetingPath(meeting)}/movements/${movement.id}/removal`}
      tone="quiet"
      icon="trash-2"
      small
    >
      {t('sittings.movement.remove')}
      <Hidden> : {sentenceOf(movement, sitting)}</Hidden>
    </PostButton>
  )
}

function NoteForm({ meeting, sitting, lines, at }: MovementsProps) {
  return (
    <FoldedForm
      label={t('sittings.movement.note')}
      action={`${meetingPath(meeting)}/movements`}
      id="movement"
      {...(at && { fields: { back: 'point', item_id: at.id } })}
    >
      <Select
        name="seat_id"
        label={t('sittings.movement.who')}
        prompt={t('sittings.movement.choose')}
        options={sitting.attendees.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
        required
      />
      <Select
        name="kind"
        label={t('sittings.movement.what')}
        options={kinds.map((value) => ({ value, label: t(`sittings.movement.kind.${value}`) }))}
        help={t('sittings.movement.what_help')}
        required
      />
      {!at && (
        <Select
          name="item_id"
          label={t('sittings.movement.point')}
          help={t('sittings.movement.point_help')}
          prompt={t('sittings.movement.choose')}
          options={lines.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${title}`,
          }))}
          required
        />
      )}
      <TextField name="at" type="time" size="short" label={t('sittings.movement.hour')} />
      <TextField
        name="reason"
        label={t('sittings.movement.reason')}
        help={t('sittings.movement.reason_help')}
        maxlength={200}
      />
      <FormActions>
        <Button icon="check">{t('sittings.movement.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

const BackToPoint = z.object({ back: z.enum(['point']).optional() })

pages.post(
  '/meetings/:id/movements',
  runsMeetings,
  adding(form(MovementNoted.extend(BackToPoint.shape))),
  async (c, { back, ...noted }) => {
    const meeting = await load(c, meetings)
    await noteMovement(meeting, noted)
    const path = back ? `${itemPath({ id: noted.item_id })}/session` : attendancePath(meeting)
    return redirect(c, path, { key: 'sittings.movement.saved' })
  },
)

pages.post('/meetings/:id/movements/:movement/removal', runsMeetings, async (c) => {
  const meeting = await load(c, meetings)
  await removeMovement(meeting, c.req.param('movement') ?? '')
  return redirect(c, attendancePath(meeting), { key: 'sittings.movement.removed' })
})

const attendancePath = (meeting: Meeting) => `${meetingPath(meeting)}/attendance`
