import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { reasonInWords, taskTitle } from '#kernel/jobs'
import { again, failures, leave, now, waitingWork } from './failures.ts'

export const api = new ApiRoutes('/background')
const reads = permission('background.read')

const Work = z.object({
  failed: z.array(
    z.object({
      id: z.uuid(),
      task: z.string().describe('documents.make'),
      title: z.string().describe('What it is called, in words'),
      sender: z.string(),
      reason: z.string(),
      failed_at: z.iso.datetime(),
    }),
  ),
  waiting: z.array(
    z.object({
      task: z.string(),
      title: z.string(),
      sender: z.string(),
      failures: z.int().describe('How often it was tried in vain'),
      next: z.iso.datetime().nullable().describe('When it is tried; null: it is being done'),
    }),
  ),
})

async function work(): Promise<z.input<typeof Work>> {
  const failed = await failures()
  const waiting = await waitingWork()
  return {
    failed: failed.map(({ id, task, sender, reason, failed_at }) => ({
      ...{ id, task, sender, title: taskTitle(task), reason: reasonInWords(reason) },
      failed_at: failed_at.toString(),
    })),
    waiting: waiting.map(({ task, sender, failures: times, run_at, begun_at }) => ({
      ...{ task, sender, title: taskTitle(task), failures: times },
      next: begun_at ? null : run_at.toString(),
    })),
  }
}

api.on(
  'get',
  '',
  reads,
  {
    summary: 'What is done in the background: mine, or that of all for an administrator',
    answer: Work,
  },
  work,
)
api.on(
  'post',
  '/:id/again',
  reads,
  { summary: 'Have done again what failed', answer: Work },
  async (c) => {
    await again(c.req.param('id') ?? '')
    return work()
  },
)
api.on(
  'delete',
  '/:id',
  reads,
  { summary: 'Say that what failed is no longer wanted', answer: Work },
  async (c) => {
    await leave(c.req.param('id') ?? '')
    return work()
  },
)
api.on(
  'post',
  '/haste',
  reads,
  { summary: 'Try now what is put off after a failure', answer: z.object({ tried: z.int() }) },
  async () => ({ tried: await now() }),
)
