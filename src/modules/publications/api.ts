import { z } from 'zod'
import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { ApiRoutes, type Call } from '#kernel/http'
import { ensureMatch } from '#kernel/pages'
import { lastToChange, load, read } from '#commons/dossiers'
import { publicationsOf } from '#commons/publication'
import { type Item, items, type Meeting, meetings } from '#modules/deliberations'
import { choicesOf, choose } from './choice.ts'
import { meetingCopies } from './agenda-copy.ts'
import { PublicPoint } from './content.ts'
import { projectsDue } from './deadline.ts'
import { publishMeeting } from './publish.ts'
import { Choosing } from './schema.ts'
import { standingOf } from './standing.ts'
import { videoOf } from './video.ts'

/** What leaves of a meeting, in JSON: the same verbs and schemas as the page. */
export const api = new ApiRoutes('/deliberations')

const publishes = permission('publications.publish')

const PublicationAnswer = z.object({
  path: z.string().nullable().describe('Where everybody reads the agenda; null: nowhere yet.'),
  due: z.iso.date().nullable().describe('By when the projects are to be published, by law.'),
  video: z.string().nullable().describe('Where the meeting is seen or heard.'),
  points: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      state: z
        .enum(['same', 'changed', 'fresh', 'stays'])
        .describe('`same`: everybody reads it as it is; `changed`: as it was.'),
      stays: z.string().nullable().describe('Why it stays in the house.'),
      withheld: z.string(),
      title: z.string().describe('The title under which it leaves.'),
      annexes: z.array(z.uuid()),
      copy: PublicPoint.nullable().describe('As everybody would read it now.'),
    }),
  ),
})

async function answered(meeting: Meeting): Promise<z.input<typeof PublicationAnswer>> {
  const { points } = await standingOf(meeting)
  const [shown] = (await publicationsOf(meeting.id)).filter((one) => one.withdrawn_at === null)
  return {
    path: shown ? meetingCopies.path(shown.slug) : null,
    due: (await projectsDue(meeting))?.reckoning.date.toString() ?? null,
    video: (await videoOf(meeting)).video ?? null,
    points: points.map(({ item, choice, state, leaving, copy }) => ({
      ...{ id: item.id, number: item.number ?? '', state },
      stays: 'stays' in leaving ? leaving.stays : null,
      withheld: choice.withheld,
      title: copy?.title ?? (choice.title || item.title),
      annexes: [...choice.annexes],
      copy: copy?.content ?? null,
    })),
  }
}

/** A point of the meeting that the address names. */
export async function pointIn(c: Call, meeting: Meeting, { lock = false } = {}): Promise<Item> {
  const item = await read(items, c.req.param('item') ?? '', { lock })
  if (item.meeting_id !== meeting.id) throw new NotFound()
  return item
}

api.on(
  'get',
  '/meetings/:id/publication',
  permission('publications.read'),
  { summary: 'What everybody reads of a meeting, or would', answer: PublicationAnswer },
  async (c) => answered(await load(c, meetings)),
)
api.on(
  'post',
  '/meetings/:id/publication',
  publishes,
  { summary: 'Publish what leaves of a meeting now', answer: PublicationAnswer },
  async (c) => {
    const meeting = await load(c, meetings)
    await publishMeeting(meeting)
    return answered(meeting)
  },
)
api.on(
  'post',
  '/meetings/:id/publication/choices/:item',
  publishes,
  { summary: 'Say what leaves of a point', body: Choosing, answer: PublicationAnswer },
  async (c, choosing) => {
    const meeting = await load(c, meetings)
    const item = await pointIn(c, meeting, { lock: true })
    ensureMatch(c, (await choicesOf([item.id]))(item.id), await lastToChange(item.id))
    await choose(item, choosing)
    return answered(meeting)
  },
)
