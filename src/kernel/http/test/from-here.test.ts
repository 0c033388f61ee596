import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person({ roles: ['agent'], in: await authority.service('Travaux') })
})

/** What a browser in which somebody has signed in asks; cookies go along, as if nothing held them back. */
async function browser(
  path: string,
  { method = 'GET', body, ...headers }: Record<string, string>,
): Promise<{ status: number; headers: Headers; text: string }> {
  const { app } = await ground()
  const answer = await app.request(`http://${authority.host}${path}`, {
    ...{ method, ...(body !== undefined && { body }) },
    headers: { host: authority.host, cookie: `session=${person.token}`, ...headers },
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const form = 'application/x-www-form-urlencoded'
const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
const neighbour = { origin: 'http://other.localhost', 'sec-fetch-site': 'same-site' }
const navigates = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
const ours = () => ({ origin: `http://${authority.host}`, 'sec-fetch-site': 'same-origin' })

describe('what acts is refused where another site makes a browser send it', () => {
  const acts: [string, Record<string, string>][] = [
    ['a form that is posted', { 'content-type': form, ...navigates, ...elsewhere }],
    ['a form of a neighbouring host', { 'content-type': form, ...navigates, ...neighbour }],
    [
      'a form with files',
      { 'content-type': 'multipart/form-data; boundary=a', ...navigates, ...elsewhere },
    ],
    [
      'a form from a sandbox',
      { 'content-type': form, origin: 'null', 'sec-fetch-site': 'cross-site' },
    ],
    ['a form whose origin is hidden', { 'content-type': form, 'sec-fetch-site': 'cross-site' }],
    ['a form of a browser that says nothing', { 'content-type': form }],
    [
      'a script that asks for no leave',
      { 'content-type': 'text/plain', 'sec-fetch-mode': 'no-cors', ...elsewhere },
    ],
    ['a body without a type', { 'sec-fetch-mode': 'no-cors', ...elsewhere }],
    ['a body without a type, from a browser that says nothing', {}],
    [
      'JSON, had it been let through',
      { 'content-type': 'application/json', 'sec-fetch-mode': 'cors', ...elsewhere },
    ],
    [
      'JSON as text, from a browser that says nothing',
      { 'content-type': 'text/plain;charset=UTF-8' },
    ],
    [
      'JSON that only says its site',
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'a beacon',
      {
        'content-type': form,
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-dest': 'empty',
        ...elsewhere,
      },
    ],
  ]
  for (const path of ['/preferences', '/api/drafts'])
    test.each(acts)(`%s, to ${path}`, async (_, headers) => {
      const { status } = await browser(path, { method: 'POST', body: 'back=/', ...headers })
      expect(status).toBe(403)
    })

  test('what says our origin, and another site', async () => {
    const said = { ...ours(), 'sec-fetch-site': 'cross-site', 'content-type': form }
    expect(
      (await browser('/preferences', { method: 'POST', body: 'back=/', ...said })).status,
    ).toBe(403)
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('by %s', async (method) => {
    const said = { method, 'content-type': 'application/json', ...elsewhere }
    expect((await browser('/api/deliberations/items/none', said)).status).toBe(403)
  })

  test('and done where it is a page of ours, or a program that brings its own token', async () => {
    const typed = { method: 'POST', body: 'back=/', 'content-type': form }
    expect((await browser('/preferences', { ...typed, ...ours(), ...navigates })).status).toBe(303)
    const { app } = await ground()
    const byToken = await app.request(`http://${authority.host}/api/session`, {
      method: 'DELETE',
      headers: { host: authority.host, authorization: `Bearer ${person.token}`, ...elsewhere },
    })
    expect(byToken.status).toBe(204)
    person = await authority.signIn(person.id)
  })
})

describe('what only who signed in may read', () => {
  test.each([
    ['a script', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
    ['a picture', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['an object', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object' }],
    ['what its scripts ask for', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
  ])('is not %s of another site', async (_, headers) => {
    for (const path of ['/inbox', '/api/inbox']) {
      expect((await browser(path, { ...headers, ...elsewhere })).status).toBe(403)
      expect((await browser(path, { ...headers, ...ours() })).status).toBe(200)
    }
  })

  test('is reached by a link from anywhere', async () => {
    const { status } = await browser('/inbox', { ...navigates, 'sec-fetch-site': 'cross-site' })
    expect(status).toBe(200)
  })
})

describe('every answer', () => {
  test('tells the browser what to hold back', async () => {
    for (const path of ['/inbox', '/api/inbox', '/nowhere', '/healthz']) {
      const { headers } = await browser(path, {})
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).not.toContain('unsafe')
      for (const rule of [
        "script-src 'self';",
        "style-src 'self';",
        "require-trusted-types-for 'script'",
      ])
        expect(policy).toContain(rule)
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })

  test('to TRACE says nothing of what was asked', async () => {
    const { app } = await ground()
    const asked = new Request(`http://${authority.host}/inbox`, {
      headers: { host: authority.host, cookie: `session=${person.token}` },
    })
    // A Request of the standard refuses the method, which comes from the wire all the same.
    Object.defineProperty(asked, 'method', { value: 'TRACE' })
    const answer = await app.fetch(asked)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain(person.token)
  })

  test('over TLS, that it comes no other way from now on', async () => {
    const { app } = await ground()
    const { headers } = await app.request(`https://${authority.host}/sign-in`, {
      headers: { host: authority.host },
    })
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}$/)
  })
})

test('what a script of a page asks of the API is refused as it is to programs, not by that page', async () => {
  const refused = await browser('/api/deliberations/meetings', {
    ...{ method: 'POST', body: '{}', 'content-type': 'application/json', ...ours() },
    referer: `http://${authority.host}/deliberations`,
  })
  expect([refused.status, refused.headers.get('content-type')]).toEqual([
    403,
    'application/problem+json',
  ])
})
