import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { audit, fromAddress } from '#kernel/audit'
import { signIn } from '../index.ts'
import type { TriedFrom } from '../sign-in.ts'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'

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
function refusedAgo(minutes: number, times: number, address = 'local', subject = login) {
  return authority.asSystem(async () => {
    for (let time = 0; time < times; time++)
      await db()
        .insertInto('kernel.audit')
        .values({
          action: 'sign_in_refused',
          actor_id: null,
          actor_name: '',
          address,
          subject,
          at: Temporal.Now.instant().subtract({ seconds: Math.round(minutes * 60) }),
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
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThanOrEqual(60)
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
    const page = await visitor.post('/sign-in', { login, password })
    expect([page.status, Number(page.headers.get('retry-after')) >= 60]).toEqual([429, true])
    expect((await attempt(login, password)).status).toBe(429)
  })

  test('makes each try wait twice as long as the one before, and is forgotten after a quarter of an hour (S7)', async () => {
    const status = async (times: number, minutes: number) => {
      login = `p-${randomUUID()}`
      await authority.person({ account: { login, password } })
      await refusedAgo(minutes, times, `source ${login}`)
      return (await from(`source ${login}`)).outcome
    }
    expect(await status(5, 0.1)).toBe('too_many')
    expect(await status(5, 0.3)).toBe('welcome')
    expect(await status(7, 0.9)).toBe('too_many')
    expect(await status(7, 1.1)).toBe('welcome')
    expect(await status(30, 14)).toBe('too_many')
    expect(await status(30, 16)).toBe('welcome')
  })

  const from = (address: string, typed = password, on: TriedFrom = {}) =>
    fromAddress(address, () => authority.asSystem(() => signIn(login, typed, 1, on)))

  /** What the browser keeps in which the person signs in. */
  const deviceAt = (address: string) =>
    fromAddress(address, () =>
      authority.asSystem(async () => {
        const result = await signIn(login, password, 1)
        if (result.outcome !== 'welcome') throw new Error('They did not come in')
        return result.device()
      }),
    )

  test('from elsewhere shuts nobody out: a login has a count for each source (S7)', async () => {
    await refusedAgo(0.1, 20, '203.0.113.9')
    expect((await from('203.0.113.9')).outcome).toBe('too_many')
    expect((await from('198.51.100.8')).outcome).toBe('welcome')
  })

  test('fifty times from one source, or of one login from many, stops all that is unknown, and nothing known (S7)', async () => {
    const device = await deviceAt('198.51.100.8')
    await refusedAgo(1, 50, '198.51.100.7', randomUUID())
    expect((await from('198.51.100.7')).outcome).toBe('too_many')
    expect((await from('198.51.100.8')).outcome).toBe('welcome')
    for (let at = 0; at < 50; at++) await refusedAgo(1, 1, `203.0.113.${at}`)
    expect((await from('198.51.100.8')).outcome).toBe('too_many')
    expect((await from('198.51.100.7', password, { device })).outcome).toBe('welcome')
  })

  test('in a known browser counts for that browser alone, and there too each try waits (S7)', async () => {
    const device = await deviceAt('198.51.100.8')
    for (let time = 0; time < 5; time++)
      expect((await from('198.51.100.8', 'wrong', { device })).outcome).toBe('refused')
    expect((await from('198.51.100.8', password, { device })).outcome).toBe('too_many')
    expect((await from('198.51.100.9')).outcome).toBe('welcome')
  })

  test('is not excused by another person’s browser (S7)', async () => {
    const device = await deviceAt('198.51.100.8')
    login = `p-${randomUUID()}`
    await authority.person({ account: { login, password } })
    await refusedAgo(0.1, 5, '198.51.100.8')
    expect((await from('198.51.100.8', password, { device })).outcome).toBe('too_many')
  })

  test('tried many times at once gets no more guesses than one after the other (S7)', async () => {
    const tries = Array.from({ length: 40 }, () => attempt(login, 'wrong'))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    const guesses = statuses.filter((status) => status === 403).length
    expect(guesses).toBeLessThanOrEqual(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(40 - guesses)
  })

  test('that is not even tried leaves one line of audit, however often (S7)', async () => {
    await refusedAgo(0.01, 9)
    for (let time = 0; time < 5; time++) expect((await attempt(login, password)).status).toBe(429)
    const braked = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.audit')
        .select(['address', 'subject'])
        .where('action', '=', 'sign_in_braked')
        .where('subject', '=', login)
        .execute(),
    )
    expect(braked).toEqual([{ address: 'local', subject: login }])
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

describe('a login', () => {
  test('is the same however it is spelled, and one person’s (T6)', async () => {
    const name = `élodie-${randomUUID()}`
    await authority.person({ account: { login: name, password } })
    const spelled = [
      name.toUpperCase(),
      name.normalize('NFD'),
      name.replace('o', 'o\u200B'),
      ` ${name.replace('l', 'l\u00AD')} `,
    ]
    for (const one of spelled) {
      expect((await attempt(one, password)).status).toBe(201)
      await expect(authority.person({ account: { login: one, password } })).rejects.toThrow(Invalid)
    }
  })

  test('that is tried in five spellings is closed in all of them (T6)', async () => {
    for (const sign of ['\u200B', '\u00AD', '\u2060', ' ', '\uFEFF'])
      expect((await attempt(login + sign, 'wrong')).status).toBe(403)
    expect((await attempt(login, password)).status).toBe(429)
  })
})
