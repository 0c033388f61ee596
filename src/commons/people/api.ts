import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, type Call, optionalId, optionalLine } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { officesOf, officesOn, todayHere } from '#commons/directory'
import { listApi } from '#commons/imports'
import { removeSecondFactor, resetAccess } from './access.ts'
import { departureOf, leave, stay } from './departure.ts'
import { enterWith } from './entering.ts'
import { invite } from './invitation.ts'
import { end, give, officeFrom } from './offices.ts'
import { askedOf, Narrowing } from './narrowing.ts'
import { peopleLists } from './import/index.ts'
import { listPeople } from './people.ts'
import {
  knownPerson,
  nameOf,
  resumePerson,
  rewritePerson,
  similarTo,
  standing,
  states,
  suspendPerson,
} from './person.ts'
import { comeBack } from './returning.ts'
import { IdentityFields, LastDay, NewPersonFields, OfficeFields, SimilarFields } from './schema.ts'
import { dayAfter, lastDayOf } from './words.ts'

export const api = new ApiRoutes('')
listApi(api, '/people', peopleLists, 'person')
const keeps = permission('people.keep')

const day = z.iso.date().nullable()

const Person = IdentityFields.extend({
  id: z.uuid(),
  state: z.enum(states),
  last_day: day.describe('The last day on which they are there, where they leave.'),
  heir_id: z.uuid().nullable(),
})
const kinds = z.enum(['role', 'function', 'mandate'])
const OfficeAnswer = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  kind: kinds,
  what: z.string().describe('A role, a function in a service, the title of a mandate.'),
  service_id: z.uuid().nullable(),
  first_day: day,
  last_day: day.describe('It holds on that day still.'),
  held: z.enum(['own', 'acting', 'delegated']),
  for_id: z.uuid().nullable(),
})

const told = async (c: Call, id: string) => {
  const { leaves_on, ...one } = await knownPerson(id)
  tellEdition(c, standing(one))
  return { ...one, last_day: leaves_on && lastDayOf(leaves_on).toString() }
}

const toldOffice = ({
  valid_from,
  valid_to,
  ...office
}: Awaited<ReturnType<typeof officesOf>>[number]) => ({
  ...office,
  first_day: valid_from?.toString() ?? null,
  last_day: valid_to && lastDayOf(valid_to).toString(),
})

api.on(
  'get',
  '/people',
  keeps,
  {
    summary: 'The people, by name; on a day, those who were there',
    query: Narrowing.extend({ after: optionalLine(1000) }),
    answer: z.object({ items: z.array(Person), next: z.string().nullable() }),
  },
  async (_c, { after, ...query }) => {
    const { items, next } = await listPeople(askedOf(query), { after })
    return {
      items: items.map(({ leaves_on, ...one }) => ({
        ...one,
        last_day: leaves_on && lastDayOf(leaves_on).toString(),
      })),
      next,
    }
  },
)

api.on(
  'get',
  '/people/offices',
  keeps,
  {
    summary: 'Who was who on a day; today unless told',
    query: z.object({ on: z.iso.date().optional() }),
    answer: z.array(OfficeAnswer),
  },
  async (_c, { on }) =>
    (await officesOn(on ? Temporal.PlainDate.from(on) : todayHere())).map(toldOffice),
)

api.on(
  'post',
  '/people/similar',
  keeps,
  {
    summary: 'Those who may be the same person, of nearly the same name or of the same address',
    body: SimilarFields,
    answer: z.object({
      items: z.array(
        z.object({ id: z.uuid(), name: z.string(), email: z.string(), login: z.string() }),
      ),
    }),
  },
  async (_c, asked) => ({
    items: (await similarTo(asked)).map((one) => ({
      ...{ id: one.id, name: nameOf(one), email: one.email, login: one.login },
    })),
  }),
)

api.on(
  'post',
  '/people',
  keeps,
  { summary: 'Enter somebody', body: NewPersonFields, answer: Person, status: 201 },
  async (c, fresh) => {
    const id = await enterWith(fresh)
    if (fresh.invite) await invite(id)
    return told(c, id)
  },
)

api.on('get', '/people/:id', keeps, { summary: 'A person', answer: Person }, (c) =>
  told(c, c.req.param('id') ?? ''),
)

api.on(
  'put',
  '/people/:id',
  keeps,
  {
    summary:
      'Rewrite what is said of somebody; `If-Match` refuses where it was rewritten meanwhile',
    body: IdentityFields,
    answer: Person,
  },
  async (c, fresh) => {
    const person = await knownPerson(c.req.param('id'), { lock: true })
    ensureMatch(c, standing(person))
    await rewritePerson(person.id, fresh)
    return told(c, person.id)
  },
)

api.on(
  'get',
  '/people/:id/offices',
  keeps,
  { summary: 'All that somebody holds, held and will hold', answer: z.array(OfficeAnswer) },
  async (c) => {
    const { id } = await knownPerson(c.req.param('id'))
    return (await officesOf([id])).map(toldOffice)
  },
)

const forWhom = { for_id: optionalId() }
const [role, func, mandate] = OfficeFields.options

api.on(
  'post',
  '/people/:id/offices',
  keeps,
  {
    summary: 'Give somebody a role, a function or a mandate',
    body: z.discriminatedUnion('kind', [
      role.extend(forWhom),
      func.extend(forWhom),
      mandate.extend(forWhom),
    ]),
    answer: z.array(OfficeAnswer),
    status: 201,
  },
  async (c, sent) => {
    const { id } = await knownPerson(c.req.param('id'))
    await give(officeFrom(id, sent, sent.for_id))
    return (await officesOf([id])).map(toldOffice)
  },
)

api.on(
  'post',
  '/people/:id/offices/:kind/:office/end',
  keeps,
  { summary: 'End what somebody holds; without a last day at once', body: LastDay },
  async (c, { last_day }) => {
    const kind = kinds.catch('role').parse(c.req.param('kind'))
    const office = { kind, id: c.req.param('office') ?? '' }
    await end(c.req.param('id') ?? '', office, dayAfter(last_day) ?? todayHere())
  },
)

api.on('post', '/people/:id/suspension', keeps, { summary: 'Let somebody in no more' }, (c) =>
  suspendPerson(c.req.param('id') ?? ''),
)

api.on('post', '/people/:id/resumption', keeps, { summary: 'Let somebody in again' }, (c) =>
  resumePerson(c.req.param('id') ?? ''),
)

api.on(
  'post',
  '/people/:id/invitation',
  keeps,
  { summary: 'Write to somebody how they give themselves a password' },
  (c) => invite(c.req.param('id') ?? ''),
)

api.on(
  'post',
  '/people/:id/password-link',
  keeps,
  {
    summary: 'Send somebody the link by which they choose another password',
    answer: z.object({
      sent_to: z.string().nullable(),
      href: z.string().nullable().describe('The link, this once, where no message reaches them'),
      expires_at: z.iso.datetime(),
    }),
    status: 201,
    secret: true,
  },
  async (c) => {
    const { href, expiresAt, sentTo } = await resetAccess(c.req.param('id') ?? '')
    return { sent_to: sentTo, href: sentTo ? null : href, expires_at: expiresAt.toString() }
  },
)

api.on(
  'delete',
  '/people/:id/second-factor',
  keeps,
  { summary: 'Take the codes and keys of somebody away, who lost them' },
  (c) => removeSecondFactor(c.req.param('id') ?? ''),
)

api.on(
  'get',
  '/people/:id/leave',
  keeps,
  {
    summary: 'What a departure would end',
    answer: z.object({
      offices: z.array(OfficeAnswer),
      besides: z.array(z.object({ what: z.string(), count: z.number() })),
    }),
  },
  async (c) => {
    const { offices, leavings } = await departureOf(await knownPerson(c.req.param('id')))
    const besides = leavings.map(({ label, count }) => ({ what: label, count }))
    return { offices: offices.map(toldOffice), besides }
  },
)

api.on(
  'post',
  '/people/:id/leave',
  keeps,
  {
    summary: 'Somebody leaves; without a last day at once',
    body: LastDay.extend({ heir_id: optionalId() }),
    answer: Person,
  },
  async (c, { last_day, heir_id }) => {
    const { id } = await knownPerson(c.req.param('id'))
    await leave(id, { gone: dayAfter(last_day), heirId: heir_id })
    return told(c, id)
  },
)

api.on('post', '/people/:id/return', keeps, { summary: 'Who left is there again' }, (c) =>
  comeBack(c.req.param('id') ?? ''),
)

api.on('post', '/people/:id/stay', keeps, { summary: 'They stay after all' }, (c) =>
  stay(c.req.param('id') ?? ''),
)
