import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, optionalLine } from '#kernel/http'
import { explained } from './topic.ts'

export const api = new ApiRoutes('/help')

const Explained = z.object({
  trade: z.string(),
  title: z.string(),
  steps: z.array(z.string()),
  href: z.string().describe('The page on which it begins'),
})

api.on(
  'get',
  '',
  permission('help.read'),
  {
    summary: 'What I can do here, task by task, in the language of the request',
    query: z.object({ q: optionalLine(100).describe('Words of which it must speak') }),
    answer: z.array(Explained),
  },
  async (_c, { q }) => explained(q),
)
