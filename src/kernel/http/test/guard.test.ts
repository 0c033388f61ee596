import { describe, expect, test } from 'vitest'
import { givenAuthority, ground } from '#test/harness'
import { forWhoeverIsHere, openToAll, type Permission, permission } from '#kernel/access'
import { db } from '#kernel/db'
import { checkRoutes, PageRoutes } from '../index.ts'
import { assemble } from '#kernel/module'

const page = () => new Response('')

/** The routes of a folder that somebody wrote without care. */
function routesWith(path: string, name: string) {
  const pages = new PageRoutes('/test')
  pages.get(path, permission(name), page)
  return pages.list
}

describe('a route', () => {
  test('whose permission has no policy keeps the house from starting', () => {
    const routes = routesWith('/a', 'nobody.wrote.this')
    expect(() => assemble([], routes)).toThrow(
      'GET /test/a names nobody.wrote.this, which has no policy',
    )
  })

  test('without permission keeps the house from starting', () => {
    const routes = routesWith('/a', 'kernel.public').map((route) => ({
      ...route,
      permission: undefined,
    }))
    expect(() => assemble([], routes)).toThrow('GET /test/a names no permission')
  })

  test('is declared once', () => {
    const twice = [...routesWith('/a', 'kernel.public'), ...routesWith('/a', 'kernel.signed_in')]
    expect(checkRoutes(twice)).toEqual(['GET /test/a is declared twice'])
  })
})

test('all that is wrong is said at once', () => {
  const wrong = [...routesWith('/a', 'unknown.a'), ...routesWith('/b', 'unknown.b')]
  expect(checkRoutes(wrong)).toHaveLength(2)
})

/** Whether anybody may, signed in or not: what is open, and what ends what one may have begun. */
const opensToAll = (asked: Permission | undefined) =>
  asked === openToAll || asked === forWhoeverIsHere

describe('the house of all trades', () => {
  test('has no route without a guard', async () => {
    const { house } = await ground()
    expect(checkRoutes(house.routes)).toEqual([])
    expect(house.routes.length).toBeGreaterThan(40)
  })

  test('shows nothing to who has not signed in, but for its door, its looks and what was published', async () => {
    const { house } = await ground()
    const open = house.routes.filter(
      ({ face, permission }) => face !== 'public' && face !== 'region' && opensToAll(permission),
    )
    expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'delete /api/session/seeing',
      'get /.well-known/oauth-authorization-server',
      // Whoever follows what is decided is known by the link in their letters.
      'get /alerts',
      'get /alerts/confirm/:token',
      'get /alerts/ended',
      'get /alerts/mine/:way',
      'get /alerts/out/:way',
      'get /api/openapi.json',
      'get /api/status',
      'get /arms.svg',
      'get /me/new',
      'get /me/new/:token',
      // Says what it is and no more; a browser that follows an address of it is led to the page.
      'get /plonemeeting/@infos',
      'get /plonemeeting/items/:uid',
      'get /plonemeeting/meetings/:uid',
      'get /sign-in',
      'get /sign-in/forgotten',
      'get /sign-in/leaving/:provider',
      'get /sign-in/link/:token',
      'get /sign-in/second',
      'get /sign-in/with/:provider',
      'get /sign-in/with/:provider/back',
      'get /status',
      'post /alerts',
      'post /alerts/confirm/:token',
      'post /alerts/mine/:way',
      'post /alerts/mine/:way/end',
      'post /alerts/mine/:way/less',
      'post /alerts/out/:way',
      'post /api/me/asking',
      'post /api/me/confirmation',
      'post /api/session',
      'post /api/token',
      'post /api/token/revocation',
      // Whoever has a paper that the house signed blindly votes: who they are is asked nowhere.
      'post /ballot-box',
      'post /me/new',
      'post /me/new/:token',
      'post /preferences',
      'post /see-as/end',
      'post /sign-in',
      'post /sign-in/forgotten',
      'post /sign-in/link/:token',
      'post /sign-in/passkey',
      'post /sign-in/passkey/options',
      'post /sign-in/second',
      'post /sign-in/with/:provider/logout',
      'post /sign-out',
    ])
  })

  test('answers every guarded route with the door, whatever its parameters', async () => {
    const { app, house } = await ground()
    const authority = await givenAuthority()
    const visitor = authority.visitor()
    // At the address of a page that citizens read too, they read it.
    const open = house.routes.flatMap(({ face, path }) => (face === 'public' ? [path] : []))
    const guarded = house.routes.filter(
      ({ permission, path, operating }) =>
        // Where the house is run, nothing is there at the host of another authority.
        !opensToAll(permission) && !open.includes(path) && !operating,
    )
    for (const { face, method, path } of guarded) {
      const place = path
        .replaceAll(/:\w+\{\[0-9a-f\]\{64\}\}/g, '0'.repeat(64))
        .replaceAll(/:\w+/g, '018f2f5e-0000-7000-8000-000000000000')
      const body = method === 'get' ? undefined : {}
      const ask = () => {
        if (face === 'api')
          return visitor.api(method.toUpperCase(), place.replace('/api', ''), body)
        if (face !== 'protocol') return body ? visitor.post(place, { a: 'b' }) : visitor.get(place)
        const headers = { host: authority.host, 'content-type': 'application/json' }
        const sent = { method: method.toUpperCase(), headers, ...(body && { body: '{}' }) }
        return app.request(`http://${authority.host}${place}`, sent)
      }
      const { status } = await ask()
      expect([method, path, status]).toEqual([method, path, face === 'page' ? 303 : 401])
    }
  })
})

describe('who may not', () => {
  test('is refused, and the refusal is kept: who, from where, on what', async () => {
    const authority = await givenAuthority()
    const person = await authority.person({ roles: ['councillor'] })
    const path = '/deliberations/meetings'
    const refused = await person.visitor.api('POST', path, {})
    expect(refused.status).toBe(403)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    const lines = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.audit')
        .select(['actor_id', 'subject', 'address'])
        .where('action', '=', 'refused')
        .execute(),
    )
    expect(lines).toEqual([{ actor_id: person.id, subject: `/api${path}`, address: 'local' }])
  })

  test('is told nothing of the shape of what they may not send', async () => {
    const authority = await givenAuthority()
    const person = await authority.person({ roles: ['councillor'] })
    const refused = await person.visitor.api('POST', '/deliberations/meetings', { place: 1 })
    expect(refused.json()).not.toHaveProperty('errors')
  })
})
