import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { steps } from './step.ts'
import { putAway } from './shown.ts'

export const api = new ApiRoutes('/first-steps')
const follows = permission('beginning.follow')

api.on(
  'get',
  '/',
  follows,
  {
    summary: 'What is still to do before the authority can work, by what is there',
    answer: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        done: z.boolean(),
        lacks: z.array(
          z.object({
            sentence: z.string(),
            href: z.string().describe('The page on which it is done.'),
          }),
        ),
      }),
    ),
  },
  async () =>
    (await steps()).map(({ name, title, lacks }) => ({
      ...{ name, title: t(title), done: lacks.length === 0, lacks: [...lacks] },
    })),
)

api.on(
  'post',
  '/putting-away',
  follows,
  { summary: 'Put the card of first steps away, for all administrators' },
  putAway,
)
