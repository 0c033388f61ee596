import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, flag, id, optionalLine } from '#kernel/http'
import { countNew, markSeen, notices } from './notice.ts'
import { toBeTold, unwanted, want } from './wishes.ts'

export const api = new ApiRoutes('/notices')
const reads = permission('notifications.read')

const Notice = z.object({
  id: z.uuid(),
  dossier_id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  reference: z.string(),
  type: z.string().describe('What was done: deliberations.item.send_back'),
  actor_name: z.string(),
  said: z.string().describe('The reason that was given'),
  at: z.iso.datetime(),
  seen_at: z.iso.datetime().nullable().describe('Null as long as any of the dossier is new'),
  others: z.int().describe('How many others of the dossier stand before it'),
})
const Notices = z.object({
  new: z.int().describe('Of how many dossiers something is new, on all pages'),
  notices: z.array(Notice),
  next: z.uuid().nullable().describe('Give it as after for the next page'),
})
const After = z.object({ after: optionalLine(40) })

api.on(
  'get',
  '',
  reads,
  {
    summary: 'What others did that I am told of: the latest of each dossier, the last first',
    query: After,
    answer: Notices,
  },
  async (_c, { after }) => {
    const count = await countNew()
    const { notices: found, next } = await notices(after)
    return {
      new: count,
      notices: found.map(({ at, seen_at, ...one }) => ({
        ...one,
        at: at.toString(),
        seen_at: seen_at?.toString() ?? null,
      })),
      next,
    }
  },
)

const Seen = z.object({ id: id(), older: flag() })

api.on(
  'post',
  '/seen',
  reads,
  {
    summary: 'Say that I have seen a dossier’s notices up to this; with older, all before it',
    body: Seen,
    answer: z.object({ new: z.int() }),
  },
  async (_c, { id: which, older }) => {
    await markSeen(which, { andOlder: older })
    return { new: await countNew() }
  },
)

const Wishes = z.object({ told: z.array(z.object({ type: z.string(), wanted: z.boolean() })) })

async function wishes() {
  const not = await unwanted()
  const types = [...toBeTold().values()].flat()
  return { told: types.map((type) => ({ type, wanted: !not.has(type) })) }
}

api.on('get', '/wishes', reads, { summary: 'What I want to be told', answer: Wishes }, wishes)

api.on(
  'put',
  '/wishes',
  reads,
  {
    summary: 'Choose what I want to be told; what is left out is not',
    body: z.object({ wanted: z.array(z.string().max(100)).max(1000) }),
    answer: Wishes,
  },
  async (_c, { wanted }) => {
    await want(wanted)
    return wishes()
  },
)
