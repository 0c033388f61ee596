import { z } from 'zod'
import { actor, permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { load } from '#commons/dossiers'
import { type Meeting, meetings } from '#modules/deliberations'
import { actsOf, convokedOf } from './convocation.ts'
import { convoke, convokeAgain, noteReceipts, supplement } from './convoke.ts'
import { Again, Convoking, Received, Supplementing } from './schema.ts'
import { actKinds, ways } from './tables.ts'

/** Convocations in JSON: the same verbs and schemas as the pages. */
export const api = new ApiRoutes('/deliberations')

const runs = permission('deliberations.meeting.run')

const Member = z.object({ id: z.uuid().describe('Their seat.'), name: z.string() })
const NoticeAnswer = z.object({
  id: z.uuid(),
  seat_id: z.uuid(),
  name: z.string(),
  way: z.enum(ways),
  address: z.string(),
  state: z.enum(['waiting', 'sent', 'refused', 'kept', 'returned', 'received']),
  sent_on: z.iso.date(),
  received_on: z.iso.date().nullable().describe('From which the delay counts.'),
})
const ActAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(actKinds),
  at: z.iso.datetime(),
  by_name: z.string(),
  starts_at: z.iso.datetime(),
  place: z.string(),
  rank: z.int(),
  agenda_version: z.int().nullable(),
  urgency: z.string(),
  article: z.string(),
  last_day: z.iso.date().nullable(),
  subject: z.string(),
  body: z.string(),
  hash: z.string().describe('SHA-256 of the subject, an empty line and the body.'),
  notices: z.array(NoticeAnswer),
})
const ConvocationAnswer = z.object({
  state: z
    .enum(['none', 'waiting', 'late', 'urgent', 'done'])
    .describe('`done`: every member received it by the last day.'),
  last: z.iso.date().nullable().describe('The last day on which it may be received.'),
  on: z.iso.date().nullable().describe('When the last of them received it, once all did.'),
  missing: z.array(Member),
  unreceived: z.array(Member),
  acts: z.array(ActAnswer),
})

async function answered(meeting: Meeting): Promise<z.input<typeof ConvocationAnswer>> {
  const { state, last, on, missing, unreceived } = await convokedOf(meeting)
  const acts = await actsOf(meeting)
  return {
    ...{ state, missing: [...missing], unreceived: [...unreceived] },
    last: last?.toString() ?? null,
    on: on?.toString() ?? null,
    acts: acts.map((act) => ({
      ...act,
      at: act.at.toString(),
      starts_at: act.starts_at.toString(),
      last_day: act.last_day?.toString() ?? null,
      notices: act.notices.map((notice) => ({
        ...notice,
        sent_on: notice.sent_on.toString(),
        received_on: notice.received_on?.toString() ?? null,
      })),
    })),
  }
}

api.on(
  'get',
  '/meetings/:id/convocation',
  permission('convocations.read'),
  { summary: 'Whether an organ is convoked, and what was sent to whom', answer: ConvocationAnswer },
  async (c) => answered(await load(c, meetings)),
)
api.on(
  'post',
  '/meetings/:id/convocation',
  runs,
  {
    summary: 'Convoke an organ: all who sit in it, by e-mail unless named otherwise',
    body: Convoking,
    answer: ConvocationAnswer,
    status: 201,
  },
  async (c, { sent_on, all_on_paper, ...given }) =>
    answered(
      await convoke(await load(c, meetings), {
        sentOn: sent_on,
        allOnPaper: all_on_paper,
        ...given,
      }),
    ),
)
api.on(
  'post',
  '/meetings/:id/convocation/again',
  runs,
  {
    summary: 'Convoke those who sit there since, or whom it did not reach',
    body: Again,
    answer: ConvocationAnswer,
    status: 201,
  },
  async (c, { sent_on, ...again }) => {
    const meeting = await load(c, meetings)
    await convokeAgain(meeting, { sentOn: sent_on, ...again })
    return answered(meeting)
  },
)
api.on(
  'post',
  '/meetings/:id/convocation/supplement',
  runs,
  {
    summary: 'Send the agenda as it is now to all who were convoked',
    body: Supplementing,
    answer: ConvocationAnswer,
    status: 201,
  },
  async (c, { sent_on }) => {
    const meeting = await load(c, meetings)
    await supplement(meeting, sent_on)
    return answered(meeting)
  },
)
api.on(
  'post',
  '/meetings/:id/convocation/receipts',
  runs,
  {
    summary: 'Note or correct when those received it who were written to on paper or by bearer',
    body: Received,
    answer: ConvocationAnswer,
  },
  async (c, { notices, all, on }) => {
    const meeting = await load(c, meetings)
    await noteReceipts(meeting, all ? 'all' : notices, on, actor().name)
    return answered(meeting)
  },
)
