import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { actor, anonymous } from '#kernel/access'
import { readConfig } from '#kernel/config'
import { db } from '#kernel/db'
import { failurePage, proveAnew, publicPage, regionPage, regionPath } from '#kernel/pages'
import { restrict } from '#kernel/tenancy'
import { checkRoutes, createApp, PublicRoutes, RegionRoutes } from '../index.ts'

let authority: TestAuthority

const ofAll = new RegionRoutes('/test')
ofAll.get('/page', (c) =>
  regionPage(c, { title: 'Toutes', description: 'Ce qui est public' }, <p>De toutes</p>),
)
ofAll.get('/link', (c) => c.text(regionPath(c, '/test/page?q=a')))
ofAll.get('/private', async (c) =>
  c.json(await db().selectFrom('kernel.account').selectAll().execute()),
)
ofAll.get('/who', async (c) => {
  const { rows } = await sql<{ role: string; tenant: string; copies: number }>`
    select current_user::text as role, current_setting('app.tenant') as tenant,
      (select count(*)::int from commons.publication) as copies`.execute(db())
  return c.json({ ...rows[0], anonymous: actor() === anonymous })
})
const ofOne = new PublicRoutes('/test')
ofOne.get('/page', (c) => publicPage(c, { title: 'Une' }, <p>D’une seule</p>))
ofOne.get('/own', (c) => c.text('own'))

beforeAll(async () => {
  authority = await givenAuthority()
})

async function ask(
  path: string,
  headers: Record<string, string> = {},
  { host = 'region.test', portal = 'region.test' as string | null } = {},
): Promise<Response> {
  const { database, gate } = await ground()
  const app = createApp({
    config: { ...readConfig({}), portalHost: portal },
    ...{ database, gate, failurePage, prove: proveAnew },
    routes: [...ofOne.list, ...ofAll.list],
    authenticate: async () => anonymous,
  })
  return app.request(`http://${host}${path}`, { headers: { host, ...headers } })
}

describe('the portal of all authorities', () => {
  test('answers at its own host name, for nobody and of no authority, and reads no copy without one', async () => {
    expect(await (await ask('/test/who')).json()).toEqual({
      ...{ role: 'beffroi_public', tenant: '', copies: 0, anonymous: true },
    })
    expect((await ask('/test/private')).status).toBe(500)
  })

  test('has its pages, and an authority has its own: neither is at the host name of the other', async () => {
    const one = { host: authority.host }
    expect(await (await ask('/test/page')).text()).toContain('De toutes')
    expect(await (await ask('/test/page', {}, one)).text()).toContain('D’une seule')
    expect((await ask('/test/who', {}, one)).status).toBe(404)
    const foreign = await ask('/test/own')
    expect(foreign.status).toBe(404)
    expect(await foreign.text()).toContain('class="plain public region"')
  })

  test('is nowhere where no host name is set', async () => {
    expect((await ask('/test/page', {}, { portal: null })).status).toBe(404)
    expect(readConfig({ DATABASE_URL: 'postgres://a/b' }).portalHost).toBeNull()
    expect(readConfig({ PORTAL_HOST: 'Portail.Example.BE' }).portalHost).toBe('portail.example.be')
  })

  test('may be kept by anybody, a copy for each language; no cookie is read and none set', async () => {
    const { headers } = await ask('/test/page', { cookie: 'language=de; session=x' })
    expect(headers.get('cache-control')).toBe('public, no-cache')
    expect(headers.get('vary')).toBe('Accept, Accept-Language, Accept-Encoding')
    expect(headers.has('set-cookie')).toBe(false)
    const etag = headers.get('etag') ?? ''
    const again = await ask('/test/page', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('speaks the language that the browser asks for, or that its address names, and stays in it', async () => {
    const lang = async (path: string, headers = {}) =>
      /<html lang="(..)"/.exec(await (await ask(path, headers)).text())?.[1]
    expect(await lang('/test/page', { 'accept-language': 'nl' })).toBe('nl')
    expect(await lang('/test/page?lang=de', { 'accept-language': 'nl' })).toBe('de')
    expect(await lang('/test/page?lang=xx')).toBe('fr')
    expect(await (await ask('/test/link?lang=de')).text()).toBe('/test/page?q=a&lang=de')
    expect(await (await ask('/test/link')).text()).toBe('/test/page?q=a')
    const page = await (await ask('/test/page')).text()
    expect(page).toContain('<link rel="alternate" href="/test/page?lang=nl" hreflang="nl"')
    expect(page).not.toContain('<script')
  })

  test('is closed with the whole house', async () => {
    const { database, gate } = await ground()
    const words = 'On répare'
    const since = new Date().toISOString()
    await restrict(database, null, {
      ...{ kind: 'maintenance', words, contact: '', since },
      ...{ until: null, eraseAfter: null, exportHash: null },
    })
    try {
      const closed = await ask('/test/page')
      expect([closed.status, (await closed.text()).includes(words)]).toEqual([503, true])
    } finally {
      await restrict(database, null, null)
      gate.forget()
    }
  })
})

test('a route of the portal is a GET that everybody may ask, beside one of an authority at the same address', () => {
  expect(checkRoutes([...ofOne.list, ...ofAll.list])).toEqual([])
  const [route] = ofAll.list
  if (!route) throw new Error('A route was declared')
  expect(checkRoutes([{ ...route, method: 'post' }])).toEqual([
    expect.stringContaining('must be a GET'),
  ])
  expect(checkRoutes([route, route])).toEqual(['GET /test/page is declared twice'])
})
