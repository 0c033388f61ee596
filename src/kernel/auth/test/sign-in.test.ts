import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { audit, fromAddress } from '#kernel/audit'
import { signIn } from '../index.ts'
import { db } from '#kernel/db'

const password = 'right password'
let authority: TestAuthority
let login: string
let id: string

beforeAll(async () => {
  authority = await givenAuthority()
})

beforeEach(async () => {
  login = `p-${randomUUID()}`
  ;({ id } = await authority.person({ roles: ['agent'], account: { login, password } }))
})

/** Signs in through the API, as a program does. */
const attempt = (name: string, typed: string) =>
  authority.visitor().api('POST', '/session', { login: name, password: typed })

/** Refusals as they would have been written some minutes ago. */
function refusedAgo(minutes: number, times: number, address: string | null = null) {
  return authority.asSystem(async () => {
    for (let time = 0; time < times; time++)
      await db()
        .insertInto('kernel.audit')
        .values({
          action: 'sign_in_refused',
          actor_id: null,
          actor_name: '',
          address,
          subject: address ? randomUUID() : login,
          at: Temporal.Now.instant().subtract({ minutes }),
        })
        .execute()
  })
}

const refusals = () =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select(['action', 'subject', 'address'])
      .where('action', '=', 'sign_in_refused')
      .where('subject', '=', login)
      .execute(),
  )

describe('a wrong password', () => {
  test('gets the same answer as an unknown login, and leaves its line', async () => {
    const wrong = await attempt(login, 'wrong')
    const unknown = await attempt(`nobody-${randomUUID()}`, 'wrong')
    expect(wrong.status).toBe(403)
    expect(wrong.json()).toEqual(unknown.json())
    expect(await refusals()).toEqual([
      { action: 'sign_in_refused', subject: login, address: 'local' },
    ])
  })

  test('five times closes the door for that login, right password or not', async () => {
    for (let time = 0; time < 5; time++) expect((await attempt(login, 'wrong')).status).toBe(403)
    const closed = await attempt(login, password)
    expect(closed.status).toBe(429)
    expect(closed.json()).toMatchObject({ type: 'urn:beffroi:problem:auth.sign_in.too_many' })
    expect((await attempt(login.toUpperCase(), password)).status).toBe(429)
    expect(await refusals()).toHaveLength(5)
  })

  test('four times closes nothing', async () => {
    await refusedAgo(1, 4)
    expect((await attempt(login, password)).status).toBe(201)
  })

  test('closes the door for nobody else', async () => {
    await refusedAgo(1, 5)
    const other = `p-${randomUUID()}`
    await authority.person({ account: { login: other, password } })
    expect((await attempt(other, password)).status).toBe(201)
  })

  test('closes the door at its own authority only', async () => {
    await refusedAgo(1, 5)
    const elsewhere = await givenAuthority()
    await elsewhere.person({ account: { login, password } })
    const there = await elsewhere.visitor().api('POST', '/session', { login, password })
    expect(there.status).toBe(201)
  })

  test('counts on the page as through the API', async () => {
    const visitor = authority.visitor()
    for (let time = 0; time < 5; time++)
      expect((await visitor.post('/sign-in', { login, password: 'wrong' })).status).toBe(422)
    expect((await visitor.post('/sign-in', { login, password })).status).toBe(429)
    expect((await attempt(login, password)).status).toBe(429)
  })

  test('is forgotten after a quarter of an hour', async () => {
    await refusedAgo(16, 5)
    expect((await attempt(login, password)).status).toBe(201)
    await refusedAgo(14, 5)
    expect((await attempt(login, password)).status).toBe(429)
  })

  test('fifty times from one address closes the door for that address', async () => {
    await refusedAgo(1, 50, '198.51.100.7')
    const from = (address: string) =>
      fromAddress(address, () => authority.asSystem(() => signIn(login, password, 1)))
    expect((await from('198.51.100.7')).outcome).toBe('too_many')
    expect((await from('198.51.100.8')).outcome).toBe('welcome')
  })

  test('of the login alone is counted: other lines about it close nothing', async () => {
    await authority.asSystem(async () => {
      for (let time = 0; time < 9; time++) await audit('refused', login)
    })
    expect((await attempt(login, password)).status).toBe(201)
  })
})

describe('the right password', () => {
  test('opens a session and leaves a line with who came in', async () => {
    expect((await attempt(login, password)).status).toBe(201)
    const lines = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.audit')
        .select(['action', 'actor_id', 'subject'])
        .where('actor_id', '=', id)
        .execute(),
    )
    expect(lines).toEqual([{ action: 'sign_in', actor_id: id, subject: login }])
  })

  test('is the same however the keyboard composes its accents, and the login in any case', async () => {
    const accented = `p-${randomUUID()}`
    await authority.person({ account: { login: accented, password: 'e\u0301te\u0301' } })
    const typed = await attempt(` ${accented.toUpperCase()} `, '\u00E9t\u00E9')
    expect(typed.status).toBe(201)
  })

  test('is kept as argon2id with the parameters of OWASP, never as it is', async () => {
    const { password_hash } = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.account')
        .select('password_hash')
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(password_hash).not.toContain(password)
  })

  test('opens nothing once the account is disabled, with the answer of an unknown login', async () => {
    await authority.asSystem(() =>
      db()
        .updateTable('kernel.account')
        .set({ disabled_at: Temporal.Now.instant() })
        .where('id', '=', id)
        .execute(),
    )
    const disabled = await attempt(login, password)
    expect(disabled.status).toBe(403)
    expect(disabled.json()).toEqual((await attempt(randomUUID(), password)).json())
  })
})
