import { z } from 'zod'
import { permission } from '#kernel/access'
import { adding, type ApiRoutes, form, type PageRoutes } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load, read } from '#commons/dossiers'
import { itemPath, items, wholeChain } from '#modules/deliberations'
import { SendingStep, Wishing } from './schema.ts'
import { cameBy, type Sending, sendingsOf, wish } from './sending.ts'
import { stepOf } from './steps.ts'

const [reads, wishes] = [permission('sendings.read'), permission('sendings.wish')]

const Told = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  destination_id: z.uuid(),
  title: z.string(),
  motivation: z.string(),
  decision: z.string(),
  privacy: z.enum(['public', 'secret']).nullable(),
  urgent: z.boolean(),
  urgency: z.string(),
  copy_id: z.uuid().nullable().describe('The point that it became in the other organ.'),
  sent_at: z.iso.datetime().nullable(),
  halted: z.string().describe('Why it did not go as far as its destination says; empty: it did.'),
})
const told = ({ sent_at, ...rest }: Sending) => ({ ...rest, sent_at: sent_at?.toString() ?? null })

const Link = z.object({
  id: z.uuid(),
  title: z.string(),
  reference: z.string(),
  state: z.string(),
  organ: z.string(),
  step: z.int(),
})
const All = z.object({
  items: z.array(Told),
  came_by: Told.nullable(),
  chain: z.array(Link).describe('Over all organs, the first point first.'),
})

async function all(id: string): Promise<z.input<typeof All>> {
  const came = await cameBy({ id })
  return {
    items: (await sendingsOf([id])).map(told),
    came_by: came ? told(came) : null,
    chain: await wholeChain({ id }),
  }
}

/** Adds what the card of a point posts to, and the same for programs. */
export function sendingRoutes(pages: PageRoutes, api: ApiRoutes): void {
  pages.post('/of/:id', wishes, adding(form(Wishing)), async (c, wished) => {
    const item = await load(c, items)
    await wish(item, wished)
    return redirect(c, itemPath(item), { key: 'sendings.wished' })
  })
  pages.post('/:id/steps', wishes, form(SendingStep), async (c, sent) => {
    const item = await stepOf(c.req.param('id') ?? '', sent)
    return redirect(c, itemPath(item), { key: `sendings.done.${sent.verb}` })
  })
  api.on(
    'get',
    '/of/:id',
    reads,
    { summary: 'Where a point goes on, whence it came, and the whole of its chain', answer: All },
    async (c) => all((await load(c, items)).id),
  )
  api.on(
    'post',
    '/of/:id',
    wishes,
    {
      summary: 'Say that a point goes on to another organ',
      body: Wishing,
      answer: Told,
      status: 201,
    },
    async (c, wished) => told(await wish(await load(c, items), wished)),
  )
  api.on(
    'post',
    '/:id/steps',
    wishes,
    { summary: 'Drop a sending, make it now, or take it back', body: SendingStep, answer: All },
    async (c, sent) => {
      const { id } = await stepOf(c.req.param('id') ?? '', sent)
      return all((await read(items, id)).id)
    },
  )
}
