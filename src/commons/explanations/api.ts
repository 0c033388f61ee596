import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { explainable, explanationOf } from './explanation.ts'

export const api = new ApiRoutes('/explained')

const Bearers = { persons: z.array(z.string()), more: z.int() }

api.on(
  'get',
  '/:id',
  permission('explanations.read'),
  {
    summary: 'Who sees a dossier, by what; what one can do to it now, and why not',
    answer: z.object({
      state: z.string(),
      seers: z.array(
        z.object({
          called: z.string(),
          lent: z.boolean().describe('It is lent to them, besides those whom its kind names.'),
          mine: z.boolean(),
          ...Bearers,
        }),
      ),
      now: z.array(
        z.object({
          verb: z.string(),
          label: z.string(),
          open: z.boolean(),
          why: z.string(),
          ...Bearers,
        }),
      ),
      elsewhere: z.array(z.object({ label: z.string(), from: z.array(z.string()) })),
    }),
  },
  async (c) => {
    const { state, seers, now, elsewhere } = await explanationOf(
      await explainable(c.req.param('id') ?? ''),
    )
    return { state, seers: [...seers], now: [...now], elsewhere: [...elsewhere] }
  },
)
