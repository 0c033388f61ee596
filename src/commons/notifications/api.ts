import { z } from 'zod'
import { inPerson, permission } from '#kernel/access'
import { ApiRoutes, type Call, flag, id, oneLine, optionalLine } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { countNew, markSeen, notices } from './notice.ts'
import { originOf } from './origin.ts'
import { lockedWishesOfMine, standingWishes, ways, wish, wishesOfMine } from './wishes.ts'

export const api = new ApiRoutes('/notices')
const reads = inPerson(permission('notifications.read'))

const Notice = z.object({
  id: z.uuid(),
  dossier_id: z.uuid().nullable().describe('Null: it is of the house'),
  kind: z.string().nullable(),
  title: z.string(),
  href: z.string().describe('The page that shows it'),
  words: z.string().nullable().describe('What the house tells, where nobody did it'),
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

const Wishes = z.object({
  email: z.string().describe('Where I am written to; empty: nowhere'),
  told: z.array(
    z.object({
      type: z.string(),
      how: z.enum(ways).describe('mail and daily are in the application too; none nowhere'),
    }),
  ),
})

async function wishes(c: Call) {
  const { email, how } = await wishesOfMine()
  tellEdition(c, standingWishes({ email, how }))
  return { email, told: [...how].map(([type, way]) => ({ type, how: way })) }
}

api.on('get', '/wishes', reads, { summary: 'How I want to be told', answer: Wishes }, wishes)

api.on(
  'put',
  '/wishes',
  reads,
  {
    summary:
      'Choose how I want to be told; what is left out stays, e-mail in the language of this request; `If-Match` refuses where it was chosen otherwise meanwhile',
    body: z.object({
      email: oneLine(254).optional(),
      how: z.record(z.string().max(100), z.enum(ways)).default({}),
    }),
    answer: Wishes,
  },
  async (c, given) => {
    ensureMatch(c, standingWishes(await lockedWishesOfMine()))
    await wish(given, originOf(c))
    return wishes(c)
  },
)
