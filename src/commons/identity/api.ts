import { z } from 'zod'
import { forOwnAccess } from '#kernel/access'
import { own } from './own.ts'
import { audit } from '#kernel/audit'
import { deviceInWords, endSessionOfMine, sessionsOfMine } from '#kernel/auth'
import { NotFound } from '#kernel/errors'
import { ApiRoutes, bearerOf, isId } from '#kernel/http'
import { sessionTokenOf } from '#kernel/pages'

export const api = new ApiRoutes('/security')

const OpenSession = z.object({
  id: z.uuid(),
  device: z.string().describe('What the browser calls itself, in words'),
  address: z.string().nullable().describe('The network address of the sign-in'),
  created_at: z.iso.datetime(),
  seen_at: z.iso.datetime().describe('When it was last used, to five minutes'),
  expires_at: z.iso.datetime(),
  current: z.boolean().describe('It is the one that asks'),
})

api.on(
  'get',
  '/sessions',
  own,
  { summary: 'Where I am signed in, the last used first', answer: z.array(OpenSession) },
  async (c) =>
    (await sessionsOfMine(bearerOf(c) ?? sessionTokenOf(c))).map(
      ({ agent, created_at, seen_at, expires_at, ...rest }) => ({
        ...rest,
        device: deviceInWords(agent),
        created_at: created_at.toString(),
        seen_at: seen_at.toString(),
        expires_at: expires_at.toString(),
      }),
    ),
)

api.on(
  'delete',
  '/sessions/:id',
  forOwnAccess,
  { summary: 'End one of my sessions' },
  async (c) => {
    const id = c.req.param('id') ?? ''
    if (!isId(id) || !(await endSessionOfMine(id))) throw new NotFound()
    await audit('session_ended', id)
  },
)
