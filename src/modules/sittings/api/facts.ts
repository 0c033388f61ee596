import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { items, type Meeting, meetingOf, meetings } from '#modules/deliberations'
import { correctHours, standingHours } from '../hours.ts'
import { noteMovement, removeMovement } from '../movement.ts'
import { Hours, MovementNoted, UrgencyDeclared } from '../schema.ts'
import { movementsOf } from '../sitting.ts'
import { declareUrgency, urgenciesOf } from '../urgency.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')
const reads = permission('deliberations.read')

const MovementAnswer = z.object({
  id: z.uuid(),
  seat_id: z.uuid(),
  item_id: z.uuid(),
  position: z.int(),
  number: z.string(),
  kind: z.enum(['arrives', 'leaves', 'withdraws']),
  at: z.string().nullable(),
  reason: z.string(),
})
const answered = async (meeting: Meeting) =>
  (await movementsOf(meeting)).map((one) => ({
    ...one,
    at: one.at?.toString({ smallestUnit: 'minute' }) ?? null,
    // Why somebody stands aside is for those who note it.
    reason: may(runs) ? one.reason : '',
  }))

api.on(
  'get',
  '/meetings/:id/movements',
  reads,
  { summary: 'Who came, left or stood aside, by point', answer: z.array(MovementAnswer) },
  async (c) => answered(await load(c, meetings)),
)
api.on(
  'post',
  '/meetings/:id/movements',
  runs,
  {
    summary: 'Note that somebody comes or leaves before a point, or stands aside for it',
    body: MovementNoted,
    answer: z.array(MovementAnswer),
    status: 201,
  },
  async (c, noted) => {
    const meeting = await load(c, meetings)
    await noteMovement(meeting, noted)
    return answered(meeting)
  },
)
api.on(
  'delete',
  '/meetings/:id/movements/:movement',
  runs,
  { summary: 'Take back a movement that was noted by mistake' },
  async (c) => removeMovement(await load(c, meetings), c.req.param('movement') ?? ''),
)
api.on(
  'put',
  '/meetings/:id/hours',
  runs,
  {
    summary:
      'Correct when a sitting was opened and closed, as `20:05`; `If-Match` refuses where they were corrected meanwhile',
    body: Hours,
  },
  async (c, hours) => {
    const meeting = await load(c, meetings)
    ensureMatch(c, standingHours(meeting), await lastToChange(meeting.id))
    await correctHours(meeting, hours)
  },
)
const HoursAnswer = z.object({ opened: z.string().nullable(), closed: z.string().nullable() })
api.on(
  'get',
  '/meetings/:id/hours',
  reads,
  { summary: 'When a sitting was opened and closed', answer: HoursAnswer },
  async (c) => {
    const meeting = await load(c, meetings)
    tellEdition(c, standingHours(meeting))
    const { opened_at, closed_at } = meeting
    return { opened: opened_at?.toString() ?? null, closed: closed_at?.toString() ?? null }
  },
)
const declaredOn = async ({ id }: { id: string }) => (await urgenciesOf([id])).get(id) ?? []

api.on(
  'get',
  '/items/:id/urgency',
  runs,
  { summary: 'Who declared a late point urgent, by seat', answer: z.array(z.uuid()) },
  async (c) => {
    const declared = await declaredOn(await load(c, items))
    tellEdition(c, declared.toSorted())
    return declared
  },
)
api.on(
  'put',
  '/items/:id/urgency',
  runs,
  {
    summary:
      'Record who declares a late point urgent, by seat; `If-Match` refuses where it was recorded meanwhile',
    body: UrgencyDeclared,
  },
  async (c, { seats }) => {
    const item = await load(c, items)
    ensureMatch(c, (await declaredOn(item)).toSorted(), await lastToChange(item.id))
    await declareUrgency(item, await meetingOf(item), seats)
  },
)
