import { z } from 'zod'
import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { type ApiRoutes, type Call } from '#kernel/http'
import { ensureMatch } from '#kernel/pages'
import { lastToChange } from '#commons/dossiers'
import { choicesOf, choose } from './choice.ts'
import { meetingCopies } from './agenda-copy.ts'
import { PublicPoint } from '#modules/copies'
import { projectsDue } from './deadline.ts'
import { type OpenMeeting, type OpenPoint, type Origin, originOf } from './origin.ts'
import { publishMeeting } from './publish.ts'
import { Choosing } from './schema.ts'
import { standingOf } from './standing.ts'
import { videoOf } from './video.ts'

const reads = permission('publications.read')
const publishes = permission('publications.publish')

const PublicationAnswer = z.object({
  path: z.string().nullable().describe('Where everybody reads the agenda; null: nowhere yet.'),
  due: z.iso.date().nullable().describe('By when the projects are to be published, by law.'),
  agenda: z
    .enum(['none', 'same', 'changed'])
    .describe('Whether everybody reads its agenda, and as it is now.'),
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

async function answered(meeting: OpenMeeting): Promise<z.input<typeof PublicationAnswer>> {
  const { points, agenda } = await standingOf(meeting)
  const { shown, isChanged } = agenda
  return {
    path: shown ? meetingCopies.path(shown.slug) : null,
    due: (await projectsDue(meeting))?.reckoning.date.toString() ?? null,
    agenda: shown ? (isChanged ? 'changed' : 'same') : 'none',
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
export async function pointIn(
  c: Call,
  meeting: OpenMeeting,
  reading: { lock?: boolean } = {},
): Promise<OpenPoint> {
  const wanted = c.req.param('item') ?? ''
  const [item] = await originOf(meeting).pointsOf([wanted], reading)
  if (!item || item.meeting_id !== meeting.id) throw new NotFound()
  return item
}

/** What leaves of a meeting, in JSON: the same verbs and schemas as the page. */
export function addApi(api: ApiRoutes, { load }: Origin): void {
  api.on(
    'get',
    '/meetings/:id/publication',
    reads,
    { summary: 'What everybody reads of a meeting, or would', answer: PublicationAnswer },
    async (c) => answered(await load(c)),
  )
  api.on(
    'post',
    '/meetings/:id/publication',
    publishes,
    { summary: 'Publish what leaves of a meeting now', answer: PublicationAnswer },
    async (c) => {
      const meeting = await load(c)
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
      const meeting = await load(c)
      const item = await pointIn(c, meeting, { lock: true })
      ensureMatch(c, (await choicesOf([item.id]))(item.id), await lastToChange(item.id))
      await choose(item, choosing)
      return answered(meeting)
    },
  )
}
