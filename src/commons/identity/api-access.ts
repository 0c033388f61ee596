import { z } from 'zod'
import { actor, forProven } from '#kernel/access'
import { audit } from '#kernel/audit'
import { changePassword, endSessionsOf, prove, type Session } from '#kernel/auth'
import { Forbidden, Invalid, TooMany } from '#kernel/errors'
import { bearerOf, type Call, problemResponse } from '#kernel/http'
import { giveSession, sessionTokenOf } from '#kernel/pages'
import { passkeysOf } from '#kernel/passkeys'
import { beginTotp, hasTotp, recoveryCodesLeft } from '#kernel/second-factor'
import { api } from './api.ts'
import { confirmTelephone, me, removeOwnKey, removeTelephone, renewCodes } from './keeping.ts'
import { own } from './own.ts'
import { isNeededOf } from './second.ts'

const tokenOf = (c: Call) => bearerOf(c) ?? sessionTokenOf(c)

const Renewed = z.object({
  token: z
    .string()
    .nullable()
    .describe('What the session is known by from now on; null in a browser'),
  expires_at: z.iso.datetime().nullable(),
})

/** The session goes on under another token: told to a program, kept by a browser. */
function renewed(c: Call, session: Session | null): z.input<typeof Renewed> {
  if (session && !bearerOf(c)) giveSession(c, session)
  return {
    token: session && bearerOf(c) ? session.token : null,
    expires_at: session?.expiresAt.toString() ?? null,
  }
}

const typed = () => z.string().min(1).max(2000)

api.on(
  'post',
  '/proof',
  own,
  {
    summary: 'Prove anew who I am, by password, code or passkey: good for ten minutes',
    body: z.object({ password: typed() }),
    answer: Renewed,
    secret: true,
  },
  async (c, { password }) => {
    const result = await prove(password, tokenOf(c))
    // Returned, not thrown: that it was tried is kept.
    if (result.outcome === 'refused') return problemResponse(new Forbidden('auth.proof.wrong'))
    if (result.outcome === 'too_many')
      return problemResponse(new TooMany('auth.sign_in.too_many', { minutes: result.minutes }))
    return renewed(c, result.session)
  },
)

api.on(
  'post',
  '/password',
  own,
  {
    summary: 'Change my password; my other sessions end',
    body: z.object({ old_password: typed(), password: typed() }),
    answer: Renewed,
    secret: true,
  },
  async (c, { old_password: old, password }) => {
    const result = await changePassword(old, password, tokenOf(c))
    if (result.outcome === 'refused')
      return problemResponse(Invalid.field('old_password', 'identity.password.wrong'))
    if (result.outcome === 'too_many')
      return problemResponse(new TooMany('auth.sign_in.too_many', { minutes: result.minutes }))
    return renewed(c, result.session)
  },
)

api.on(
  'get',
  '/telephone',
  own,
  {
    summary: 'Whether the codes of a telephone are asked for at my sign-in',
    answer: z.object({
      on: z.boolean(),
      needed: z.boolean().describe('The authority asks for it'),
      recovery_codes_left: z.int(),
    }),
  },
  async () => {
    const { id } = await me()
    const on = await hasTotp(id)
    const recovery_codes_left = on ? await recoveryCodesLeft(id) : 0
    return { on, needed: await isNeededOf(id), recovery_codes_left }
  },
)

api.on(
  'post',
  '/telephone/beginning',
  forProven,
  {
    summary: 'The key by which a telephone makes codes, to be confirmed by one of them',
    answer: z.object({ secret: z.string(), uri: z.string() }),
    secret: true,
  },
  async () => beginTotp(await me()),
)

const Codes = z.object({ recovery_codes: z.array(z.string()) })

api.on(
  'post',
  '/telephone',
  forProven,
  {
    summary: 'Confirm the telephone by a code; answers the codes that help without it, this once',
    body: z.object({ one_time_password: z.string().max(100) }),
    answer: Codes,
    secret: true,
  },
  async (_c, { one_time_password: code }) => {
    const codes = await confirmTelephone(code)
    if (!codes) throw Invalid.field('one_time_password', 'identity.second.wrong')
    return { recovery_codes: codes }
  },
)

api.on(
  'post',
  '/telephone/codes',
  forProven,
  {
    summary: 'Other codes that help without the telephone, this once',
    answer: Codes,
    secret: true,
  },
  async () => ({ recovery_codes: await renewCodes() }),
)

api.on(
  'delete',
  '/telephone',
  forProven,
  { summary: 'Ask for the codes of my telephone no more' },
  removeTelephone,
)

api.on(
  'get',
  '/passkeys',
  forProven,
  {
    summary: 'My passkeys',
    answer: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        host: z.string(),
        created_at: z.iso.datetime(),
        used_at: z.iso.datetime().nullable(),
      }),
    ),
  },
  async () =>
    (await passkeysOf((await me()).id)).map(({ called, created_at, used_at, ...key }) => ({
      ...{ ...key, name: called },
      created_at: created_at.toString(),
      used_at: used_at?.toString() ?? null,
    })),
)

api.on(
  'delete',
  '/passkeys/:id',
  forProven,
  { summary: 'Take one of my passkeys away' },
  async (c) => {
    await removeOwnKey(c.req.param('id') ?? '')
  },
)

api.on(
  'delete',
  '/sessions',
  own,
  { summary: 'End my sessions, but the one that asks' },
  async (c) => {
    const count = await endSessionsOf(actor().id ?? '', tokenOf(c))
    await audit('session_ended', `others: ${count}`)
  },
)
