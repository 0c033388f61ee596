import { expect, test } from 'vitest'
import { givenAuthority, ground } from '#test/harness'
import type { ActorId } from '#kernel/access'
import { openSession } from '#kernel/auth'
import { foundTenant, Gate, inTenant, tenant } from '../index.ts'

const fresh = (slug: string, hosts: string[]) => ({
  slug,
  hosts,
  name: `Commune de ${slug}`,
  shortName: slug,
  kind: 'municipality',
  address: [],
  hue: 150,
  arms: '',
  trades: [],
})
const nothing = () => Promise.resolve()

test('an authority is found under its host name, whatever its case and port', async () => {
  const { gate } = await ground()
  const { tenant: expected, host } = await givenAuthority()
  for (const asked of [host, host.toUpperCase(), `${host}:3000`, `${host.toUpperCase()}:80`])
    expect((await gate.byHost(asked))?.id, asked).toBe(expected.id)
})

test('nothing else than a host name opens the gate', async () => {
  const { gate } = await ground()
  const { host } = await givenAuthority()
  for (const asked of ['', 'localhost.evil.example', `${host}.evil.example`, `x${host}`, '%', '*'])
    expect(await gate.byHost(asked), asked).toBeNull()
})

test('an unknown host answers 404 in words, to people and to programs', async () => {
  const { app } = await ground()
  for (const [path, type] of [
    ['/inbox', 'text/html'],
    ['/api/inbox', 'application/problem+json'],
  ] as const) {
    const url = `http://nowhere.example${path}`
    const answer = await app.request(url, { headers: { host: 'nowhere.example' } })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(await answer.text()).toContain('Aucune administration')
  }
})

test('a known authority is kept for the lifetime of the gate, then read again', async () => {
  const { database } = await ground()
  const { tenant: known } = await givenAuthority()
  const lasting = new Gate(database, 60_000)
  const forgetful = new Gate(database, 0)
  await Promise.all([lasting.byId(known.id), forgetful.byId(known.id)])
  await database.owner.query('update kernel.tenant set hue = 42 where id = $1', [known.id])
  expect((await lasting.byId(known.id))?.hue).toBe(235)
  expect((await forgetful.byId(known.id))?.hue).toBe(42)
})

test('a host that nobody had is found as soon as it exists', async () => {
  const { database } = await ground()
  const gate = new Gate(database, 60_000)
  const slug = `late-${Date.now()}`
  expect(await gate.byHost(`${slug}.localhost`)).toBeNull()
  const created = await foundTenant(database, fresh(slug, [`${slug}.LOCALHOST`]), nothing)
  expect((await gate.byHost(`${slug}.localhost`))?.id).toBe(created.id)
})

test('a host belongs to one authority: taking it again writes nothing', async () => {
  const { database, gate } = await ground()
  const { host } = await givenAuthority()
  const slug = `thief-${Date.now()}`
  await expect(foundTenant(database, fresh(slug, [host]), nothing)).rejects.toThrow(/duplicate key/)
  expect(await gate.bySlug(slug)).toBeNull()
})

test('a session of one authority is worth nothing at another', async () => {
  const mine = await givenAuthority()
  const theirs = await givenAuthority()
  const { id } = await mine.person({ roles: ['agent'] })
  const { token } = await mine.asSystem(() => openSession(id as ActorId, 1))
  const statuses = [mine, theirs].map(async (authority) => {
    const visitor = authority.visitor()
    visitor.keep('session', token)
    return (await visitor.api('GET', '/inbox')).status
  })
  expect(await Promise.all(statuses)).toEqual([200, 401])
})

test('outside of a request or job there is no authority', async () => {
  expect(() => tenant()).toThrow('No authority is set')
  const { database } = await ground()
  const { tenant: known } = await givenAuthority()
  const name = () => inTenant(database, known, async () => tenant().name)
  expect(await name()).toBe(known.name)
  await expect(inTenant(database, known, name)).rejects.toThrow('A transaction is open already')
})
