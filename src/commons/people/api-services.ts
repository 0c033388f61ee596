import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { allServices, todayHere } from '#commons/directory'
import { api } from './api.ts'
import { Closing, NewService, ServiceFields } from './schema.ts'
import {
  beginService,
  changeService,
  closeServiceOn,
  goOnWith,
  holdsOf,
  lockedService,
  serviceNamed,
  standingService,
} from './service.ts'
import { dayAfter, lastDayOf } from './words.ts'

const keeps = permission('people.keep')
const day = z.iso.date().nullable()

const Service = z.object({
  id: z.uuid(),
  name: z.string(),
  label: z.string(),
  parent_id: z.uuid().nullable(),
  first_day: day,
  last_day: day,
  successor_id: z.uuid().nullable(),
})

async function toldService(id: string) {
  const { opened_on, closed_on, ...service } = await serviceNamed(id)
  return {
    ...service,
    first_day: opened_on?.toString() ?? null,
    last_day: closed_on && lastDayOf(closed_on).toString(),
  }
}

api.on(
  'get',
  '/services',
  keeps,
  { summary: 'The services, those that ended among them', answer: z.array(Service) },
  async () => Promise.all((await allServices()).map(({ id }) => toldService(id))),
)

api.on(
  'post',
  '/services',
  keeps,
  { summary: 'Add a service', body: NewService, answer: Service, status: 201 },
  async (_c, { name, parent_id: parentId, first_day: firstDay }) =>
    toldService(await beginService({ name, parentId, firstDay })),
)

api.on(
  'put',
  '/services/:id',
  keeps,
  {
    summary: 'Call a service otherwise, or move it; `If-Match` refuses where another did meanwhile',
    body: ServiceFields,
    answer: Service,
  },
  async (c, { name, parent_id: parentId }) => {
    const service = await lockedService(c.req.param('id'))
    ensureMatch(c, standingService(service))
    await changeService(service, { name, parentId })
    tellEdition(c, standingService({ ...service, name, parent_id: parentId }))
    return toldService(service.id)
  },
)

api.on(
  'get',
  '/services/:id/closing',
  keeps,
  {
    summary: 'What a service still has',
    answer: z.object({ people: z.number(), dossiers: z.number(), parts: z.array(z.string()) }),
  },
  async (c) => {
    const { parts, ...holds } = await holdsOf(await serviceNamed(c.req.param('id')))
    return { ...holds, parts: parts.map(({ name }) => name) }
  },
)

api.on(
  'post',
  '/services/:id/closing',
  keeps,
  { summary: 'Close a service; without a last day at once', body: Closing, answer: Service },
  async (c, { last_day, successor_id: successorId }) => {
    const service = await serviceNamed(c.req.param('id'))
    await closeServiceOn(service, { gone: dayAfter(last_day) ?? todayHere(), successorId })
    return toldService(service.id)
  },
)

api.on('post', '/services/:id/reopening', keeps, { summary: 'It goes on after all' }, async (c) =>
  goOnWith(await serviceNamed(c.req.param('id'))),
)
