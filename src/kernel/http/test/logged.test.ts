import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { appOn, givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { forSignedIn } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { configureLog } from '#kernel/log'
import { ApiRoutes, PageRoutes } from '../index.ts'

interface Line {
  event: string
  level: string
  request: string
  error: { name: string; code: string; message: string; stack: string[]; cause?: Line['error'] }
}

let app: ReturnType<typeof appOn>
let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  const on = await ground()
  authority = await givenAuthority()
  person = await authority.person()
  const api = new ApiRoutes('/test')
  const deep = (left: number): never => {
    if (left > 0) return deep(left - 1)
    throw new Error('x'.repeat(5000), { cause: new Error('the cause') })
  }
  api.on('get', '/deep/:who', forSignedIn, { summary: '' }, async () => deep(30))
  api.on('get', '/value', forSignedIn, { summary: '' }, async () => {
    await sql`select ${'Jeanne Dupont'}::text::integer`.execute(db())
  })
  const pages = new PageRoutes('/test')
  pages.get('/form', forSignedIn, (c) => c.text('the form', c.get('refused')?.status ?? 200))
  pages.post('/act', forSignedIn, () => {
    throw new Conflict('http.busy')
  })
  app = appOn(on.database, on.gate, [...on.house.routes, ...api.list, ...pages.list])
})

let lines: string[]
beforeEach(() => {
  lines = []
  configureLog({ level: 'info', format: 'json' })
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  configureLog({ level: 'warn', format: 'text' })
})

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`http://${authority.host}${path}`, {
    method,
    headers: { host: authority.host, cookie: `session=${person.token}`, ...headers },
  })
const told = () => lines.map((line) => JSON.parse(line) as Line) // Of our own log.

test('a request leaves one line: when, which route, how it ended, how long, for which authority (R13)', async () => {
  const answer = await ask('/deliberations/items/0190?q=Dupont')
  const [line, ...others] = told()
  expect(others).toEqual([])
  expect(line).toMatchObject({
    ...{ level: 'info', event: 'request', method: 'GET', route: '/deliberations/items/:id' },
    ...{ status: 404, authority: authority.tenant.slug },
    request: answer.headers.get('x-request-id'),
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    ms: expect.any(Number),
  })
})

test('no line says who asked, for what exactly, or what is at an address that there is not (R13)', async () => {
  await ask('/api/test/deep/Jeanne-Dupont?name=Jeanne')
  await ask('/Jeanne/Dupont?x=1')
  await ask('/api/test/value')
  const all = lines.join('')
  expect(all).not.toContain('Jeanne')
  expect(all).not.toContain(person.id)
  expect(all).not.toContain(person.token)
  expect(all).toContain('"route":"none"')
})

test('a name that a proxy gives is kept and told again; what could be no name is not (R13)', async () => {
  const named = await ask('/inbox', { 'x-request-id': 'proxy-1234.a:b' })
  expect(named.headers.get('x-request-id')).toBe('proxy-1234.a:b')
  expect(told()[0]?.request).toBe('proxy-1234.a:b')
  for (const bad of ['short', 'x'.repeat(101), 'a b c d e f g h', '<script>alert(1)</script>']) {
    const answer = await ask('/inbox', { 'x-request-id': bad })
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('a fault is told with its cause, under the name of its request, and within bounds (R13)', async () => {
  const answer = await ask('/api/test/deep/one')
  expect(answer.status).toBe(500)
  const [fault, request] = told()
  expect([fault?.event, fault?.level, request?.event]).toEqual(['fault', 'error', 'request'])
  expect(fault?.request).toBe(request?.request)
  const { stack = [], message, cause } = fault?.error ?? {}
  expect(stack.length).toBeGreaterThan(3)
  expect(stack.length).toBeLessThanOrEqual(12)
  expect(stack[0]).toMatch(/^at deep/)
  expect(message).toHaveLength(400)
  expect(cause?.message).toBe('the cause')
  expect(lines.join('').length).toBeLessThan(8000)
})

test('an act that is refused and shown on its page again is one request, at its own route (R13)', async () => {
  const from = { referer: `http://${authority.host}/test/form`, origin: `http://${authority.host}` }
  const sent = await ask('/test/act', from, 'POST')
  expect([sent.status, await sent.text()]).toEqual([409, 'the form'])
  expect(told()).toMatchObject([{ event: 'request', method: 'POST', route: '/test/act' }])
})

test('for people a line is readable, and nobody writes lines by what they send (R13)', async () => {
  configureLog({ level: 'info', format: 'text' })
  await ask('/inbox')
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info request .*route=\/inbox .*status=200 ms=[\d.]+\n$/)
  await ask('/api/test/deep/one')
  expect(lines.join('').split('\n').length).toBeLessThan(40)
})
