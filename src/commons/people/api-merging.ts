import { z } from 'zod'
import { permission } from '#kernel/access'
import { id } from '#kernel/http'
import { api } from './api.ts'
import { mergePersons, mergingOf } from './merging.ts'
import { knownPerson } from './person.ts'

const keeps = permission('people.keep')

api.on(
  'get',
  '/people/:id/merging/:into',
  keeps,
  {
    summary: 'What would become of somebody who is the same as another',
    answer: z.object({
      moves: z.array(z.object({ what: z.string(), count: z.number() })),
      held_by_both: z.number(),
    }),
  },
  async (c) => {
    const from = await knownPerson(c.req.param('id'))
    const { naming, twice, staying } = await mergingOf(from, await knownPerson(c.req.param('into')))
    const moves = naming.map(({ label, count }) => ({ what: label, count }))
    return { moves, held_by_both: staying.reduce((sum, { count }) => sum + count, twice.length) }
  },
)

api.on(
  'post',
  '/people/:id/merging',
  keeps,
  { summary: 'Somebody is the same as another, who stays', body: z.object({ into: id() }) },
  (c, { into }) => mergePersons(c.req.param('id') ?? '', into),
)
