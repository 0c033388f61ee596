import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { anonymous } from '#kernel/access'
import { readConfig } from '#kernel/config'
import type { TenantId } from '#kernel/db'
import { failurePage, proveAnew, publicPage } from '#kernel/pages'
import { enterTenant, tenant } from '#kernel/tenancy'
import { createApp, KeptPages, listen, PublicRoutes, whilePublic } from '../index.ts'

let authority: TestAuthority
let made = 0
let read = 0

const open = new PublicRoutes('/test')
open.kept('/page', (c) => {
  made += 1
  return publicPage(c, { title: 'Une page' }, <p>{'Bonjour '.repeat(300)}</p>)
})
open.get('/many', async (c) => {
  const times = await whilePublic('test', async () => ++read)
  return publicPage(c, { title: 'Une liste' }, <p>{`Lu ${times} fois`}</p>)
})
open.get('/beside', async (c) => {
  const other = { ...tenant(), id: randomUUID() as TenantId } // It is nobody’s.
  const times = await enterTenant(other, () => whilePublic('test', async () => ++read))
  return publicPage(c, { title: 'Une autre' }, <p>{`Lu ${times} fois`}</p>)
})
open.get('/other', (c) => publicPage(c, { title: 'Une autre' }, <p>{`${++made}`}</p>))

let server: Awaited<ReturnType<typeof listen>>
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  authority = await givenAuthority()
  const { database, gate } = await ground()
  const kept = new KeptPages(database, gate, null)
  const config = { ...readConfig({}), port: 0, host: '127.0.0.1' }
  app = createApp({
    ...{ config, database, gate, kept, failurePage, prove: proveAnew },
    ...{ routes: open.list, authenticate: async () => anonymous },
  })
  server = await listen(app.fetch, config, (...one) => kept.answers(...one))
})
afterAll(() => server.stop())

interface Told {
  status: number | undefined
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Asks as a browser does, by a connection. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Told> {
  const at = { host: '127.0.0.1', port: server.port, path }
  const asked = request({ ...at, headers: { host: authority.host, ...headers } }).end()
  const [got] = await once(asked, 'response')
  const { statusCode: status, headers: told } = got
  return { status, headers: told, body: await text(got) }
}

/** The same through the application alone. */
const inside = (headers: Record<string, string> = {}) =>
  app.request(`http://${authority.host}/test/page`, {
    headers: { host: authority.host, ...headers },
  })

/** What every publication and every withdrawal does. */
async function published(): Promise<void> {
  const { database } = await ground()
  const client = await database.owner.connect()
  const { id } = authority.tenant
  try {
    await client.query('begin')
    await client.query("select set_config('app.tenant', $1, true)", [id])
    await client.query(
      `insert into kernel.public_state (tenant_id, version) values ($1, 1)
       on conflict (tenant_id) do update set version = kernel.public_state.version + 1`,
      [id],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

describe('a page of public copies', () => {
  test('is made once for all who ask while it is made, and once for those who come after', async () => {
    made = 0
    await published()
    const all = await Promise.all(Array.from({ length: 10 }, () => ask('/test/page')))
    expect(new Set(all.map(({ status, body }) => `${status} ${body.length > 2400}`))).toEqual(
      new Set(['200 true']),
    )
    await ask('/test/page')
    await inside()
    expect(made).toBe(1)
  })

  test('is made anew once something was published or withdrawn', async () => {
    made = 0
    await ask('/test/page')
    await published()
    await Promise.all([ask('/test/page'), ask('/test/page'), inside()])
    expect(made).toBeLessThanOrEqual(2)
    const so = made
    await ask('/test/page')
    expect(made).toBe(so)
  })

  test('is answered with the same words and the same headers, whether it was kept or not', async () => {
    await published()
    const own = ({ headers: { date: _day, 'x-request-id': id, ...rest }, ...told }: Told) => ({
      ...{ ...told, rest, named: typeof id },
    })
    const first = own(await ask('/test/page', { 'accept-language': 'fr' }))
    const kept = own(await ask('/test/page', { 'accept-language': 'fr' }))
    expect(kept).toEqual(first)
    expect(kept.rest['content-security-policy']).toContain("default-src 'self'")
  })

  test('what many pages say of the public copies is read once, and again once one was published or withdrawn', async () => {
    const times = async () => /Lu (\d+) fois/.exec((await ask('/test/many')).body)?.[1]
    expect([await times(), await times()]).toEqual(['1', '1'])
    await published()
    expect([await times(), await times()]).toEqual(['2', '2'])
    expect(await whilePublic('test', async () => 'elsewhere')).toBe('elsewhere')
    expect((await ask('/test/beside')).body).toContain('Lu 3 fois')
    expect(await times()).toBe('2')
  })

  test('is another one in another language, and with other looks', async () => {
    const french = await ask('/test/page', { 'accept-language': 'fr' })
    const english = await ask('/test/page', { 'accept-language': 'en' })
    const dark = await ask('/test/page', { 'accept-language': 'fr', cookie: 'a=b; theme=dark' })
    expect(french.body).toContain('lang="fr"')
    expect(english.body).not.toBe(french.body)
    expect(dark.body).toContain('data-theme="dark"')
    expect((await ask('/test/page', { 'accept-language': 'fr' })).body).toBe(french.body)
  })

  test('is not sent again to who has it, and compressed to who understands that', async () => {
    const { headers } = await ask('/test/page')
    const known = await ask('/test/page', { 'if-none-match': String(headers['etag']) })
    expect([known.status, known.body]).toEqual([304, ''])
    const small = await app.request(`http://${authority.host}/test/page`, {
      headers: { host: authority.host, 'accept-encoding': 'br' },
    })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await small.bytes()).toString()).toContain('Bonjour')
  })

  test('is told under the name that a proxy gave the request', async () => {
    const { headers } = await ask('/test/page', { 'x-request-id': 'proxy-12345678' })
    expect(headers['x-request-id']).toBe('proxy-12345678')
  })

  test('another page, that does not say so, is made each time', async () => {
    made = 0
    await ask('/test/other')
    await ask('/test/other')
    expect(made).toBe(2)
  })
})
