import { z } from 'zod'
import { permission } from '#kernel/access'
import { load } from '#commons/dossiers'
import { correctHours, items, meetingOf, meetings } from '#modules/deliberations'
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
  kind: z.enum(['arrives', 'leaves', 'withdraws']),
  at: z.string().nullable(),
})
const answered = async (meeting: { id: string }) =>
  (await movementsOf(meeting)).map((one) => ({
    ...one,
    at: one.at?.toString({ smallestUnit: 'minute' }) ?? null,
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
  { summary: 'Correct when a sitting was opened and closed, as `20:05`', body: Hours },
  async (c, hours) => {
    await correctHours(await load(c, meetings), hours)
  },
)
api.on(
  'get',
  '/items/:id/urgency',
  runs,
  { summary: 'Who declared a late point urgent, by seat', answer: z.array(z.uuid()) },
  async (c) => {
    const { id } = await load(c, items)
    return (await urgenciesOf([id])).get(id) ?? []
  },
)
api.on(
  'put',
  '/items/:id/urgency',
  runs,
  { summary: 'Record who declares a late point urgent, by seat', body: UrgencyDeclared },
  async (c, { seats }) => {
    const item = await load(c, items)
    await declareUrgency(item, await meetingOf(item), seats)
  },
)
