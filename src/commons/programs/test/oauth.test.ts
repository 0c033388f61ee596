import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import {
  givenAuthority,
  givenProgram,
  ground,
  type TestAuthority,
  type TestPerson,
  type TestProgram,
} from '#test/harness'
import { makeSecret } from '../secret.ts'

let authority: TestAuthority
let administrator: TestPerson
let program: TestProgram

beforeAll(async () => {
  authority = await givenAuthority()
  administrator = await authority.person({ roles: ['agent', 'administrator'] })
  program = await givenProgram(authority, administrator, {
    ...{ scopes: ['deliberations:act', 'strategy:read'], roles: ['agent'] },
  })
})

/** Asks as a vendor’s program does: a form, no cookie, no origin. */
async function ask(
  path: string,
  fields: Record<string, string>,
  { basic, host = authority.host }: { basic?: readonly [string, string]; host?: string } = {},
) {
  const { app } = await ground()
  const authorization = basic && `Basic ${btoa(basic.map(encodeURIComponent).join(':'))}`
  const answer = await app.request(`http://${host}${path}`, {
    method: 'POST',
    headers: {
      ...{ host, 'content-type': 'application/x-www-form-urlencoded' },
      ...(authorization && { authorization }),
    },
    body: new URLSearchParams(fields),
  })
  const text = await answer.text()
  // The test says what it expects.
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  return { status: answer.status, headers: answer.headers, body }
}

const grant = { grant_type: 'client_credentials' }
const own = () => [program.id, program.key] as const

test('A key is exchanged for a token of an hour, by header or body, that does what the key does', async () => {
  const answers = [
    await ask('/api/token', grant, { basic: own() }),
    await ask('/api/token', { ...grant, client_id: program.id, client_secret: program.key }),
  ]
  for (const { status, headers, body } of answers) {
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      ...{ token_type: 'Bearer', expires_in: 3600 },
      scope: 'deliberations:act deliberations:read strategy:read',
    })
    const token = String(body['access_token'])
    expect(token).toMatch(/^beffroi_token_/)
    const listed = await program.api('GET', '/deliberations/items', undefined, token)
    expect(listed.status).toBe(200)
  }
})

test('A token has the scopes that were asked for, and never more than its program has then', async () => {
  const { body } = await ask('/api/token', { ...grant, scope: 'strategy:read' }, { basic: own() })
  const token = String(body['access_token'])
  expect(body['scope']).toBe('strategy:read')
  expect((await program.api('GET', '/strategy/plans', undefined, token)).status).toBe(200)
  expect((await program.api('GET', '/deliberations/items', undefined, token)).status).toBe(403)
  const more = await ask('/api/token', { ...grant, scope: 'people:act' }, { basic: own() })
  expect([more.status, more.body]).toEqual([400, { error: 'invalid_scope' }])
  await authority.asSystem(() =>
    sql`update commons.program set scopes = '{deliberations:read}' where id = ${program.id}`.execute(
      db(),
    ),
  )
  expect((await program.api('GET', '/strategy/plans', undefined, token)).status).toBe(403)
  await authority.asSystem(() =>
    sql`update commons.program set scopes = '{deliberations:act,deliberations:read,strategy:read}'
      where id = ${program.id}`.execute(db()),
  )
})

test.each([
  ['no grant', {}, 400, 'invalid_request'],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['both ways at once', { ...grant, client_secret: 'x' }, 400, 'invalid_request'],
])('%s is refused as RFC 6749 says', async (_, fields, status, error) => {
  const answer = await ask('/api/token', fields, { basic: own() })
  expect([answer.status, answer.body['error']]).toEqual([status, error])
})

test('Who is unknown, shows a wrong key, one of another program or elsewhere is answered alike', async () => {
  const other = await givenProgram(authority, administrator, { scopes: ['strategy:read'] })
  const elsewhere = await givenAuthority()
  const tries = [
    await ask('/api/token', grant, { basic: ['nobody', makeSecret('key')] }),
    await ask('/api/token', grant, { basic: [program.id, makeSecret('key')] }),
    await ask('/api/token', grant, { basic: [program.id, other.key] }),
    await ask('/api/token', grant, { basic: [program.id, 'x'] }),
    await ask('/api/token', grant, { basic: own(), host: elsewhere.host }),
  ]
  for (const { status, headers, body } of tries) {
    expect([status, body]).toEqual([401, { error: 'invalid_client' }])
    expect(headers.get('www-authenticate')).toBe('Basic realm="beffroi"')
  }
})

test('Nobody shuts a program out: after many wrong keys they are braked, and the right one is not', async () => {
  const wrong = async () => (await ask('/api/token', grant, { basic: [program.id, 'x'] })).status
  const answers = []
  for (let time = 0; time < 30; time += 1) answers.push(await wrong())
  expect(new Set(answers)).toEqual(new Set([401, 429]))
  expect((await ask('/api/token', grant, { basic: own() })).status).toBe(200)
})

test('A token is ended by its program alone, and with its key (RFC 7009)', async () => {
  const token = async () =>
    String((await ask('/api/token', grant, { basic: own() })).body['access_token'])
  const [first, second] = [await token(), await token()]
  const works = async (one: string) =>
    (await program.api('GET', '/strategy/plans', undefined, one)).status
  const stranger = await givenProgram(authority, administrator, { scopes: ['strategy:read'] })
  const end = (basic: readonly [string, string]) =>
    ask('/api/token/revocation', { token: first }, { basic })
  expect((await end([stranger.id, stranger.key])).status).toBe(200)
  expect(await works(first)).toBe(200)
  expect((await end([program.id, 'x'])).status).toBe(429)
  expect((await end(own())).status).toBe(200)
  expect([await works(first), await works(second)]).toEqual([401, 200])
  const path = `/programs/${program.id}/keys/${program.keyId}/revocation`
  await administrator.visitor.api('POST', path)
  expect(await works(second)).toBe(401)
})

test('A vendor finds all that in the metadata and in the description of the API (RFC 8414)', async () => {
  const visitor = authority.visitor()
  const metadata = (await visitor.get('/.well-known/oauth-authorization-server')).json()
  expect(metadata).toMatchObject({
    issuer: `http://${authority.host}`,
    token_endpoint: `http://${authority.host}/api/token`,
    grant_types_supported: ['client_credentials'],
    scopes_supported: expect.arrayContaining(['deliberations:read', 'deliberations:act']),
  })
  const described = (await visitor.get('/api/openapi.json')).json<{
    components: { securitySchemes: object }
    paths: Record<string, Record<string, { security?: object[] }>>
  }>()
  expect(Object.keys(described.components.securitySchemes)).toEqual([
    ...['session', 'key', 'clientCredentials'],
  ])
  const { paths } = described
  expect(paths['/api/deliberations/items']?.['post']?.security).toContainEqual({
    clientCredentials: ['deliberations:act'],
  })
  expect(paths['/api/programs']?.['get']?.security).toEqual([{ session: [] }])
})
