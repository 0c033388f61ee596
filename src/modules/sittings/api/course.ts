import { z } from 'zod'
import { permission } from '#kernel/access'
import { load } from '#commons/dossiers'
import { type Meeting, meetings, pointsOf } from '#modules/deliberations'
import { endSuspension, noteIncident, removeIncident } from '../incident.ts'
import { giveProxy, removeProxy } from '../proxy.ts'
import { IncidentNoted, ProxyGiven, Resumed, Stretch } from '../schema.ts'
import { sittingOf } from '../sitting.ts'
import { gridOf, noteStretch } from '../stretch.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')
const reads = permission('deliberations.read')

const IncidentAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(['suspended', 'withdrawn', 'readmitted', 'presides', 'keeps']),
  item_id: z.uuid(),
  position: z.int(),
  number: z.string(),
  during: z.boolean(),
  at: z.string().nullable(),
  until: z.string().nullable(),
  seat_id: z.uuid().nullable(),
  ground: z.enum(['', 'persons', 'public_order', 'rank', 'designation']),
  votes: z.int().nullable(),
  reason: z.string(),
  article: z.string(),
})
const hour = (at: Temporal.PlainTime | null) => at?.toString({ smallestUnit: 'minute' }) ?? null
const incidentsIn = async (meeting: Meeting) =>
  (await sittingOf(meeting)).incidents.map((one) => ({
    ...{ ...one, at: hour(one.at), until: hour(one.until) },
  }))

api.on(
  'get',
  '/meetings/:id/incidents',
  reads,
  {
    summary: 'When a sitting was suspended, the public left, or somebody else presided, by point',
    answer: z.array(IncidentAnswer),
  },
  async (c) => incidentsIn(await load(c, meetings)),
)
api.on(
  'post',
  '/meetings/:id/incidents',
  runs,
  {
    summary:
      'Note that a sitting was suspended, that the public left or came back, or who presides or keeps the minutes from a point on',
    body: IncidentNoted,
    answer: z.array(IncidentAnswer),
    status: 201,
  },
  async (c, noted) => {
    const meeting = await load(c, meetings)
    await noteIncident(meeting, noted)
    return incidentsIn(meeting)
  },
)
api.on(
  'post',
  '/meetings/:id/incidents/:incident/end',
  runs,
  { summary: 'Note when a suspended sitting went on', body: Resumed },
  async (c, { until }) =>
    endSuspension(await load(c, meetings), c.req.param('incident') ?? '', until),
)
api.on(
  'delete',
  '/meetings/:id/incidents/:incident',
  runs,
  { summary: 'Take back what was noted by mistake' },
  async (c) => removeIncident(await load(c, meetings), c.req.param('incident') ?? ''),
)

const ProxyAnswer = z.object({
  id: z.uuid(),
  giver_id: z.uuid(),
  holder_id: z.uuid(),
  from_item_id: z.uuid(),
  until_item_id: z.uuid().nullable(),
  given_on: z.string(),
  statement: z.string(),
  article: z.string(),
  counted: z.boolean(),
})
const proxiesIn = async (meeting: Meeting) =>
  (await sittingOf(meeting)).proxies.map(({ from: _from, until: _until, ...one }) => ({
    ...one,
    given_on: one.given_on.toString(),
  }))

api.on(
  'get',
  '/meetings/:id/proxies',
  reads,
  { summary: 'Who votes for whom, by which writing', answer: z.array(ProxyAnswer) },
  async (c) => proxiesIn(await load(c, meetings)),
)
api.on(
  'post',
  '/meetings/:id/proxies',
  runs,
  {
    summary: 'Note that a member votes for another who is not there, on their written order',
    body: ProxyGiven,
    answer: z.array(ProxyAnswer),
    status: 201,
  },
  async (c, given) => {
    const meeting = await load(c, meetings)
    await giveProxy(meeting, given)
    return proxiesIn(meeting)
  },
)
api.on(
  'delete',
  '/meetings/:id/proxies/:proxy',
  runs,
  { summary: 'Take back an order to vote that was noted by mistake' },
  async (c) => removeProxy(await load(c, meetings), c.req.param('proxy') ?? ''),
)

const GridAnswer = z.array(
  z.object({
    seat_id: z.uuid(),
    cells: z.array(
      z.object({ item_id: z.uuid(), as: z.enum(['there', 'aside', 'represented', 'away']) }),
    ),
  }),
)
api.on(
  'get',
  '/meetings/:id/grid',
  reads,
  { summary: 'How each member was at each point', answer: GridAnswer },
  async (c) => {
    const meeting = await load(c, meetings)
    const points = (await pointsOf(meeting)).toSorted((one, other) => one.position - other.position)
    const rows = gridOf(
      await sittingOf(meeting),
      points.map(({ position }) => position),
    )
    return rows.map(({ seat, cells }) => ({
      seat_id: seat.id,
      cells: points.map(({ id }, at) => ({ item_id: id, as: cells[at] ?? 'away' })),
    }))
  },
)
api.on(
  'post',
  '/meetings/:id/grid',
  runs,
  {
    summary: 'Note how a member was from one point to another: there, away, or standing aside',
    body: Stretch,
  },
  async (c, noted) => noteStretch(await load(c, meetings), noted),
)
