import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
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

api.on(
  'get',
  '/',
  permission('tasks.inbox'),
  { summary: 'What waits for me, what is due first comes first', answer: z.array(Waiting) },
  async () =>
    (await inbox()).map(({ id, kind, reference, title, state, due_on }) => ({
      id,
      kind,
      reference,
      title,
      state,
      due_on: due_on?.toString() ?? null,
    })),
)
