import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { closeOutgoing, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { audited, type GivenProvider, givenProvider, known, signInWith } from './given-provider.ts'

let authority: TestAuthority
let given: GivenProvider
let jeanne: TestPerson
let administrator: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  jeanne = await authority.person({ firstName: 'Jeanne', lastName: 'Roselle', roles: ['agent'] })
  administrator = await authority.person({ roles: ['administrator', 'agent'] })
  given = await givenProvider(authority, [
    { sub: 'jeanne', name: 'Jeanne Roselle', email: 'jeanne@example.org', groups: ['works'] },
    { sub: 'stranger', name: 'Jeanne Roselle', email: 'jeanne@example.org' },
    { sub: 'odd', name: 'Évil\u0000Name', email: 'odd@example.org' },
  ])
  await known(authority, jeanne.id, given.issuer, 'jeanne')
})

afterAll(() => {
  given.stop()
  closeOutgoing()
})

test('an agent comes in by the provider, and goes on to where they were going', async () => {
  const visitor = authority.visitor()
  expect((await visitor.get('/sign-in')).text).toContain('Entrer avec Compte communal')
  const came = await signInWith(given, visitor, 'jeanne', { next: '/security' })
  expect(came.status).toBe(303)
  expect(came.headers.get('location')).toBe('/security')
  expect((await visitor.get('/security')).text).toContain('Jeanne Roselle')
})

test('whom nobody knows does not come in, whatever address the provider says, and waits to be accepted', async () => {
  const visitor = authority.visitor()
  const came = await signInWith(given, visitor, 'stranger')
  expect(came.status).toBe(422)
  expect(came.text).toContain('ne sait pas encore qui vous êtes')
  expect((await visitor.get('/security')).status).toBe(303)
  const page = await administrator.visitor.get('/providers')
  expect(page.text).toContain('stranger')
  const waiting = await administrator.visitor.api('GET', '/providers/requests')
  expect(waiting.text).toContain('stranger')
  const [, request] = /action="\/providers\/requests\/([\da-f-]{36})"/.exec(page.text) ?? []
  // Two people have one name: nothing is guessed.
  const another = await authority.person({ firstName: 'Jeanne', lastName: 'Roselle' })
  const path = `/providers/requests/${request}`
  const both = await administrator.visitor.post(path, { person: 'Jeanne Roselle' }, '/providers')
  expect(both.status).toBe(422)
  const login = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.account')
      .select('login')
      .where('id', '=', another.id)
      .executeTakeFirstOrThrow(),
  )
  await administrator.visitor.post(path, { person: login.login })
  expect((await signInWith(given, visitor, 'stranger')).status).toBe(303)
  expect(await audited(authority, 'identity_asked')).toEqual(['Jeanne Roselle'])
})

test('a provider says itself that somebody signed out: all that came in by that session ends, once', async () => {
  const [one, other] = [authority.visitor(), authority.visitor()]
  const browser = given.newBrowser()
  await signInWith(given, one, 'jeanne', { browser })
  await signInWith(given, other, 'jeanne')
  const out = await one.post('/sign-out')
  const leaving = await one.get(out.headers.get('location') ?? '')
  const [, href = ''] = /^0;url=(.*)$/.exec(leaving.headers.get('refresh') ?? '') ?? []
  expect(await browser.leave(href)).toContain(`http://${authority.host}/sign-in`)
  expect((await one.get('/security')).status).toBe(303)
  expect((await other.get('/security')).status).toBe(200)
})

test('whoever a provider calls by signs that no row holds is told that nobody knows them (M11)', async () => {
  const came = await signInWith(given, authority.visitor(), 'odd')
  expect(came.status).toBe(422)
  expect(came.text).toContain('ne sait pas encore qui vous êtes')
  const { text } = await administrator.visitor.api('GET', '/providers/requests')
  expect(text).toContain('ÉvilName')
})

test.each([
  'http://169.254.169.254',
  'https://localhost',
  'https://127.1',
  'https://10.0.0.7/realms/a',
])(
  'a provider at which the house never asks is refused where it is written: %s (L23)',
  async (issuer) => {
    const sent = { name: 'Interne', issuer, client_id: 'beffroi', client_secret: 'said' }
    const { status, text } = await administrator.visitor.api('POST', '/providers', sent)
    expect(status, text).toBe(422)
    expect(text).toContain('seuls les serveurs d’internet')
  },
)
