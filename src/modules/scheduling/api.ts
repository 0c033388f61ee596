import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { items, type Meeting, meetings } from '#modules/deliberations'
import { availableTo, presentWished } from './available.ts'
import { briefingOf, setBriefing, standingBriefing } from './briefing.ts'
import { api } from './routes.ts'
import { Briefed, Wished } from './schema.ts'
import { type Wish, wish, wishesOf } from './wish.ts'

const [reads, acts] = [permission('scheduling.read'), permission('scheduling.act')]
const runs = permission('scheduling.run')

const Meant = z.object({ id: z.uuid(), title: z.string() }).nullable()

const meant = async (itemId: string): Promise<Wish | null> =>
  (await wishesOf([itemId])).get(itemId) ?? null

api.on(
  'get',
  '/items/:id/wish',
  reads,
  {
    summary: 'For which meeting a point is meant; null: for any; `ETag` is for `If-Match`',
    answer: Meant,
  },
  async (c) => {
    const one = await meant((await load(c, items)).id)
    tellEdition(c, one?.id ?? null)
    return one
  },
)
api.on(
  'put',
  '/items/:id/wish',
  acts,
  {
    summary:
      'Say for which meeting of its organ a point is meant, before an agenda bears it; `If-Match` refuses where it was said meanwhile',
    body: Wished,
    answer: Meant,
  },
  async (c, { meeting_id }) => {
    const item = await load(c, items)
    ensureMatch(c, (await meant(item.id))?.id ?? null, await lastToChange(item.id))
    await wish(item, meeting_id)
    return meant(item.id)
  },
)

const Waiting = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      service_name: z.string().nullable(),
      privacy: z.enum(['public', 'secret']),
      wish_id: z.uuid().nullable().describe('The meeting for which it is meant.'),
    }),
  ),
})
api.on(
  'get',
  '/meetings/:id/available',
  runs,
  {
    summary: 'The validated points that wait for a meeting of its organ, those meant for it first',
    answer: Waiting,
  },
  async (c) => {
    const { wished, others, later } = await availableTo(await load(c, meetings))
    return {
      items: [...wished, ...others, ...later].map(({ wish: one, ...item }) => ({
        ...item,
        wish_id: one?.id ?? null,
      })),
    }
  },
)
api.on(
  'post',
  '/meetings/:id/wished',
  permission('deliberations.item.present'),
  {
    summary: 'Present all points that are meant for a meeting',
    answer: z.object({ items: z.array(z.object({ id: z.uuid(), number: z.string().nullable() })) }),
  },
  async (c) => ({
    items: (await presentWished(await load(c, meetings))).map(({ id, number }) => ({ id, number })),
  }),
)

const Told = z.object({ starts_at: z.iso.datetime(), place: z.string() }).nullable()

function told(meeting: Meeting): z.input<typeof Told> {
  const one = briefingOf(meeting)
  return one && { starts_at: one.startsAt.toString(), place: one.place }
}

api.on(
  'get',
  '/meetings/:id/briefing',
  runs,
  {
    summary: 'When and where a meeting is prepared; null: it is not; `ETag` is for `If-Match`',
    answer: Told,
  },
  async (c) => {
    const meeting = await load(c, meetings)
    tellEdition(c, standingBriefing(meeting))
    return told(meeting)
  },
)
api.on(
  'put',
  '/meetings/:id/briefing',
  runs,
  {
    summary:
      'Say when and where a meeting is prepared, before it; `If-Match` refuses where it was said meanwhile',
    body: Briefed,
    answer: Told,
  },
  async (c, { starts_at, place }) => {
    const meeting = await load(c, meetings)
    ensureMatch(c, standingBriefing(meeting), await lastToChange(meeting.id))
    return told(await setBriefing(meeting, starts_at && { startsAt: starts_at, place }))
  },
)

export { api }
