import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import type { ActorId } from '#kernel/access'
import { openSession, sessionActor, setPrincipals } from '../index.ts'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'

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
    expect(left.headers.get('clear-site-data')).toBe('"cache"')
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

  test('ends when nobody has used it for two hours, and goes on where somebody does (S11)', async () => {
    const { id, enters } = await signedIn(12)
    const unused = (minutes: number) =>
      authority.asSystem(() =>
        db()
          .updateTable('kernel.session')
          .set({ seen_at: Temporal.Now.instant().subtract({ minutes }) })
          .where('account_id', '=', id)
          .execute(),
      )
    await unused(110)
    expect(await enters()).toBe(200)
    await unused(10)
    expect(await enters()).toBe(200)
    await unused(121)
    expect(await enters()).toBe(401)
  })

  test('ends when somebody signs in anew in the same browser (S11)', async () => {
    const credentials = account()
    await authority.person({ roles: ['agent'], account: credentials })
    const { visitor, token } = await signedIn()
    expect((await visitor.post('/sign-in', { ...credentials, next: '/' })).status).toBe(303)
    expect((await visitor.get('/inbox')).status).toBe(200)
    visitor.keep('session', token)
    expect((await visitor.api('GET', '/inbox')).status).toBe(401)
  })

  test('over TLS is kept by this host alone (S11)', async () => {
    const credentials = account()
    await authority.person({ roles: ['agent'], account: credentials })
    const { app } = await ground()
    const ask = (path: string, more: Record<string, string>, body?: URLSearchParams) =>
      app.request(`https://${authority.host}${path}`, {
        ...(body && { method: 'POST', body }),
        headers: { host: authority.host, origin: `https://${authority.host}`, ...more },
      })
    const welcome = await ask('/sign-in', {}, new URLSearchParams({ ...credentials, next: '/' }))
    const [kept = '', device = ''] = welcome.headers.getSetCookie()
    expect(kept).toMatch(/^__Host-session=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
    expect(device).toMatch(/^__Host-device=[\w-]{43}; /)
    const [, token = ''] = /=([^;]*)/.exec(kept) ?? []
    const enters = async (cookie: string) => (await ask('/api/inbox', { cookie })).status
    expect(await enters(`__Host-session=${token}`)).toBe(200)
    // What a page without TLS has put there is not looked at.
    expect(await enters(`session=${token}`)).toBe(401)
  })

  test('that nobody has is ended without a line of audit (S10)', async () => {
    const visitor = authority.visitor()
    visitor.keep('session', 'of nobody')
    const lines = () =>
      authority.asSystem(() =>
        db().selectFrom('kernel.audit').select('id').where('action', '=', 'sign_out').execute(),
      )
    const before = (await lines()).length
    for (let time = 0; time < 3; time++) expect((await visitor.post('/sign-out')).status).toBe(303)
    expect((await lines()).length).toBe(before)
    const { visitor: somebody } = await signedIn()
    await somebody.post('/sign-out')
    expect((await lines()).length).toBe(before + 1)
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
  ).rejects.toThrow(Invalid)
})
