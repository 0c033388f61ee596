import { z } from 'zod'
import { permission } from '#kernel/access'
import { optionalLine } from '#kernel/http'
import { t } from '#kernel/i18n'
import { tellEdition } from '#kernel/pages'
import { history, load } from '#commons/dossiers'
import { agendaOf } from '../agenda.ts'
import { hintsOnAgenda } from '../agenda-hints.ts'
import { terms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { meetings } from '../meeting.ts'
import { stepMeeting } from '../meeting-steps.ts'
import { planMeeting, standingTime } from '../planning.ts'
import { moveItem } from '../order.ts'
import { organs } from '#commons/organs'
import { countMeetings, listMeetings } from '../queries.ts'
import { MeetingStep, Moving, NewMeeting, targetOf } from '../schema.ts'
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

const Listed = MeetingAnswer.pick({
  id: true,
  title: true,
  reference: true,
  state: true,
  organ_id: true,
  starts_at: true,
  place: true,
})
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
  async (_c, { organ_id, starts_at, ...plan }) =>
    meetingAnswer(await planMeeting({ organId: organ_id, startsAt: starts_at, ...plan })),
)

api.on(
  'get',
  '/meetings/:id',
  reads,
  { summary: 'One meeting', answer: MeetingAnswer },
  async (c) => {
    const meeting = await load(c, meetings)
    tellEdition(c, standingTime(meeting))
    return meetingAnswer(meeting)
  },
)

api.on(
  'post',
  '/meetings/:id/steps',
  runs,
  {
    summary:
      'Freeze, unfreeze, open, close a meeting, lift it for want of quorum, call it off or open it again',
    body: MeetingStep,
    answer: MeetingAnswer,
  },
  async (c, step) => meetingAnswer(await stepMeeting(await load(c, meetings), step)),
)
const Line = z.object({
  id: z.uuid(),
  position: z.number().int(),
  number: z.string(),
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
  'get',
  '/meetings/:id/hints',
  runs,
  {
    summary: 'What to look at in the points of an agenda before it is fixed; nothing is refused',
    answer: z.array(
      z.object({
        item_id: z.uuid(),
        position: z.number().int(),
        number: z.string(),
        field: z.enum(['matter', 'privacy', 'decision']),
        sentence: z.string(),
      }),
    ),
  },
  async (c) =>
    (await hintsOnAgenda(await load(c, meetings))).map(({ line, hint }) => ({
      item_id: line.id,
      ...{ position: line.position, number: line.number },
      field: hint.field,
      sentence: t(hint.key, hint.params),
    })),
)
api.on(
  'post',
  '/meetings/:id/order',
  runs,
  { summary: 'Move a point on the agenda, to a place or to a number', body: Moving },
  async (c, { id, ...to }) => {
    await moveItem(await load(c, meetings), id, targetOf(to))
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
