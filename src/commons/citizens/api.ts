import { z } from 'zod'
import { forOwnAccess, openToAll } from '#kernel/access'
import { NotFound, TooMany } from '#kernel/errors'
import { ApiRoutes, problemResponse } from '#kernel/http'
import { askSpace, openAsked } from './asked.ts'
import { citizenHere, openOwn } from './citizen.ts'
import { noticesOf } from './notice.ts'
import { forCitizens } from './places.ts'
import { AskedFields } from './schema.ts'

export const api = new ApiRoutes('/me')

const Told = z.object({
  first_name: z.string(),
  last_name: z.string(),
  email: z.string().describe('Confirmed; empty: none is'),
  assurance: z
    .enum(['none', 'low', 'substantial', 'high'])
    .describe('By eIDAS; none: self-declared'),
  has_number: z.boolean().describe('Whether the national number is kept; it is never told'),
  notices: z.array(
    z.object({ id: z.uuid(), title: z.string(), href: z.string(), at: z.iso.datetime() }),
  ),
})

api.on('get', '/', forCitizens, { summary: 'My space, as a citizen', answer: Told }, async () => {
  const { identified_at: _at, id, ...citizen } = await citizenHere()
  const { rows: notices } = await noticesOf(id, null)
  return { ...citizen, notices: notices.map(({ at, ...one }) => ({ ...one, at: at.toString() })) }
})

api.on(
  'post',
  '/asking',
  openToAll,
  {
    summary: 'Ask for a space of one’s own: a letter is written to the address, whoever it is of',
    body: AskedFields,
    status: 202,
  },
  async (_c, asker) => {
    const may = await askSpace(asker)
    // Returned, not thrown: that it was tried is kept.
    return may.open
      ? undefined
      : problemResponse(new TooMany('citizens.too_many', { minutes: may.minutes }))
  },
)

api.on(
  'post',
  '/confirmation',
  openToAll,
  {
    summary: 'Open one’s space, by what was written to the address',
    body: z.object({ token: z.string().min(1).max(100), password: z.string().min(1).max(2000) }),
    status: 201,
    secret: true,
  },
  async (_c, { token, password }) => {
    if (!(await openAsked(token, password))) throw new NotFound()
  },
)

api.on(
  'post',
  '/opening',
  forOwnAccess,
  { summary: 'Open a space of my own, beside what I am of the authority', status: 201 },
  openOwn,
)
