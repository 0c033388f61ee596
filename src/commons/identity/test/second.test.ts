import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import type { Visitor } from '#kernel/testing'
import { codeFrom, codesOn, keyOn, setUp } from './telephone.ts'

const password = 'test password'
let authority: TestAuthority
let somebody: TestPerson
let login: string

beforeAll(async () => {
  authority = await givenAuthority()
})

beforeEach(async () => {
  login = `p-${randomUUID()}`
  somebody = await authority.person({ roles: ['administrator'], account: { login, password } })
})

/** Gives the right password in a browser that nobody knows. */
async function halfIn(): Promise<Visitor> {
  const visitor = authority.visitor()
  const half = await visitor.post('/sign-in', { login, password, next: '/inbox' })
  expect(half.headers.get('location')).toBe('/sign-in/second?next=%2Finbox')
  return visitor
}

const give = (visitor: Visitor, code: string) =>
  visitor.post('/sign-in/second', { one_time_password: code, next: '/inbox' })

const isIn = async (visitor: Visitor) => (await visitor.get('/inbox')).status === 200

const lines = (action: 'second_factor' | 'second_factor_refused' | 'second_factor_removed') =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select('subject')
      .where('action', '=', action)
      .where('subject', 'like', `%${login}`)
      .orderBy('id')
      .execute(),
  )

describe('the code of a telephone', () => {
  test('is asked after the password once it is set up, and the session opens nothing before', async () => {
    const { key, codes } = await setUp(somebody.visitor)
    expect(codes).toHaveLength(10)
    const visitor = await halfIn()
    expect(await isIn(visitor)).toBe(false)
    expect((await visitor.api('GET', '/inbox')).status).toBe(401)
    expect((await visitor.get('/sign-in/second')).text).toContain('Code de votre téléphone')
    expect((await give(visitor, codeFrom(key))).headers.get('location')).toBe('/inbox')
    expect(await isIn(visitor)).toBe(true)
    expect((await lines('second_factor')).map(({ subject }) => subject)).toEqual([
      ...[`begun ${login}`, `totp ${login}`],
    ])
  })

  test('is taken once, by one of two who give it at the same time', async () => {
    const { key } = await setUp(somebody.visitor)
    const [one, other] = [await halfIn(), await halfIn()]
    const code = codeFrom(key)
    const both = await Promise.all([give(one, code), give(other, code)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect((await give(await halfIn(), code)).text).toContain('Chaque code sert une fois')
  })

  test('that is wrong has to wait after five, however many are tried at once; a known browser does not', async () => {
    const { key, codes } = await setUp(somebody.visitor)
    const known = await halfIn()
    await give(known, codes[0] ?? '')
    await known.post('/sign-out')
    const stranger = await halfIn()
    const tries = await Promise.all(Array.from({ length: 12 }, () => give(stranger, '000000')))
    expect(tries.filter(({ text }) => text.includes('Ce code ne vaut pas'))).toHaveLength(5)
    expect((await give(stranger, codeFrom(key))).text).toContain('Trop d’essais')
    await known.post('/sign-in', { login, password, next: '/inbox' })
    expect((await give(known, codeFrom(key))).status).toBe(303)
    expect(await lines('second_factor_refused')).toHaveLength(5)
  })

  test('is enciphered in the database, and a recovery code is kept by its hash', async () => {
    const { key } = await setUp(somebody.visitor)
    const { secret } = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.totp')
        .select('secret')
        .where('id', '=', somebody.id)
        .executeTakeFirstOrThrow(),
    )
    expect(secret.includes(key)).toBe(false)
    expect(secret.toString('latin1')).not.toContain(key.toString('hex'))
  })

  test('is asked of programs too, which come in by a key instead', async () => {
    await setUp(somebody.visitor)
    const { status, text } = await authority.visitor().api('POST', '/session', { login, password })
    expect(status).toBe(403)
    expect(text).toContain('auth.sign_in.second')
  })

  test('is removed by its person, with the codes that helped without it', async () => {
    const { codes } = await setUp(somebody.visitor)
    await somebody.visitor.post('/security/telephone/remove')
    const visitor = authority.visitor()
    const { headers } = await visitor.post('/sign-in', { login, password, next: '/inbox' })
    expect(headers.get('location')).toBe('/inbox')
    expect(codes).toHaveLength(10)
    expect(await lines('second_factor_removed')).toHaveLength(1)
  })
})

describe('a recovery code', () => {
  test('lets in once, however it is spelled; new ones take the place of all', async () => {
    const { codes } = await setUp(somebody.visitor)
    const [first = '', second = ''] = codes
    const typed = first.toLowerCase().replaceAll('-', ' ')
    expect((await give(await halfIn(), typed)).status).toBe(303)
    expect((await give(await halfIn(), first)).status).toBe(422)
    expect((await somebody.visitor.get('/security')).text).toContain('9 codes de secours')
    const fresh = codesOn(await somebody.visitor.post('/security/telephone/codes'))
    expect(fresh).toHaveLength(10)
    expect((await give(await halfIn(), second)).status).toBe(422)
    expect((await give(await halfIn(), fresh[0] ?? '')).status).toBe(303)
  })
})

test('where the authority asks it of administrators, they set it up as they come in, and cannot remove it', async () => {
  const elsewhere = await givenAuthority()
  const admin = await elsewhere.person({ roles: ['administrator'], account: { login, password } })
  const agent = await elsewhere.person({
    ...{ roles: ['agent'], account: { login: `${login}-agent`, password } },
  })
  await admin.visitor.post('/settings/identity', {
    ...{ 'identity.second_needed': 'administrators', version: '' },
    ...{ 'identity.session_hours': '12', 'identity.idle_minutes': '120' },
  })
  const visitor = elsewhere.visitor()
  await visitor.post('/sign-in', { login, password, next: '/inbox' })
  expect(await isIn(visitor)).toBe(false)
  const key = keyOn(await visitor.get('/sign-in/second'))
  expect((await give(visitor, '000000')).status).toBe(422)
  const begun = await give(visitor, codeFrom(key))
  expect(codesOn(begun)).toHaveLength(10)
  expect(await isIn(visitor)).toBe(true)
  expect((await visitor.post('/security/telephone/remove')).status).toBe(403)
  const plain = elsewhere.visitor()
  const { headers } = await plain.post('/sign-in', { login: `${login}-agent`, password, next: '/' })
  expect(headers.get('location')).toBe('/')
  expect(agent.id).not.toBe(admin.id)
})
