import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { closeOutgoing, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { type GivenProvider, givenProvider, known, signInWith } from './given-provider.ts'

const password = 'test password'
let authority: TestAuthority
let given: GivenProvider
let administrator: TestPerson
let agent: TestPerson
const logins = {
  administrator: `a-${randomUUID()}`,
  agent: `g-${randomUUID()}`,
  elected: `e-${randomUUID()}`,
}

beforeAll(async () => {
  authority = await givenAuthority()
  const person = (login: string, ...roles: string[]) =>
    authority.person({ roles, account: { login, password } })
  administrator = await person(logins.administrator, 'administrator', 'agent')
  agent = await person(logins.agent, 'agent')
  await person(logins.elected, 'councillor')
  given = await givenProvider(authority, [{ sub: 'agent', name: 'Agent' }])
  await known(authority, agent.id, given.issuer, 'agent')
})

afterAll(() => {
  given.stop()
  closeOutgoing()
})

const stands = (standing: 'off' | 'on' | 'only') =>
  administrator.visitor.post(`/providers/${given.id}/standing`, { standing })
const signsIn = async (login: string) => {
  const { status, text } = await authority
    .visitor()
    .post('/sign-in', { login, password, next: '/' })
  return { status, text }
}

test('where the provider is the one way in, agents come by it alone, and who is no agent, or administers, as before', async () => {
  const without = await authority.person({ roles: ['agent'] })
  const page = await administrator.visitor.get(`/providers/${given.id}`)
  expect(page.text).toContain('Un agent n’est pas lié à ce fournisseur')
  expect((await signsIn(logins.agent)).status).toBe(303)
  expect((await stands('only')).status).toBe(303)

  const refused = await signsIn(logins.agent)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('fournisseur')
  expect(
    (await authority.visitor().api('POST', '/session', { login: logins.agent, password })).status,
  ).toBe(403)
  expect((await signInWith(given, authority.visitor(), 'agent')).status).toBe(303)
  for (const login of [logins.administrator, logins.elected])
    expect((await signsIn(login)).status).toBe(303)
  // The ways of the house stand back on the page, and are there.
  expect((await authority.visitor().get('/sign-in')).text).toMatch(/<details>.*Mot de passe/s)
  // Who was signed in before goes on until the session ends.
  expect((await without.visitor.get('/inbox')).status).toBe(200)
})

test('no link gives a password that would let nobody in, and no password proves who an agent is', async () => {
  const before = await linksOf(agent.id)
  await authority.visitor().post('/sign-in/forgotten', { named: logins.agent })
  await authority.drain()
  expect(await linksOf(agent.id)).toBe(before)
  const proof = await agent.visitor.api('POST', '/security/proof', { password })
  expect(proof.status).toBe(403)
})

test('once passwords are open again, agents come in by theirs', async () => {
  await stands('on')
  expect((await signsIn(logins.agent)).status).toBe(303)
  expect(
    (await agent.visitor.post(`/providers/${given.id}/standing`, { standing: 'only' })).status,
  ).toBe(403)
})

const linksOf = (id: string) =>
  authority.asSystem(async () => {
    const rows = await db()
      .selectFrom('kernel.password_link')
      .select('kind')
      .where('account_id', '=', id)
      .execute()
    return rows.length
  })
