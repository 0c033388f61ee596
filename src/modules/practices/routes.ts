import { z } from 'zod'
import { permission } from '#kernel/access'
import { type ApiRoutes, form, integer, type PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load } from '#commons/dossiers'
import { agendaOf, type Meeting, meetingPath, meetings } from '#modules/deliberations'
import { continuedIn, firstOf, giveFirst } from './counting.ts'

const [reads, numbers] = [permission('practices.read'), permission('practices.number')]

const First = z.object({ number: integer(1, 999_999) })
const Told = z.object({
  first: z.int().nullable().describe('The number of its first point; null while none is given.'),
  points: z.array(z.object({ id: z.uuid(), number: z.string(), continued: z.string().nullable() })),
})

async function told(meeting: Meeting): Promise<z.input<typeof Told>> {
  const given = await continuedIn(meeting)
  return {
    first: await firstOf(meeting),
    points: (await agendaOf(meeting.id)).map(({ id, number }) => {
      return { id, number, continued: given.get(id) ?? null }
    }),
  }
}

/** Adds what the card of a meeting posts to, and the same for programs. */
export function numberRoutes(pages: PageRoutes, api: ApiRoutes): void {
  pages.post('/meetings/:id/numbers', numbers, form(First), async (c, { number }) => {
    const meeting = await load(c, meetings)
    await giveFirst(meeting, number)
    return redirect(c, meetingPath(meeting), { key: 'practices.numbers.given' })
  })
  api.on(
    'get',
    '/meetings/:id/numbers',
    reads,
    { summary: 'The numbers of points that go on from the meeting before', answer: Told },
    async (c) => told(await load(c, meetings)),
  )
  api.on(
    'post',
    '/meetings/:id/numbers',
    numbers,
    {
      summary: 'Say which number the first point of a meeting has, until it is closed',
      body: First,
      answer: Told,
    },
    async (c, { number }) => {
      const meeting = await load(c, meetings)
      await giveFirst(meeting, number)
      return told(meeting)
    },
  )
}
