import { z } from 'zod'
import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { ApiRoutes, integer, line } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { nextOf } from './counter.ts'
import { highest, longestPattern, tokensOf } from './pattern.ts'
import { countersOf, decide, ruleOf, seriesNamed, standing } from './rule.ts'
import { allSeries, restarts, type Series } from './series.ts'

export const api = new ApiRoutes('/numbering')
const decides = permission('numbering.decide')

const Told = z.object({
  name: z.string(),
  pattern: z.string(),
  restarts: z.enum(restarts),
  tokens: z.array(z.string()).describe('What the pattern may say'),
  counters: z.array(
    z.object({
      scope: z.string(),
      name: z.string(),
      next: z.int().describe('The number that it gives next'),
      reference: z.string().describe('How that would be written'),
    }),
  ),
})

async function told(of: Series): Promise<z.input<typeof Told>> {
  const { pattern, restarts: again } = await ruleOf(of)
  const rule = { pattern, restarts: again }
  const counters = (await countersOf(of)).map(async (one) => {
    const { number, reference } = await nextOf(of, rule, one)
    return { scope: one.scope, name: one.name, next: number, reference }
  })
  return {
    name: of.name,
    ...rule,
    tokens: tokensOf(of).map(([token]) => `{${token}}`),
    counters: await Promise.all(counters),
  }
}

api.on(
  'get',
  '',
  decides,
  { summary: 'The series of numbers: how each is written, what comes next', answer: z.array(Told) },
  () => Promise.all(allSeries.all().map(told)),
)

api.on(
  'put',
  '/:name',
  decides,
  {
    summary:
      'Decide how a series is written and goes on; numbers that were given stay; `If-Match` refuses where it was decided otherwise meanwhile',
    body: z.object({
      pattern: line(longestPattern),
      restarts: z.enum(restarts),
      next: z.record(z.string().max(40), integer(1, highest)).default({}),
    }),
    answer: Told,
  },
  async (c, decided) => {
    const of = seriesNamed(c.req.param('name'))
    if (!of) throw new NotFound()
    ensureMatch(c, standing(await ruleOf(of)))
    await decide(of, decided)
    tellEdition(c, standing(decided))
    return told(of)
  },
)
