import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

test('a citizen finds what the authority publishes, and the way to sign in', async () => {
  const home = await authority.visitor().get('/')
  expect(home.status).toBe(200)
  expect(home.text).toContain('class="plain public"')
  expect(home.text).toContain('Rien n’est encore publié ici.')
  expect(home.text).toContain('href="/sign-in"')
  expect(home.headers.get('cache-control')).toBe('public, no-cache')
})

test('who is signed in goes to the inbox, which no cache keeps', async () => {
  const { visitor } = await authority.person()
  const home = await visitor.get('/')
  expect([home.status, home.headers.get('location')]).toEqual([303, '/inbox'])
  expect(home.headers.get('cache-control')).toBe('no-store')
})

test('who signed out, or whose session is over, is a citizen again', async () => {
  const { visitor } = await authority.person()
  await visitor.post('/sign-out')
  expect((await visitor.get('/')).status).toBe(200)
  visitor.keep('session', 'of somebody long gone')
  expect((await visitor.get('/')).text).toContain('class="plain public"')
})

test('it speaks the language of the reader', async () => {
  const visitor = authority.visitor()
  visitor.keep('language', 'en')
  expect((await visitor.get('/')).text).toContain('Nothing is published here yet')
})
