import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, type Call } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { type Key, keysOf, makeKey, revokeKey } from './key.ts'
import {
  allPrograms,
  makeProgram,
  type Program,
  programNamed,
  resumeProgram,
  rewriteProgram,
  standing,
  suspendProgram,
} from './program.ts'
import { KeyFields, ProgramFields } from './schema.ts'
import { scopedFolders } from './scopes.ts'

export const api = new ApiRoutes('/programs')
const keeps = permission('programs.keep')

const instant = z.iso.datetime().nullable()

const ProgramAnswer = z.object({
  id: z.uuid().describe('The `client_id` of the program'),
  name: z.string(),
  purpose: z.string(),
  contact: z.string(),
  service_id: z.uuid().describe('The service that answers for it'),
  scopes: z.array(z.string()),
  roles: z.array(z.string()),
  services: z.array(z.uuid()),
  function: z.enum(['editor', 'observer']),
  per_minute: z.int(),
  suspended_at: instant,
  made_at: z.iso.datetime(),
  made_by_name: z.string(),
  used_at: instant.describe('To an hour'),
})

const KeyAnswer = z.object({
  id: z.uuid(),
  tail: z.string().describe('Its last four signs'),
  made_at: z.iso.datetime(),
  made_by_name: z.string(),
  expires_at: z.iso.datetime(),
  revoked_at: instant,
  used_at: instant,
  used_from: z.string().nullable().describe('The network address of its last use'),
})

const told = (one: Program) => ({
  ...one,
  suspended_at: one.suspended_at?.toString() ?? null,
  made_at: one.made_at.toString(),
  used_at: one.used_at?.toString() ?? null,
})

const toldKey = (key: Key) => ({
  ...key,
  made_at: key.made_at.toString(),
  expires_at: key.expires_at.toString(),
  revoked_at: key.revoked_at?.toString() ?? null,
  used_at: key.used_at?.toString() ?? null,
})

async function one(c: Call, id: string) {
  const program = await programNamed(id)
  tellEdition(c, standing(program))
  return told(program)
}

const idOf = (c: Call) => c.req.param('id') ?? ''

api.on(
  'get',
  '/',
  keeps,
  { summary: 'The programs of the authority, by name', answer: z.array(ProgramAnswer) },
  async () => (await allPrograms()).map(told),
)

api.on(
  'get',
  '/scopes',
  keeps,
  {
    summary: 'What programs can be given, by trade',
    answer: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        doings: z.array(z.enum(['read', 'act'])),
      }),
    ),
  },
  async () => scopedFolders().map(({ doings, ...folder }) => ({ ...folder, doings: [...doings] })),
)

api.on(
  'post',
  '/',
  keeps,
  { summary: 'Make a program', body: ProgramFields, answer: ProgramAnswer, status: 201 },
  async (c, said) => one(c, await makeProgram(said)),
)

api.on('get', '/:id', keeps, { summary: 'A program', answer: ProgramAnswer }, (c) =>
  one(c, idOf(c)),
)

api.on(
  'put',
  '/:id',
  keeps,
  {
    summary: 'Rewrite a program; `If-Match` refuses where it was rewritten meanwhile',
    body: ProgramFields,
    answer: ProgramAnswer,
  },
  async (c, said) => {
    const program = await programNamed(idOf(c), { lock: true })
    ensureMatch(c, standing(program))
    await rewriteProgram(program.id, said)
    return one(c, program.id)
  },
)

api.on('post', '/:id/suspension', keeps, { summary: 'Let a program in no more' }, (c) =>
  suspendProgram(idOf(c)),
)

api.on('post', '/:id/resumption', keeps, { summary: 'Let a program in again' }, (c) =>
  resumeProgram(idOf(c)),
)

api.on(
  'get',
  '/:id/keys',
  keeps,
  { summary: 'The keys of a program, the last made first', answer: z.array(KeyAnswer) },
  async (c) => (await keysOf((await programNamed(idOf(c))).id)).map(toldKey),
)

api.on(
  'post',
  '/:id/keys',
  keeps,
  {
    summary: 'Make a key for a program; it is told this once',
    body: KeyFields,
    answer: z.object({ id: z.uuid(), secret: z.string(), expires_at: z.iso.datetime() }),
    status: 201,
    secret: true,
  },
  async (c, { days }) => {
    const { id, secret, expiresAt } = await makeKey(idOf(c), days)
    return { id, secret, expires_at: expiresAt.toString() }
  },
)

api.on(
  'post',
  '/:id/keys/:key/revocation',
  keeps,
  { summary: 'Revoke a key: it lets in no more' },
  (c) => revokeKey(idOf(c), c.req.param('key') ?? ''),
)
