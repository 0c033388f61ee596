import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import {
  beside,
  caller,
  givenAuthority,
  givenProgram,
  ground,
  makeKey,
  type TestAuthority,
  type TestPerson,
  type TestProgram,
} from '#test/harness'
import { programActor } from '../actor.ts'
import { keysOf, revokeKey } from '../key.ts'
import { kindOf, makeSecret } from '../secret.ts'
import { warn } from '../warn.ts'

let authority: TestAuthority
let administrator: TestPerson
let works: string

beforeAll(async () => {
  authority = await givenAuthority()
  works = await authority.service('Travaux')
  administrator = await authority.person({ roles: ['agent', 'administrator'] })
})

const given = (over: Partial<Parameters<typeof givenProgram>[2]> = {}): Promise<TestProgram> =>
  givenProgram(authority, administrator, {
    ...{ scopes: ['deliberations:act', 'kernel:read'], roles: ['agent'] },
    ...{ services: [works], function: 'editor', ...over },
  })

const written = <R>(query: RawBuilder<R>) => authority.asSystem(() => query.execute(db()))

const point = (title: string) => ({ title, service_id: works })

describe('A program', () => {
  test('does no more than its scopes, though its roles would let it', async () => {
    const reader = await given({ scopes: ['deliberations:read'] })
    expect((await reader.api('GET', '/deliberations/items')).status).toBe(200)
    const refused = await reader.api('POST', '/deliberations/items', point('Non'))
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('out_of_scope')
    expect((await reader.api('GET', '/strategy/plans')).status).toBe(403)
    expect((await reader.api('GET', '/search?q=banc')).status).toBe(403)
  })

  test('does no more than its roles and services, though its scopes would let it', async () => {
    const bare = await given({ roles: [], services: [], function: 'observer' })
    expect((await bare.api('POST', '/deliberations/items', point('Non'))).status).toBe(403)
    const observer = await given({ function: 'observer' })
    expect((await observer.api('POST', '/deliberations/items', point('Non'))).status).toBe(403)
  })

  test('gets no page, no letterbox and nothing of what a person keeps for themself', async () => {
    const program = await given()
    const visitor = authority.visitor()
    const { app } = await ground()
    const headers = { authorization: `Bearer ${program.key}`, host: authority.host }
    const pages = await Promise.all(
      ['/inbox', '/deliberations', '/security', '/programs'].map(async (path) =>
        app.request(`http://${authority.host}${path}`, { headers }),
      ),
    )
    expect(pages.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    for (const path of ['/drafts', '/notices', '/security/sessions', '/programs', '/people'])
      expect((await program.api('GET', path)).status).toBe(403)
    const signIn = await visitor.post('/sign-in', { login: program.id, password: program.key })
    expect(signIn.status).toBe(422)
  })

  test.each(['administrator', 'mayor', 'director_general', 'councillor'])(
    'is never given the role %s',
    async (role) => {
      await expect(given({ roles: [role] })).rejects.toThrow(/roles/)
    },
  )

  test('is offered what a program can do, and nothing that is an administrator’s', async () => {
    const { text } = await administrator.visitor.get('/programs/new')
    expect(text).toMatch(/Délibérations\u00A0: lire/)
    expect(text).not.toMatch(/Messages envoyés\u00A0: lire|Conservation\u00A0: lire/)
  })

  test('is not made, nor given a key, by somebody who is no administrator or is a program', async () => {
    const agent = await authority.person({ in: works, as: 'head' })
    expect((await agent.visitor.api('GET', '/programs')).status).toBe(403)
    await expect(given({ scopes: ['programs:act'] })).rejects.toThrow(/programs:act/)
    await expect(given({ scopes: ['settings:act'] })).rejects.toThrow(/settings:act/)
  })
})

describe('A key', () => {
  test('has 256 random bits, a mark that scanners know and a checksum, and is kept as its hash', async () => {
    const { key, id } = await given()
    expect(key).toMatch(/^beffroi_key_[0-9A-Za-z]{49}$/)
    expect(kindOf(key)).toBe('key')
    expect(kindOf(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
    expect(new Set(Array.from({ length: 100 }, () => makeSecret('key'))).size).toBe(100)
    const {
      rows: [row],
    } = await written(
      sql<{ hash: Buffer }>`select * from commons.program_key where program_id = ${id}`,
    )
    expect(JSON.stringify(row)).not.toContain(key.slice(12, 40))
    expect(row?.hash).toEqual(createHash('sha256').update(key).digest())
  })

  test('is made anew beside the one that is used, which goes on until it is revoked', async () => {
    const program = await given()
    const second = await makeKey(administrator, program.id)
    for (const key of [program.key, second.key])
      expect((await program.api('GET', '/deliberations/items', undefined, key)).status).toBe(200)
    const path = `/programs/${program.id}/keys/${program.keyId}/revocation`
    expect((await administrator.visitor.api('POST', path)).status).toBe(204)
    const after = await program.api('GET', '/deliberations/items')
    expect(after.status).toBe(401)
    expect(after.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect((await program.api('GET', '/deliberations/items', undefined, second.key)).status).toBe(
      200,
    )
    expect((await administrator.visitor.api('POST', path)).status).toBe(409)
  })

  test('lasts two years at most, and there are five at a time', async () => {
    const program = await given()
    const ask = (days: number) =>
      administrator.visitor.api('POST', `/programs/${program.id}/keys`, { days })
    expect((await ask(732)).status).toBe(422)
    for (const days of [1, 2, 3, 4]) expect((await ask(days)).status).toBe(201)
    expect((await ask(5)).status).toBe(409)
  })

  test('that is over, of a suspended program, of another authority or made up, is answered all alike', async () => {
    const elsewhere = await givenAuthority()
    const over = await given()
    await written(sql`update commons.program_key set expires_at = now() where id = ${over.keyId}`)
    const suspended = await given()
    await administrator.visitor.api('POST', `/programs/${suspended.id}/suspension`)
    const good = await given()
    const asked = await Promise.all([
      over.api('GET', '/deliberations/items'),
      suspended.api('GET', '/deliberations/items'),
      good.api('GET', '/deliberations/items', undefined, makeSecret('key')),
      good.api('GET', '/deliberations/items', undefined, 'beffroi_key_short'),
      caller(elsewhere, good.key)('GET', '/deliberations/items'),
    ])
    expect(asked.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1)
    await administrator.visitor.api('POST', `/programs/${suspended.id}/resumption`)
    expect((await suspended.api('GET', '/deliberations/items')).status).toBe(200)
  })

  test('never stands in an address, however right it is', async () => {
    const { key, api } = await given()
    for (const query of [`key=${key}`, `access_token=${key}`, 'access_token=x'])
      expect((await api('GET', `/deliberations/items?${query}`)).text).toContain('access_token')
  })

  test('that is revoked in the middle of an act: the act ends, then the key, and nothing is done by it after', async () => {
    const program = await given()
    const { ended } = await authority.asSystem(async () => {
      expect(await programActor({ token: program.key, acts: true, request: {} })).toMatchObject({
        id: program.id,
      })
      const revoking = await beside(() =>
        authority.as(administrator, () => revokeKey(program.id, program.keyId)),
      )
      expect(await keysOf(program.id)).toMatchObject([{ revoked_at: null }])
      return revoking
    })
    await ended
    expect((await program.api('POST', '/deliberations/items', point('Non'))).status).toBe(401)
  })

  test('tells when and from where it was last used', async () => {
    const program = await given()
    const before = await administrator.visitor.api('GET', `/programs/${program.id}/keys`)
    expect(before.items()).toMatchObject([{ used_at: null, used_from: null }])
    await program.api('GET', '/deliberations/items')
    const after = await administrator.visitor.api('GET', `/programs/${program.id}/keys`)
    expect(after.items<{ used_from: string; used_at: string }>()[0]).toMatchObject({
      used_at: expect.stringMatching(/^20/),
      used_from: 'local',
    })
  })

  test('asks so often in a minute; beyond, it alone is told to wait', async () => {
    const program = await given({ perMinute: 3 })
    const other = await makeKey(administrator, program.id)
    const ask = (key?: string) => program.api('GET', '/deliberations/items', undefined, key)
    for (let time = 0; time < 3; time += 1) expect((await ask()).status).toBe(200)
    const much = await ask()
    expect(much.status).toBe(429)
    expect(much.headers.get('retry-after')).toBe('60')
    expect((await ask(other.key)).status).toBe(200)
  })

  test('that ends within thirty days is told once to administrators and the head of the service', async () => {
    const program = await given()
    await written(
      sql`update commons.program_key set expires_at = now() + interval '29 days' where id = ${program.keyId}`,
    )
    const told = async () =>
      (await administrator.visitor.get('/notices')).text.split(program.name).length - 1
    expect(await told()).toBe(0)
    for (const time of [1, 2]) {
      await atItsTime((await ground()).database, warn)
      await authority.drain()
      expect([time, await told()]).toEqual([time, 1])
    }
  })

  test('is asked for by whoever proved who they are lately, and its call is not kept', async () => {
    const program = await given()
    await written(
      sql`update kernel.session set proven_at = now() - interval '1 hour' where account_id = ${administrator.id}`,
    )
    const path = `/programs/${program.id}/keys`
    expect((await administrator.visitor.api('POST', path, { days: 3 })).status).toBe(403)
    await written(
      sql`update kernel.session set proven_at = now() where account_id = ${administrator.id}`,
    )
    const sent = { 'idempotency-key': 'one-key' }
    const made = await administrator.visitor.api('POST', path, { days: 3 }, sent)
    const { secret } = made.json<{ secret: string }>()
    const { rows } = await written(
      sql`select body from kernel.once where body like ${`%${secret}%`}`,
    )
    expect(rows).toEqual([])
  })
})
