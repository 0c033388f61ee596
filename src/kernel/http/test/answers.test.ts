import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person({
    roles: ['agent', 'secretariat', 'coordinator', 'administrator'],
  })
})

/** A request as it comes from the wire, with nothing that a browser adds. */
async function raw(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const { app } = await ground()
  const headers = new Headers(init.headers)
  headers.set('host', authority.host)
  const answer = await app.request(`http://${authority.host}${path}`, { ...init, headers })
  return { status: answer.status, text: await answer.text() }
}

const ours = () => ({ origin: `http://${authority.host}` })
const json = { 'content-type': 'application/json' }

describe('what is not there', () => {
  test('is a page for people and problem details for programs', async () => {
    const page = await person.visitor.get('/nowhere')
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.text).toContain('Page introuvable')
    const problem = await person.visitor.api('GET', '/nowhere')
    expect(problem.headers.get('content-type')).toBe('application/problem+json')
    expect(problem.json()).toEqual({
      type: 'urn:beffroi:problem:errors.not_found',
      title: 'Page introuvable',
      status: 404,
      detail: 'Cette page n’existe pas, ou elle ne vous est pas destinée.',
    })
  })

  test('is said in the language of who asks', async () => {
    const { text } = await raw('/api/nowhere', { headers: { 'accept-language': 'en-GB,fr;q=0.5' } })
    expect(text).toContain('Page not found')
    person.visitor.keep('language', 'en')
    expect((await person.visitor.get('/nowhere')).text).toContain('lang="en"')
    person.visitor.keep('language', 'fr')
  })

  test('is what a path without a proper id names, in every route', async () => {
    const { house } = await ground()
    // A standard of programs answers nobody else.
    const withId = house.routes.filter(
      ({ face, path, method }) =>
        face !== 'protocol' && face !== 'region' && method === 'get' && path.includes(':'),
    )
    expect(withId.length).toBeGreaterThan(10)
    for (const { path } of withId)
      for (const id of [
        'abc',
        '%00',
        '%27--',
        '..%2f..',
        '0',
        'null',
        '%F0%9F',
        'a'.repeat(5000),
      ]) {
        const { status } = await person.visitor.get(path.replaceAll(/:\w+/g, id))
        expect([path, id.slice(0, 9), status]).toEqual([path, id.slice(0, 9), 404])
      }
  })
})

describe('a body that does not hold', () => {
  test('of broken JSON is told so', async () => {
    for (const body of ['{', '', 'null,', '\uFEFF{']) {
      const init = { method: 'POST', body, headers: { ...json, ...ours() } }
      const { status, text } = await raw('/api/session', init)
      expect(status).toBe(422)
      expect(JSON.parse(text)).toMatchObject({
        errors: { body: ['Le corps de la requête n’est pas du JSON.'] },
      })
    }
  })

  test('of another type, or of a shape that nobody asked for, names the fields that miss', async () => {
    for (const [type, body, beyond = []] of [
      ['text/xml', '<login/>'],
      ['application/json', '[]'],
      ['application/json', '"text"'],
      ['application/json', 'null'],
      // Its name is none that is asked for, and is told too.
      ['application/json', '{"proto":{"login":"a","password":"b"}}', ['proto']],
    ] as const) {
      const init = { method: 'POST', body, headers: { 'content-type': type, ...ours() } }
      const { status, text } = await raw('/api/session', init)
      expect([type, body, status]).toEqual([type, body, 422])
      expect(Object.keys(JSON.parse(text).errors)).toEqual([...beyond, 'login', 'password'])
    }
  })

  test('as a form without its boundary is told so, not a fault of ours', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=a']) {
      const init = { method: 'POST', body: 'a', headers: { 'content-type': type, ...ours() } }
      expect((await raw('/sign-in', init)).status).toBe(422)
    }
  })

  test('that is too large is refused with 413 before it is read', async () => {
    const headers = { ...json, ...ours(), 'content-length': String(65 * 1024 * 1024) }
    const { status, text } = await raw('/api/session', { method: 'POST', body: '{}', headers })
    expect(status).toBe(413)
    expect(JSON.parse(text).detail).toMatch(/16\sko/)
  })

  test('that holds the character NUL is told so, wherever it is', async () => {
    for (const body of [
      { login: 'a\0', password: 'b' },
      { login: 'a', password: ['\0'] },
      { login: { '\0': 1 }, password: 'b' },
    ]) {
      const init = { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...ours() } }
      expect((await raw('/api/session', init)).status).toBe(422)
    }
  })
})

describe('a form', () => {
  const post = (headers: Record<string, string>) =>
    raw('/preferences', { method: 'POST', body: new URLSearchParams({ back: '/' }), headers })

  test('of another site is not taken into account', async () => {
    for (const origin of ['https://evil.example', `http://evil.${authority.host}`, 'null', ''])
      expect([origin, (await post({ origin })).status]).toEqual([origin, 403])
    expect((await post({})).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post({ origin: 'https://evil.example' })).text).toContain('autre site')
  })

  test('of ours is, behind a proxy that speaks TLS too', async () => {
    expect((await post(ours())).status).toBe(303)
    expect((await post({ origin: `https://${authority.host}` })).status).toBe(303)
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(303)
  })

  test('in the clothes of JSON from another site acts on nothing', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'https://evil.example' }
    const body = '{"login":"a","password":"b"}'
    expect((await raw('/api/session', { method: 'POST', body, headers })).status).toBe(403)
    const json = { ...headers, 'content-type': 'application/json' }
    expect((await raw('/api/session', { method: 'POST', body, headers: json })).status).toBe(403)
  })
})

describe('a signed-in answer', () => {
  test('is kept by nobody, so that nobody reads it after the sign-out', async () => {
    for (const path of ['/inbox', '/api/inbox', '/search?q=a', '/api/deliberations/items'])
      expect((await person.visitor.get(path)).headers.get('cache-control'), path).toBe('no-store')
  })
})

test('the address of who asks is what our own proxy saw, never what the client says', async () => {
  const { addressOf } = await import('../peer.ts')
  const { Hono } = await import('hono')
  const seen = async (trust: boolean, forwarded: string) => {
    const app = new Hono().get('/', (c) => c.text(addressOf(c, trust)))
    const answer = await app.request('/', { headers: { 'x-forwarded-for': forwarded } })
    return answer.text()
  }
  expect(await seen(true, '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7')
  expect(await seen(false, '203.0.113.9')).toBe('local')
})
