import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lockedOrgan, organ } from '#commons/organs'
import { freeStuck, setScheme, shiftsOf } from './changing.ts'
import { Levels, levelsOf, schemeOf } from './scheme.ts'

export const api = new ApiRoutes('/validation')
const [reads, keeps] = [permission('validation.read'), permission('validation.keep')]

const Scheme = z.object({
  levels: Levels.describe('In their order; a level keeps its points by its id.'),
  shortcuts: z.boolean().default(false),
})
const Shifts = z.object({
  shifts: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
})

api.on(
  'get',
  '/:id',
  reads,
  { summary: 'By which levels the points of an organ are validated', answer: Scheme },
  async (c) => {
    const scheme = await schemeOf((await organ(c.req.param('id') ?? '')).id)
    tellEdition(c, scheme)
    return { ...scheme, levels: [...scheme.levels] }
  },
)

api.on(
  'post',
  '/:id/preview',
  keeps,
  {
    summary: 'What would become of points that wait, as levels would be; nothing is written',
    body: Scheme,
    answer: Shifts,
  },
  async (c, { levels, shortcuts }) => {
    const body = await organ(c.req.param('id') ?? '')
    return { shifts: await shiftsOf(body, { levels: levelsOf(levels), shortcuts }) }
  },
)

api.on(
  'post',
  '/:id',
  keeps,
  {
    summary: 'Set the levels by which the points of an organ are validated',
    body: Scheme.extend({
      saw: z.boolean().default(false).describe('That points which wait go elsewhere was seen.'),
    }),
    answer: Scheme,
  },
  async (c, { levels, shortcuts, saw }) => {
    const body = await lockedOrgan(c.req.param('id'))
    ensureMatch(c, await schemeOf(body.id))
    const scheme = { levels: levelsOf(levels), shortcuts }
    await setScheme(body, scheme, saw)
    return scheme
  },
)

api.on(
  'post',
  '/:id/stuck',
  keeps,
  {
    summary: 'Send on the points that wait where nobody validates any more',
    answer: z.object({ freed: z.int() }),
  },
  async (c) => ({ freed: await freeStuck(await lockedOrgan(c.req.param('id'))) }),
)
