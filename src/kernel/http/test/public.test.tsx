import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { actor, anonymous, forSignedIn } from '#kernel/access'
import { readConfig } from '#kernel/config'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { failurePage, proveAnew, publicLinks, publicPage } from '#kernel/pages'
import { setCookie } from 'hono/cookie'
import { fill } from '#kernel/module'
import { checkRoutes, createApp, form, integer, PublicRoutes } from '../index.ts'

let authority: TestAuthority
let asked = 0

const open = new PublicRoutes('/test')
open.get('/page', (c) =>
  publicPage(c, { title: 'Le plan', description: 'Ce que la commune veut faire' }, <p>Bonjour</p>),
)
open.get('/year', form(z.object({ year: integer(2000, 2100) })), (c, { year }) => c.text(`${year}`))
open.get('/gone', () => {
  throw new NotFound()
})
open.get('/private', async (c) =>
  c.json(await db().selectFrom('kernel.account').selectAll().execute()),
)
open.get('/cookie', (c) => {
  setCookie(c, 'seen', 'yes')
  return c.text('')
})
open.get('/who', async (c) => {
  const { rows } = await sql<{
    role: string
    tenant: string
  }>`select current_user::text as role, current_setting('app.tenant') as tenant`.execute(db())
  return c.json({ ...rows[0], anonymous: actor() === anonymous })
})

beforeAll(async () => {
  authority = await givenAuthority()
})

/** Asks as a browser that holds a session. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const { database, gate } = await ground()
  const authenticate = async () => {
    asked++
    return anonymous
  }
  const config = readConfig({})
  const app = createApp({
    config,
    database,
    gate,
    routes: open.list,
    authenticate,
    failurePage,
    prove: proveAnew,
  })
  return app.request(`http://${authority.host}${path}`, {
    headers: { host: authority.host, cookie: 'session=token; flash=%7B%7D', ...headers },
  })
}

describe('a public route', () => {
  test('is a GET that everybody may ask; another keeps the house from starting', () => {
    expect(checkRoutes(open.list)).toEqual([])
    const [route] = open.list
    if (!route) throw new Error('A route was declared')
    for (const wrong of [
      { ...route, method: 'post' as const },
      { ...route, permission: forSignedIn },
    ])
      expect(checkRoutes([wrong])).toEqual([expect.stringContaining('must be a GET')])
  })

  test('asks nobody who they are, and runs as the public of this authority', async () => {
    const who = await ask('/test/who')
    expect(await who.json()).toEqual({
      role: 'beffroi_public',
      tenant: authority.tenant.id,
      anonymous: true,
    })
    expect(asked).toBe(0)
  })

  test('that asks for a private table fails, and shows nothing', async () => {
    const { status } = await ask('/test/private')
    expect(status).toBe(500)
  })

  test('takes a query and says what is wrong with it', async () => {
    expect(await (await ask('/test/year?year=2026')).text()).toBe('2026')
    expect((await ask('/test/year?year=1')).status).toBe(422)
  })

  test('sets no cookie, even if its handler would', async () => {
    expect((await ask('/test/page')).headers.has('set-cookie')).toBe(false)
    const refused = await ask('/test/cookie')
    expect([refused.status, refused.headers.has('set-cookie')]).toEqual([500, false])
  })
})

describe('a public answer', () => {
  test('may be kept for a minute, a copy for each language and choice of looks', async () => {
    const { headers } = await ask('/test/page')
    expect(headers.get('cache-control')).toBe('public, no-cache')
    expect(headers.get('vary')).toBe('Accept, Accept-Language, Cookie, Accept-Encoding')
  })

  test('is not sent again to who has it', async () => {
    const first = await ask('/test/page')
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('/test/page', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('cache-control')).toBe('public, no-cache')
    const other = await ask('/test/page', { 'if-none-match': etag, 'accept-language': 'en' })
    expect(other.status).toBe(200)
  })

  test('that something is not there is a page of the public site, which nobody keeps', async () => {
    const gone = await ask('/test/gone', { 'if-none-match': '*' })
    const page = await gone.text()
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(page).toContain('class="plain public"')
    expect(page).toContain('Page introuvable')
    expect(page).not.toContain('/sign-in')
  })
})

test('the public site has the links that modules gave it, and leads back to its home', async () => {
  fill(publicLinks, { label: 'pages.home', href: '/test/page' }).place()
  const page = await (await ask('/test/page', { cookie: 'language=en; theme=dark' })).text()
  expect(page).toContain('class="brand" href="/"')
  expect(page).toMatch(/<a href="\/test\/page" aria-current="page">Back to the home page<\/a>/)
  expect(page).toContain('content="Ce que la commune veut faire"')
  expect(page).toContain('data-theme="dark"')
})
