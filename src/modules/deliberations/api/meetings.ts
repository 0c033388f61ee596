import { z } from 'zod'
import { permission } from '#kernel/access'
import { optionalLine } from '#kernel/http'
import { history, load } from '#commons/dossiers'
import { agendaOf } from '../agenda.ts'
import { attendance, recordAttendance } from '../attendance.ts'
import { terms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { close, freeze, meetings, openSitting, planMeeting, unfreeze } from '../meeting.ts'
import { moveItem } from '../order.ts'
import { organs } from '../organ.ts'
import { countMeetings, listMeetings } from '../queries.ts'
import { Attendance, MeetingStep, Moving, NewMeeting, Presence } from '../schema.ts'
import { adoptRemaining } from '../session.ts'
import { MeetingAnswer, meetingAnswer, Named } from './answers.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')
const reads = permission('deliberations.read')

api.on(
  'get',
  '/organs',
  reads,
  { summary: 'The organs of the authority', answer: z.array(Named) },
  organs,
)
api.on(
  'get',
  '/categories',
  reads,
  { summary: 'What a point can be about', answer: z.array(Named) },
  () => terms(categories.name),
)

const Listed = MeetingAnswer.omit({ version: true })
api.on(
  'get',
  '/meetings',
  reads,
  {
    summary: 'The meetings that I may see, the latest first, a page at a time',
    query: z.object({ after: optionalLine(1000) }),
    answer: z.object({
      items: z.array(Listed),
      next: z.string().nullable().describe('Give it as `after` for the next page.'),
      total: z.int(),
    }),
  },
  async (_c, { after }) => {
    const { items, next } = await listMeetings(after)
    const told = items.map((one) => ({ ...one, starts_at: one.starts_at.toString() }))
    return { items: told, next, total: await countMeetings() }
  },
)

api.on(
  'post',
  '/meetings',
  permission('deliberations.meeting.plan'),
  { summary: 'Plan a meeting', body: NewMeeting, answer: MeetingAnswer, status: 201 },
  async (_c, { organ_id, starts_at, place }) =>
    meetingAnswer(await planMeeting({ organId: organ_id, startsAt: starts_at, place })),
)

api.on(
  'get',
  '/meetings/:id',
  reads,
  { summary: 'One meeting', answer: MeetingAnswer },
  async (c) => meetingAnswer(await load(c, meetings)),
)

const steps = { freeze, unfreeze, decide: openSitting, close }
api.on(
  'post',
  '/meetings/:id/steps',
  runs,
  {
    summary: 'Freeze, unfreeze, open or close a meeting',
    body: MeetingStep,
    answer: MeetingAnswer,
  },
  async (c, { verb }) => meetingAnswer(await steps[verb](await load(c, meetings))),
)

const Line = z.object({
  id: z.uuid(),
  position: z.number().int(),
  title: z.string(),
  reference: z.string(),
  state: z.string(),
  list_type: z.enum(['normal', 'late']),
  privacy: z.enum(['public', 'secret']),
  service_name: z.string().nullable(),
  category_name: z.string().nullable(),
  annexes: z.number().int(),
})
api.on(
  'get',
  '/meetings/:id/agenda',
  reads,
  { summary: 'The points of a meeting that I may read, in order', answer: z.array(Line) },
  async (c) => agendaOf((await load(c, meetings)).id),
)
api.on(
  'post',
  '/meetings/:id/order',
  runs,
  { summary: 'Move a point on the agenda', body: Moving },
  async (c, { id, position }) => moveItem(await load(c, meetings), id, position),
)

const Seat = z.object({
  id: z.uuid(),
  first_name: z.string(),
  last_name: z.string(),
  title: z.string(),
  part: z.enum(['president', 'member', 'secretary']),
  presence: Presence.nullable(),
})
api.on(
  'get',
  '/meetings/:id/attendance',
  reads,
  { summary: 'Who sits and who was there', answer: z.array(Seat) },
  async (c) => attendance(await load(c, meetings)),
)
api.on(
  'put',
  '/meetings/:id/attendance',
  runs,
  { summary: 'Record who is there, by seat', body: Attendance },
  async (c, seats) => recordAttendance(await load(c, meetings), seats),
)
api.on(
  'post',
  '/meetings/:id/adoption',
  runs,
  {
    summary: 'Adopt unanimously all points that are left',
    answer: z.object({
      adopted: z.number().int(),
      left_out: z.array(z.object({ id: z.uuid(), why: z.enum(['voted', 'secret']) })),
    }),
  },
  async (c) => {
    const { left, voted, secret } = await adoptRemaining(await load(c, meetings))
    const out = (some: typeof voted, why: 'voted' | 'secret') => some.map(({ id }) => ({ id, why }))
    return { adopted: left.length, left_out: [...out(voted, 'voted'), ...out(secret, 'secret')] }
  },
)

const Deed = z.object({
  type: z.string(),
  actor_name: z.string(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
})
api.on(
  'get',
  '/meetings/:id/history',
  reads,
  { summary: 'Who did what to a meeting, when', answer: z.array(Deed) },
  async (c) =>
    (await history((await load(c, meetings)).id)).map((one) => ({ ...one, at: one.at.toString() })),
)
