import { z } from 'zod'
import { ApiRoutes, bearerOf } from '#kernel/http'
import { sessionTokenOf } from '#kernel/pages'
import { sees, Why } from './pages.tsx'
import { seeAsPerson } from './see-as.ts'

export const api = new ApiRoutes('/people')

api.on(
  'post',
  '/:id/seeing',
  sees,
  {
    summary:
      'See the house as somebody else does, for a quarter of an hour, reading only; DELETE /api/session/seeing stops it',
    body: Why,
    answer: z.object({ until: z.iso.datetime() }),
  },
  async (c, { reason }) => {
    const token = bearerOf(c) ?? sessionTokenOf(c)
    const { until } = await seeAsPerson(token, c.req.param('id') ?? '', reason)
    return { until: until.toString() }
  },
)
