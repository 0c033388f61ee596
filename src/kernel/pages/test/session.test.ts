import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { readConfig } from '#kernel/config'
import { createApp } from '#kernel/http'
import { registeredMessages } from '#kernel/i18n'
import { authenticate, failurePage, proveAnew } from '../index.ts'

const credentials = { login: `p-${randomUUID()}`, password: 'right password' }
let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
  await authority.person({ roles: ['agent'], account: credentials })
})

const signIn = (next: string) => authority.visitor().post('/sign-in', { ...credentials, next })

describe('who has not signed in', () => {
  test('is led to the door, and from there to where they wanted to go', async () => {
    const visitor = authority.visitor()
    const refused = await visitor.get('/search?q=moulin')
    expect(refused.status).toBe(303)
    const door = refused.headers.get('location') ?? ''
    expect(door).toBe('/sign-in?next=%2Fsearch%3Fq%3Dmoulin')
    expect((await visitor.get(door)).text).toContain('value="/search?q=moulin"')
    expect((await signIn('/search?q=moulin')).headers.get('location')).toBe('/search?q=moulin')
  })

  test('is told so as a program, with problem details', async () => {
    const refused = await authority.visitor().api('GET', '/inbox')
    expect(refused.status).toBe(401)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.json()).toMatchObject({ type: 'urn:beffroi:problem:sign_in_needed' })
  })
})

test('signing in leads nowhere else than into this site', async () => {
  const elsewhere = ['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n/evil.example']
  const schemes = ['https://evil.example', 'javascript:alert(1)', 'data:text/html,x', '\\\\evil']
  for (const next of [...elsewhere, ...schemes, '/.//evil.example', 'evil.example', ''])
    expect((await signIn(next)).headers.get('location'), JSON.stringify(next)).toBe('/')
})

test('nor does choosing a language', async () => {
  for (const back of ['//evil.example', '/\t/evil.example', 'https://evil.example', '/a\r\nX: y'])
    expect((await authority.visitor().post('/preferences', { back })).headers.get('location')).toBe(
      '/',
    )
  const kept = await authority.visitor().post('/preferences', { back: '/inbox?a=b#c' })
  expect(kept.headers.get('location')).toBe('/inbox?a=b#c')
})

describe('the cookie of a session', () => {
  test('is out of reach of scripts and of other sites, and ends with the session', async () => {
    const cookie = (await signIn('/')).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^session=[\w-]{43};/)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Expires='])
      expect(cookie).toContain(flag)
    expect(cookie).not.toContain('Domain')
  })

  test('goes over TLS only, once the browser came over TLS to us or to our proxy', async () => {
    const { house, ...on } = await ground()
    const secure = async (url: string, headers: Record<string, string>, trust: string) => {
      const config = readConfig({ TRUST_PROXY: trust })
      const app = createApp({
        ...on,
        config,
        routes: house.routes,
        authenticate,
        failurePage,
        prove: proveAnew,
      })
      const body = new URLSearchParams(credentials)
      const from = { host: authority.host, origin: `https://${authority.host}` }
      const answer = await app.request(url, {
        method: 'POST',
        body,
        headers: { ...from, ...headers },
      })
      return /; Secure/.test(answer.headers.get('set-cookie') ?? '')
    }
    const [http, https] = ['http', 'https'].map((scheme) => `${scheme}://${authority.host}/sign-in`)
    const forwarded = { 'x-forwarded-proto': 'https' }
    expect(await secure(https ?? '', {}, 'false')).toBe(true)
    expect(await secure(http ?? '', {}, 'false')).toBe(false)
    expect(await secure(http ?? '', forwarded, 'true')).toBe(true)
    expect(await secure(http ?? '', forwarded, 'false')).toBe(false)
  })
})

describe('a refused sign-in', () => {
  test('keeps the login, never the password, and says so in words', async () => {
    const visitor = authority.visitor()
    const refused = await visitor.post('/sign-in', { login: 'someone', password: 'p4ssw0rd' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('value="someone"')
    expect(refused.text).toContain('Identifiant ou mot de passe incorrect')
    expect(refused.text).not.toContain('p4ssw0rd')
    expect(refused.headers.get('set-cookie')).toBeNull()
  })

  test('ties what is missing to its field', async () => {
    const { text, status } = await authority.visitor().post('/sign-in', { password: 'x' })
    expect(status).toBe(422)
    expect(text).toMatch(/<input[^>]*name="login"[^>]*aria-invalid="true"/)
    expect(text).toMatch(/<input[^>]*name="login"[^>]*aria-describedby="f-login-error"/)
    expect(text).not.toContain('undefined')
  })
})

test('a flash that is not ours says nothing', async () => {
  const visitor = authority.visitor()
  for (const flash of ['{', '{"key":"x","tone":"bad","params":{}}', '"<script>"']) {
    visitor.keep('flash', encodeURIComponent(flash))
    expect((await visitor.get('/sign-in')).status, flash).toBe(200)
  }
})

test('a program ends its session by a call without a body; a form of elsewhere ends nobody’s', async () => {
  const authority = await givenAuthority()
  const { token } = await authority.person()
  const { app } = await ground()
  const call = (headers: Record<string, string>) =>
    app.request(`http://${authority.host}/api/session`, {
      method: 'DELETE',
      headers: { host: authority.host, ...headers },
    })
  const elsewhere = { cookie: `session=${token}`, origin: 'http://elsewhere.example' }
  expect((await call(elsewhere)).status).toBe(403)
  // What a browser sends to a proxy by itself is no token of ours.
  expect((await call({ ...elsewhere, authorization: 'Basic YTpi' })).status).toBe(403)
  expect((await call({ authorization: `Bearer ${token}` })).status).toBe(204)
  expect((await call({ authorization: `Bearer ${token}` })).status).toBe(401)
})

test('a flash that says a message of ours with too little says nothing (S10)', async () => {
  const visitor = authority.visitor()
  const asking = [...registeredMessages('fr')].filter(([, text]) => text.includes('{'))
  expect(asking.length).toBeGreaterThan(100)
  for (const [key] of asking) {
    visitor.keep(
      'flash',
      encodeURIComponent(JSON.stringify({ key, tone: 'bad', params: {}, act: '' })),
    )
    expect((await visitor.get('/sign-in')).status, key).toBe(200)
  }
})
