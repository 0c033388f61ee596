import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import type { ActorId } from '#kernel/access'
import { openSession, sessionActor, setPrincipals } from '../index.ts'
import { db } from '#kernel/db'

const account = () => ({ login: `p-${randomUUID()}`, password: 'right password' })
let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

/** A person with an open session, and what a program would send with it. */
async function signedIn(hours = 1) {
  const { id } = await authority.person({ roles: ['agent'] })
  const { token } = await authority.asSystem(() => openSession(id as ActorId, hours))
  const visitor = authority.visitor()
  visitor.keep('session', token)
  return { id, token, visitor, enters: async () => (await visitor.api('GET', '/inbox')).status }
}

const sessions = (id: string) =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.session')
      .select(['token_hash', 'expires_at'])
      .where('account_id', '=', id)
      .execute(),
  )

describe('a session', () => {
  test('is kept by its hash: the table lets nobody in', async () => {
    const { id, token } = await signedIn()
    const hash = createHash('sha256').update(token).digest('base64url')
    const kept = (await sessions(id)).map(({ token_hash }) => token_hash.toString('base64url'))
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(kept).toContain(hash)
    expect(kept).not.toContain(token)
    expect(await authority.asSystem(() => sessionActor(hash))).toBeNull()
  })

  test('ends when the person signs out, for whoever kept its token', async () => {
    const { visitor, enters, token } = await signedIn()
    expect(await enters()).toBe(200)
    const left = await visitor.post('/sign-out')
    expect(left.headers.get('set-cookie')).toMatch(/session=;.*Max-Age=0/)
    visitor.keep('session', token)
    expect(await enters()).toBe(401)
  })

  test('ends when a program deletes it', async () => {
    const { visitor, enters } = await signedIn()
    expect((await visitor.api('DELETE', '/session')).status).toBe(204)
    expect(await enters()).toBe(401)
  })

  test('ends at its hour', async () => {
    const { enters } = await signedIn(-0.1)
    expect(await enters()).toBe(401)
  })

  test('ends at once when the account is disabled', async () => {
    const { id, enters } = await signedIn()
    await authority.asSystem(() =>
      db()
        .updateTable('kernel.account')
        .set({ disabled_at: Temporal.Now.instant() })
        .where('id', '=', id)
        .execute(),
    )
    expect(await enters()).toBe(401)
  })

  test('bears what its person bears now, not what they bore when it opened', async () => {
    const { id, token } = await signedIn()
    const principals = () =>
      authority.asSystem(async () => (await sessionActor(token))?.principals ?? [])
    expect(await principals()).toContain('role:agent')
    await authority.asSystem(() => setPrincipals(id, []))
    expect(await principals()).toEqual([`user:${id}`])
  })

  test('forgets with its end those that were over', async () => {
    const { id } = await signedIn(-0.1)
    const other = await signedIn()
    await other.visitor.post('/sign-out')
    const now = Temporal.Now.instant()
    const over = (await sessions(id)).filter(
      ({ expires_at }) => Temporal.Instant.compare(expires_at, now) < 0,
    )
    expect(over).toEqual([])
  })

  test('of another person stays when one signs out', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await one.visitor.post('/sign-out')
    expect(await other.enters()).toBe(200)
  })
})

test('a login belongs to one account of an authority, in any case', async () => {
  const { login, password } = account()
  await authority.person({ account: { login, password } })
  await expect(
    authority.person({ account: { login: login.toUpperCase(), password } }),
  ).rejects.toThrow(/duplicate key/)
})
