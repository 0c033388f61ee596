import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, optionalLine } from '#kernel/http'
import { inbox } from './inbox.ts'

export const api = new ApiRoutes('/inbox')

const Waiting = z.object({
  id: z.uuid(),
  kind: z.string(),
  reference: z.string(),
  title: z.string(),
  state: z.string(),
  due_on: z.iso.date().nullable(),
})

const Answer = z.object({
  items: z.array(Waiting),
  /** How many wait, on all pages. */
  total: z.int(),
  /** The `after` of the next page; null on the last one. */
  next: z.string().nullable(),
})

api.on(
  'get',
  '/',
  permission('tasks.inbox'),
  {
    summary: 'What waits for me, what is due first comes first',
    query: z.object({ after: optionalLine(500) }),
    answer: Answer,
  },
  async (_c, { after }) => {
    const { items, tallies, next } = await inbox({ when: 'all', after: after || undefined })
    return {
      items: items.map(({ id, kind, reference, title, state, due_on }) => ({
        id,
        kind,
        reference,
        title,
        state,
        due_on: due_on?.toString() ?? null,
      })),
      total: tallies.reduce((sum, { count }) => sum + count, 0),
      next,
    }
  },
)
