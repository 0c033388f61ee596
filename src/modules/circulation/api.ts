import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, id, line } from '#kernel/http'
import { load, read } from '#commons/dossiers'
import { items } from '#modules/deliberations'
import { copiesOf, shareWith } from './copy.ts'
import {
  addLabel,
  dropLabel,
  labelMany,
  labelNamed,
  labels,
  labelsOn,
  labelWith,
  tones,
} from './label.ts'
import { linkedTo, linkTo, unlink } from './linking.ts'
import { takeAnnexes } from './taken-over.ts'

export const api = new ApiRoutes('/circulation')
const [reads, acts] = [permission('circulation.read'), permission('circulation.act')]

const Label = z.object({
  id: z.uuid(),
  name: z.string(),
  tone: z.enum(tones),
  own: z.boolean().describe('Of the one who asks alone; else of the authority.'),
})
const Told = z.object({
  labels: z.array(Label),
  copies: z.array(z.uuid()).describe('The services that it is given to read.'),
  links: z.array(z.object({ id: z.uuid(), title: z.string(), state: z.string() })),
})

async function told(item: { id: string }): Promise<z.input<typeof Told>> {
  return {
    labels: await labelsOn(item),
    copies: await copiesOf(item),
    links: (await linkedTo(item)).map(({ id: of, title, state }) => ({ id: of, title, state })),
  }
}

api.on(
  'get',
  '/of/:id',
  reads,
  { summary: 'The labels, copies and links of a point', answer: Told },
  async (c) => told(await load(c, items)),
)
api.on(
  'post',
  '/of/:id/labels',
  acts,
  {
    summary: 'Put these labels on a point, and take the others off',
    body: z.object({ labels: z.array(id()).max(120) }),
    answer: Told,
  },
  async (c, sent) => {
    const item = await load(c, items)
    await labelWith(item, sent.labels)
    return told(item)
  },
)
api.on(
  'post',
  '/of/:id/copies',
  acts,
  {
    summary: 'Give a point to these services to read, and to no others',
    body: z.object({ services: z.array(id()).max(200) }),
    answer: Told,
  },
  async (c, sent) => {
    const item = await load(c, items)
    await shareWith(item, sent.services)
    return told(await read(items, item.id))
  },
)
api.on(
  'post',
  '/of/:id/links',
  acts,
  {
    summary: 'Say that another point has to do with a point, or no more',
    body: z.object({ other: id(), linked: z.boolean().default(true) }),
    answer: Told,
  },
  async (c, { other, linked }) => {
    const item = await load(c, items)
    await (linked ? linkTo(item, other) : unlink(item, other))
    return told(item)
  },
)
api.on(
  'post',
  '/of/:id/annexes',
  acts,
  {
    summary: 'Take annexes of the point of which a point is a copy',
    body: z.object({ annexes: z.array(id()).max(200) }),
    answer: z.object({ taken: z.int() }),
  },
  async (c, { annexes }) => ({ taken: await takeAnnexes(await load(c, items), annexes) }),
)

api.on(
  'get',
  '/labels',
  reads,
  {
    summary: 'The labels of the authority, and those of the one who asks',
    answer: z.object({ items: z.array(Label) }),
  },
  async () => ({ items: await labels() }),
)
api.on(
  'post',
  '/labels',
  acts,
  {
    summary: 'Add a label',
    body: z.object({
      name: line(40),
      tone: z.enum(tones),
      own: z.boolean(),
    }),
    answer: Label,
    status: 201,
  },
  (_, said) => addLabel(said),
)
api.on(
  'post',
  '/labels/:id/points',
  acts,
  {
    summary: 'Put a label on many points, on those of them where one may',
    body: z.object({ items: z.array(id()).min(1).max(500) }),
    answer: z.object({ labelled: z.int() }),
  },
  async (c, sent) => ({
    labelled: await labelMany(await labelNamed(c.req.param('id') ?? ''), sent.items),
  }),
)
api.on('delete', '/labels/:id', acts, { summary: 'Take a label away' }, async (c) =>
  dropLabel(await labelNamed(c.req.param('id') ?? '')),
)
