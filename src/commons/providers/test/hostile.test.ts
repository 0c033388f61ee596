import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '#kernel/db'
import type { Visitor } from '#kernel/testing'
import { closeOutgoing, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { type Crooked, givenCrooked, type Wrong } from './crooked.ts'
import { audited, known } from './given-provider.ts'

let authority: TestAuthority
let provider: Crooked
let jeanne: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  jeanne = await authority.person({ roles: ['agent'] })
  provider = await givenCrooked(authority)
  await known(authority, jeanne.id, provider.issuer, 'jeanne')
})

afterEach(() => vi.restoreAllMocks())

afterAll(() => {
  provider.stop()
  closeOutgoing()
})

/** All that a sign-in could have left. */
const standing = () =>
  authority.asSystem(async () => ({
    accounts: await db().selectFrom('kernel.account').select('id').execute(),
    sessions: await db().selectFrom('kernel.session').select('id').execute(),
    links: await db().selectFrom('kernel.identity_link').select(['id', 'used_at']).execute(),
    requests: await db().selectFrom('kernel.identity_request').select('id').execute(),
    ways: await db().selectFrom('kernel.way_out').select('id').execute(),
  }))

const isIn = async (visitor: Visitor) => (await visitor.get('/security')).status === 200

const past = () => Math.floor(Date.now() / 1000) - 3600

test('what the provider says in the right way lets its person in', async () => {
  const visitor = authority.visitor()
  expect((await provider.comes(visitor)).status).toBe(303)
  expect(await isIn(visitor)).toBe(true)
})

test.each<[what: string, wrong: Wrong, sentence: string, reason: string]>([
  ['answers another demand', { claims: { nonce: 'other' } }, '(nonce)', 'nonce'],
  ['says no nonce', { claims: { nonce: undefined } }, '(nonce)', 'nonce'],
  [
    'gives a token that is over',
    { claims: { iat: past(), exp: past() + 300 } },
    'n’est pas de ce moment',
    'expired',
  ],
  [
    'signs with a key of which nobody knows',
    { signs: 'unknown key' },
    'qu’il ne publie pas',
    'unknown_key',
  ],
  [
    'signs with a key that is not the one it names',
    { signs: 'key of another' },
    'qu’il ne publie pas',
    'unknown_key',
  ],
  ['does not sign', { signs: 'nothing' }, 'Prévenez l’administrateur', 'misconfigured'],
  [
    'speaks to another application',
    { claims: { aud: 'another' } },
    'à une autre application',
    'audience',
  ],
  [
    'speaks to several, and means another',
    { claims: { aud: ['beffroi', 'another'], azp: 'another' } },
    'à une autre application',
    'audience',
  ],
  [
    'is another than it says',
    { claims: { iss: 'https://evil.example' } },
    'ou se dit d’un autre',
    'issuer',
  ],
  [
    'is another than the one asked',
    { address: { iss: 'https://evil.example' } },
    'ou se dit d’un autre',
    'issuer',
  ],
  [
    'has seen the code before',
    { answers: { status: 400, body: { error: 'invalid_grant' } } },
    'n’a pas voulu vous laisser entrer',
    'refused invalid_grant',
  ],
  [
    'does not know the house',
    { answers: { status: 401, body: { error: 'invalid_client' } } },
    'Prévenez l’administrateur',
    'misconfigured invalid_client',
  ],
  [
    'answers a page',
    { answers: { status: 200, body: '<html>' } },
    'Prévenez l’administrateur',
    'misconfigured',
  ],
  [
    'gives no token of identity',
    { answers: { status: 200, body: { access_token: 'a', token_type: 'Bearer' } } },
    'Prévenez l’administrateur',
    'misconfigured',
  ],
  [
    'was left by its person',
    { address: { error: 'access_denied' } },
    'Vous n’êtes pas allé au bout',
    'cancelled access_denied',
  ],
])(
  'a provider that %s lets nobody in: a sentence, a line of audit, and nothing else',
  async (_, wrong, sentence, reason) => {
    const before = await standing()
    const visitor = authority.visitor()
    const came = await provider.comes(visitor, wrong)
    expect([came.status, came.text]).toEqual([422, expect.stringContaining(sentence)])
    expect(await isIn(visitor)).toBe(false)
    expect(await standing()).toEqual(before)
    expect((await audited(authority, 'provider_refused')).at(-1)).toBe(`Compte communal: ${reason}`)
  },
)

test('a provider that answers too late, or is down, is told to be so, and the house is open otherwise', async () => {
  // Its patience is eight seconds: the test has less.
  const timeout = AbortSignal.timeout.bind(AbortSignal)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(Math.min(ms, 150)))
  const slow = await givenCrooked(authority, { name: 'Compte lent' })
  const before = await standing()
  const late = await slow.comes(authority.visitor(), { late: true })
  expect([late.status, late.text]).toEqual([
    503,
    expect.stringContaining('Compte lent ne répond pas'),
  ])
  expect(late.headers.get('retry-after')).toBe('60')
  slow.stop()
  const down = await slow.comes(authority.visitor())
  expect([down.status, down.text]).toEqual([
    503,
    expect.stringContaining('Compte lent ne répond pas'),
  ])
  expect(await standing()).toEqual(before)
  expect((await audited(authority, 'provider_refused')).slice(-2)).toEqual([
    expect.stringMatching(/^Compte lent: unavailable/),
    expect.stringMatching(/^Compte lent: unavailable/),
  ])
  expect((await authority.visitor().get('/sign-in')).text).toContain('Mot de passe')
})

test('an answer is taken once, and in the browser that asked for it', async () => {
  const visitor = authority.visitor()
  const out = await visitor.get(`/sign-in/with/${provider.id}`)
  const state = new URL(out.headers.get('location') ?? '').searchParams.get('state') ?? ''
  const back = `/sign-in/with/${provider.id}/back?${new URLSearchParams({ state, error: 'access_denied', iss: provider.issuer }).toString()}`
  // Somebody is made to come in as another: theirs is another browser.
  const elsewhere = await authority.visitor().get(back)
  expect([elsewhere.status, elsewhere.text]).toEqual([
    422,
    expect.stringContaining('d’un autre navigateur'),
  ])
  expect((await visitor.get(back)).text).toContain('Vous n’êtes pas allé au bout')
  expect((await visitor.get(back)).text).toContain('d’un autre navigateur')
})

test('a level of assurance that is wanted must be answered', async () => {
  const sure = await givenCrooked(authority, { name: 'Compte sûr', acr_values: 'high higher' })
  await known(authority, jeanne.id, sure.issuer, 'jeanne')
  const visitor = authority.visitor()
  const low = await sure.comes(visitor, { claims: { acr: 'low' } })
  expect([low.status, low.text]).toEqual([422, expect.stringContaining('ne garantit pas assez')])
  expect((await sure.comes(visitor)).status).toBe(422)
  expect((await sure.comes(visitor, { claims: { acr: 'higher' } })).status).toBe(303)
  sure.stop()
})

test('two people whom a provider calls by one address are two, and neither is whoever has it here', async () => {
  await authority.asSystem(() =>
    db()
      .updateTable('commons.person')
      .set({ email: 'jeanne@example.org' })
      .where('id', '=', jeanne.id)
      .execute(),
  )
  const [one, other] = [authority.visitor(), authority.visitor()]
  const claims = { email: 'jeanne@example.org', email_verified: true, name: 'Alix Terval' }
  for (const [sub, visitor] of [
    ['first', one],
    ['second', other],
  ] as const) {
    const came = await provider.comes(visitor, { claims: { ...claims, sub } })
    expect(came.text).toContain('ne sait pas encore qui vous êtes')
    expect(await isIn(visitor)).toBe(false)
  }
  const asked = await authority.asSystem(() =>
    db().selectFrom('kernel.identity_request').select('subject').orderBy('subject').execute(),
  )
  expect(asked.map(({ subject }) => subject)).toEqual(['first', 'second'])
  expect(await standing()).toMatchObject({ accounts: [{ id: jeanne.id }] })
})

test('what is said of a sign-out is believed once, of its provider alone', async () => {
  const [one, other] = [authority.visitor(), authority.visitor()]
  await provider.comes(one, { claims: { sid: 's1' } })
  await provider.comes(other, { claims: { sid: 's2' } })
  const says = (claims: Record<string, unknown>, wrong: Wrong = {}) =>
    provider.tellsOfSignOut(authority.visitor(), { sub: 'jeanne', ...claims }, wrong)
  expect(await says({ jti: 'a', sid: 's1' }, { signs: 'unknown key' })).toBe(400)
  expect(await says({ jti: 'b', sid: 's1' }, { signs: 'nothing' })).toBe(400)
  expect(await says({ jti: 'c', sid: 's1', aud: 'another' })).toBe(400)
  expect(await says({ jti: 'd', sid: 's1', nonce: 'of a sign-in' })).toBe(400)
  expect(await says({ jti: 'e', sid: 's1', events: {} })).toBe(400)
  expect(await says({ jti: 'f', sid: 's1', iat: past(), exp: past() + 9999 })).toBe(400)
  expect([await isIn(one), await isIn(other)]).toEqual([true, true])
  expect(await says({ jti: 'g', sid: 's1' })).toBe(200)
  expect([await isIn(one), await isIn(other)]).toEqual([false, true])
  expect(await says({ jti: 'g', sid: 's1' })).toBe(400)
  expect(await says({ jti: 'h' })).toBe(200)
  expect(await isIn(other)).toBe(false)
  expect((await audited(authority, 'provider_signed_out')).at(-2)).toBe('Compte communal: 1')
})
