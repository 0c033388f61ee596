import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import type { Answered } from '#kernel/testing'

let authority: TestAuthority
let secretary: TestPerson
/** Every page that is shown, once as somebody who may see most of them. */
let shown: [path: string, answer: Answered][]

beforeAll(async () => {
  authority = await givenAuthority()
  const service = await authority.service('Travaux')
  const roles = ['agent', 'secretariat', 'director_general'] as const
  secretary = await authority.person({ roles, in: service })
  const { visitor } = secretary
  const [organ] = (await visitor.api('GET', '/deliberations/organs')).items<{ id: string }>()
  const made = async (path: string, body: object) =>
    (await visitor.api('POST', path, body)).json<{ id: string }>().id
  const item = await made('/deliberations/items', {
    title: '<script>alert(1)</script> "onload="x',
    organ_id: organ?.id,
    service_id: service,
    motivation: '<p onclick="x" style="color:red">Vu<script>alert(1)</script></p>',
  })
  const meeting = await made('/deliberations/meetings', {
    organ_id: organ?.id,
    starts_at: '2026-06-25T20:00',
    held: true,
    place: '<img src=x onerror=alert(1)>',
  })
  const { house } = await ground()
  const paths = house.routes
    .filter(({ face, method }) => face === 'page' && method === 'get')
    .map(({ path }) => path.replace('/items/:id', `/items/${item}`))
    .map((path) => path.replace('/meetings/:id', `/meetings/${meeting}`))
  shown = []
  for (const path of [...paths, '/search?q=%3Cscript%3E', '/nowhere', '/inbox?a=<script>'])
    shown.push([path, await visitor.get(path)])
})

const pages = () =>
  shown.filter(([, { headers }]) => headers.get('content-type')?.includes('text/html'))

describe('every page', () => {
  test('forbids the browser whatever is inline or from elsewhere', () => {
    expect(pages().length).toBeGreaterThan(12)
    for (const [path, { headers }] of shown) {
      const policy = headers.get('content-security-policy') ?? ''
      // A file is shown nothing and runs nothing: it stands in a box of its own.
      if (policy === `default-src 'none'; sandbox; frame-ancestors 'none'`) continue
      for (const rule of [
        `default-src 'self'`,
        `object-src 'none'`,
        `base-uri 'none'`,
        `form-action 'self'`,
        `frame-ancestors 'none'`,
      ])
        expect(policy, path).toContain(rule)
      expect(policy, path).not.toContain('unsafe')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })

  test('holds no script, style or handler of its own, whatever was typed into it', () => {
    for (const [path, { text }] of pages()) {
      expect(text.match(/<script(?![^>]*\ssrc="\/)[^>]*>/gi) ?? [], path).toEqual([])
      expect(text.match(/<style|<[a-z][^<>]*\sstyle=/gi) ?? [], path).toEqual([])
      expect(text.match(/<[a-z][^<>"]*("[^"]*"[^<>"]*)*\son\w+=/gi) ?? [], path).toEqual([])
      const away =
        /(href|action)="(javascript|data|https?):|src="(javascript|data:(?!image\/)|https?:)/gi
      expect(text.match(away) ?? [], path).toEqual([])
    }
  })

  test('is shown without a fault of ours', () => {
    const faults = shown.filter(([, { status }]) => status >= 500)
    expect(faults.map(([path]) => path)).toEqual([])
  })

  test('says its language and its title, and can be read on a small screen', () => {
    for (const [path, { text }] of pages()) {
      expect(text, path).toMatch(/<html lang="fr"/)
      expect(text, path).toMatch(/<title>[^<]+<\/title>/)
      expect(text, path).toContain('name="viewport"')
      expect(text.match(/<h1[ >]/g), path).toHaveLength(1)
      expect(text.match(/<main[ >]/g), path).toHaveLength(1)
    }
  })

  test('leads to pages that are there', async () => {
    const links = new Set<string>()
    for (const [, { text }] of pages())
      for (const [, href = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
        links.add(href.replaceAll('&amp;', '&'))
    expect(links.size).toBeGreaterThan(10)
    for (const link of links) {
      const { status } = await secretary.visitor.get(link)
      expect([link, [200, 303].includes(status)]).toEqual([link, true])
    }
  })
})

test('every answer says what it is and in which letters, or is a file of its own type (ASVS V4.1.1)', () => {
  const wrong = shown.flatMap(([path, { headers, text }]) => {
    const type = headers.get('content-type') ?? ''
    const says =
      /charset=utf-8($|;)|^(application|image|audio|video)\//i.test(type) ||
      // XML says its letters itself.
      (type === 'text/xml' && /^<\?xml[^>]* encoding="/.test(text))
    const isBound = headers.get('x-content-type-options') === 'nosniff'
    return text === '' || (says && isBound) ? [] : [`${path} ${type}`]
  })
  expect(wrong).toEqual([])
})

test('nothing of the program beside its assets is served (ASVS V13.4.1)', async () => {
  const visitor = authority.visitor()
  for (const path of ['/.git/HEAD', '/.git/config', '/.env', '/package.json', '/dist/main.js'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
  for (const path of ['/assets/..%2f.git%2fHEAD', '/assets/%2e%2e/package.json', '/assets/.git'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
})

test('keepers of passwords may fill them in, and nothing hinders pasting (ASVS V6.2.7)', async () => {
  const { text } = await authority.visitor().get('/sign-in')
  expect(text).toMatch(/<input[^>]*name="password"[^>]*>/)
  expect(text).toContain('autocomplete="current-password"')
  for (const [path, answer] of pages())
    expect([path, /onpaste|autocomplete="off"[^>]*type="password"/.test(answer.text)]).toEqual([
      ...[path, false],
    ])
})

test('what is open to everybody shows nothing of anybody', async () => {
  const visitor = authority.visitor()
  expect((await visitor.get('/arms.svg')).status).toBe(404)
})

test('the health of the process is told to whoever watches it, and nothing else', async () => {
  const { app } = await ground()
  const answer = await app.request('http://10.0.0.1/healthz')
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { status: 'ok', database: 'ok', jobs: null, disk: 'ok', files: 'ok' },
  ])
})
