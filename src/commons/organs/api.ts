import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { todayHere } from '#commons/directory'
import { listApi } from '#commons/imports'
import { dayAfter, lastDayOf } from '#commons/people'
import { seatLists } from './import/index.ts'
import {
  beginOrgan,
  changeOrgan,
  closeOrgan,
  holdsBack,
  lockedOrgan,
  missingOrgans,
  reopenOrgan,
  standingOrgan,
} from './life.ts'
import { type Organ, organ, organs } from './organ.ts'
import { organHere } from './pages/index.ts'
import { ChangedOrganFields, EndFields, NewOrganFields } from './schema.ts'

export const api = new ApiRoutes('/organs')
listApi(api, '', seatLists, 'seat')
const reads = permission('organs.read')
const keeps = permission('organs.keep')

const Told = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  acronym: z.string(),
  speaks_as: z.string().describe('How an act makes it speak.'),
  seats: z.int().nullable().describe('How many there are; null: nobody said.'),
  last_day: z.iso.date().nullable().describe('It is there on that day still; null: it goes on.'),
})

const told = ({ id, kind, name, acronym, speaks_as, seats, closed_on }: Organ) => ({
  ...{ id, kind, name, acronym, speaks_as, seats },
  last_day: closed_on && lastDayOf(closed_on).toString(),
})

api.on(
  'get',
  '/',
  reads,
  {
    summary: 'The organs of the authority, those that ended among them',
    answer: z.array(Told),
  },
  async () => (await organs()).map(told),
)

api.on(
  'get',
  '/usual',
  keeps,
  {
    summary: 'The organs that an authority of this kind usually has, and this one has not',
    answer: z.array(NewOrganFields),
  },
  async () =>
    (await missingOrgans()).map(({ kind, name, acronym, speaks_as, seats }) => ({
      ...{ kind, name, acronym, speaks_as, seats },
    })),
)

api.on(
  'post',
  '/',
  keeps,
  {
    summary: 'Add an organ of a kind that the law gives to this authority',
    body: NewOrganFields,
    answer: Told,
    status: 201,
  },
  async (_c, said) => told(await organ(await beginOrgan(said))),
)

api.on('get', '/:id', reads, { summary: 'One organ', answer: Told }, async (c) => {
  const body = await organHere(c)
  tellEdition(c, standingOrgan(body))
  return told(body)
})

api.on(
  'put',
  '/:id',
  keeps,
  {
    summary:
      'Call an organ otherwise, or give it other seats; `If-Match` refuses where another did meanwhile',
    body: ChangedOrganFields,
    answer: Told,
  },
  async (c, said) => {
    const body = await lockedOrgan(c.req.param('id'))
    ensureMatch(c, standingOrgan(body))
    await changeOrgan(body, said)
    const after = await organ(body.id)
    tellEdition(c, standingOrgan(after))
    return told(after)
  },
)

api.on(
  'get',
  '/:id/closing',
  keeps,
  {
    summary: 'What keeps an organ from ending',
    answer: z.object({ reasons: z.array(z.string()) }),
  },
  async (c) => ({ reasons: await holdsBack(await organHere(c)) }),
)

api.on(
  'post',
  '/:id/closing',
  keeps,
  {
    summary: 'End an organ, and its seats with it; without a last day, today is the last',
    body: EndFields,
    answer: Told,
  },
  async (c, { last_day }) => {
    const body = await organHere(c)
    await closeOrgan(body.id, dayAfter(last_day) ?? todayHere().add({ days: 1 }))
    return told(await organ(body.id))
  },
)

api.on(
  'post',
  '/:id/reopening',
  keeps,
  { summary: 'An organ goes on after all', answer: Told },
  async (c) => {
    const body = await organHere(c)
    await reopenOrgan(body.id)
    return told(await organ(body.id))
  },
)
