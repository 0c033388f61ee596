import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { load } from '#commons/dossiers'
import { lockedOrgan, organ } from '#commons/organs'
import { meetings } from '#modules/deliberations'
import { methodsOf, previewOf, reorder, rowsIn, Sequence, setOrder } from './order.ts'

export const api = new ApiRoutes('/orders')
const [reads, keeps] = [permission('orders.read'), permission('orders.keep')]

const Order = z.object({ methods: Sequence })
const Lines = z.object({
  lines: z
    .array(z.object({ id: z.uuid(), title: z.string(), now: z.string(), next: z.string() }))
    .describe('Those of its points that the one who asks may read'),
  moved: z.int().describe('How many would move, of all'),
  all: z.int(),
  keeps: z.boolean().describe('What is decided keeps its number.'),
})

api.on(
  'get',
  '/:id',
  reads,
  { summary: 'By which methods an organ orders its agendas, in their sequence', answer: Order },
  async (c) => ({ methods: rowsIn((await organ(c.req.param('id') ?? '')).insertion) }),
)

api.on(
  'post',
  '/:id',
  keeps,
  { summary: 'Order the agendas of an organ so from now on', body: Order, answer: Order },
  async (c, { methods }) => {
    const body = await lockedOrgan(c.req.param('id'))
    await setOrder(body, methodsOf(methods))
    return { methods: rowsIn((await organ(body.id)).insertion) }
  },
)

api.on(
  'post',
  '/meetings/:id/preview',
  reads,
  {
    summary: 'An agenda as methods would order it; nothing is written',
    body: Order,
    answer: Lines,
  },
  async (c, { methods }) => {
    const meeting = await load(c, meetings)
    return previewOf(meeting, await organ(meeting.organ_id), methodsOf(methods))
  },
)

api.on(
  'post',
  '/meetings/:id',
  keeps,
  { summary: 'Order a whole agenda anew by the methods of its organ', answer: Lines },
  async (c) => {
    const meeting = await load(c, meetings)
    const body = await organ(meeting.organ_id)
    await reorder(meeting, body)
    return previewOf(meeting, body, body.insertion)
  },
)
