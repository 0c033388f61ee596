import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { knownPerson } from '#commons/people'
import { matrix, rightsOf, standpoints } from './matrix.ts'

export const api = new ApiRoutes('')
const keeps = permission('people.keep')

api.on(
  'get',
  '/permissions',
  keeps,
  {
    summary: 'Who may do what, by role and function, in each trade and state',
    answer: z.object({
      standpoints: z.array(z.string()),
      rows: z.array(
        z.object({
          trade: z.string(),
          thing: z.string(),
          action: z.string(),
          states: z.string().describe('From which; nothing of a permission'),
          in_person: z.boolean().describe('No program does it'),
          may: z.array(z.boolean()).describe('For each standpoint, in their order.'),
        }),
      ),
    }),
  },
  async () => ({
    standpoints: (await standpoints()).map(({ label }) => label),
    rows: await matrix(),
  }),
)

api.on(
  'get',
  '/people/:id/rights',
  keeps,
  {
    summary: 'What somebody may do today, and by what of theirs',
    answer: z.array(
      z.object({ trade: z.string(), action: z.string(), because: z.array(z.string()) }),
    ),
  },
  async (c) => rightsOf((await knownPerson(c.req.param('id'))).id),
)
