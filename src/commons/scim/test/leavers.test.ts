import { beforeAll, describe, expect, test } from 'vitest'
import { todayHere } from '#commons/directory'
import { givenAuthority, givenProgram, ground } from '#test/harness'
import { type Body, givenProvisioned, type Provisioned, user } from './client.ts'

let town: Provisioned
const scim: Provisioned['scim'] = (...asked) => town.scim(...asked)
const patch: Provisioned['patch'] = (...asked) => town.patch(...asked)
const found: Provisioned['found'] = (filter) => town.found(filter)
const joins: Provisioned['joins'] = (...asked) => town.joins(...asked)

beforeAll(async () => {
  town = await givenProvisioned()
})

describe('A leaver', () => {
  test('is gone at that instant: session, functions and roles end, what waits goes to the head of service', async () => {
    const { id } = await joins('leaver')
    await scim('PATCH', `/Groups/service-${town.works}`, {
      Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }],
    })
    const leaver = await town.authority.signIn(id)
    expect((await leaver.visitor.api('GET', '/deliberations/items')).status).toBe(200)
    const { body } = await patch(id, { op: 'replace', path: 'active', value: false })
    expect(body).toMatchObject({ active: false, groups: [] })
    expect((await leaver.visitor.api('GET', '/deliberations/items')).status).toBe(401)
    const person = (await town.administrator.visitor.api('GET', `/people/${id}`)).json<Body>()
    expect(person).toMatchObject({ state: 'left', heir_id: town.head.id })
    // Said again, nothing happens.
    expect((await patch(id, { op: 'replace', path: 'active', value: false })).status).toBe(200)
    const back = await patch(id, { op: 'replace', path: 'active', value: 'True' })
    // The same day, what ended with it is held until its evening, and nothing from then on.
    expect(back.body).toMatchObject({ active: true, groups: [{ display: 'Travaux' }] })
    const offices = (await town.administrator.visitor.api('GET', `/people/${id}/offices`)).items<{
      last_day: string | null
    }>()
    expect(offices.every(({ last_day }) => last_day === todayHere().toString())).toBe(true)
  })

  test('whom an administrator suspended stays so, whatever a program says, and does not leave by it (M6)', async () => {
    const { id } = await joins('suspended')
    const { visitor } = town.administrator
    await visitor.api('POST', `/people/${id}/offices`, { kind: 'role', role: 'agent' })
    await visitor.api('POST', `/people/${id}/suspension`)
    const state = async () => (await visitor.api('GET', `/people/${id}`)).json<Body>()['state']
    const renamed = await patch(id, { op: 'replace', path: 'name.familyName', value: 'Autre' })
    expect(renamed.body).toMatchObject({ active: false, name: { familyName: 'Autre' } })
    expect(await state()).toBe('suspended')
    const { active: _, ...said } = user('suspended')
    expect((await scim('PUT', `/Users/${id}`, said)).body).toMatchObject({ active: false })
    expect((await patch(id, { op: 'replace', path: 'active', value: true })).status).toBe(200)
    expect(await state()).toBe('suspended')
    expect((await visitor.api('GET', `/people/${id}/offices`)).items<Body>()).toMatchObject([
      { what: 'agent', last_day: null },
    ])
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
    expect((await scim('POST', '/Users', user('suspended'))).status).toBe(403)
  })

  test('is unknown once deleted, and the same person when they are brought again', async () => {
    const { id } = await joins('deleted')
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204)
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(404)
    expect((await scim('GET', `/Users/${id}`)).status).toBe(404)
    expect((await found('userName eq "deleted"'))['totalResults']).toBe(0)
    expect((await joins('deleted'))['id']).toBe(id)
  })

  test('who is the last administrator stays, and nothing of it is done', async () => {
    const answer = await patch(town.administrator.id, {
      op: 'replace',
      path: 'active',
      value: false,
    })
    expect(answer.status).toBe(409)
    expect((await scim('DELETE', `/Users/${town.administrator.id}`)).status).toBe(409)
    expect((await town.administrator.visitor.api('GET', '/people')).status).toBe(200)
  })

  test('whose address opens the way to an administrator is not written to by a program', async () => {
    const moved = await patch(town.administrator.id, {
      ...{ op: 'replace', path: 'emails[type eq "work"].value', value: 'thief@example.org' },
    })
    expect(moved.status).toBe(403)
  })
})

describe('Groups', () => {
  test('are the services and the roles that are no person’s own', async () => {
    const { body } = await scim('GET', '/Groups?filter=displayName%20eq%20%22Travaux%22')
    expect(body['Resources']).toMatchObject([
      { id: `service-${town.works}`, displayName: 'Travaux' },
    ])
    const all = (await scim('GET', '/Groups')).body['Resources'].map((one: Body) => one['id'])
    expect(all).toContain('role-secretariat')
    expect(all).not.toContain('role-administrator')
    expect((await scim('GET', '/Groups/role-administrator')).status).toBe(404)
    expect((await scim('POST', '/Groups', { displayName: 'Neuf' })).status).toBe(403)
    expect((await scim('DELETE', `/Groups/service-${town.works}`)).status).toBe(403)
  })

  test('take members and let them go, in each way in which that is said', async () => {
    const [one, two] = [await joins('member.one'), await joins('member.two')]
    const change = async (...Operations: object[]) =>
      (await scim('PATCH', '/Groups/role-secretariat', { Operations })).body['members'].map(
        ({ value }: Body) => value,
      )
    const both = [{ value: one['id'] }, { value: two['id'] }]
    expect(await change({ op: 'Add', path: 'members', value: both })).toHaveLength(2)
    expect((await scim('GET', `/Users/${one['id']}`)).body['groups']).toEqual([
      { value: 'role-secretariat', display: 'secretariat' },
    ])
    expect(await change({ op: 'remove', path: `members[value eq "${one['id']}"]` })).toEqual([
      two['id'],
    ])
    expect(await change({ op: 'Remove', path: 'members', value: [{ value: two['id'] }] })).toEqual(
      [],
    )
    const replaced = await change({ op: 'replace', path: 'members', value: [both[0]] })
    expect(replaced).toEqual([one['id']])
    const unknown = await scim('PATCH', '/Groups/role-secretariat', {
      Operations: [{ op: 'add', path: 'members', value: [{ value: 'nobody' }] }],
    })
    expect([unknown.status, unknown.body['scimType']]).toEqual([400, 'invalidValue'])
  })
})

describe('Who asks', () => {
  test('is a program with the scope, and says so where it is asked what is spoken here', async () => {
    const { app } = await ground()
    const url = `http://${town.authority.host}/scim/v2/Users`
    const as = (headers: Record<string, string>) =>
      app.request(url, { headers: { host: town.authority.host, ...headers } })
    expect((await as({})).status).toBe(401)
    expect((await as({ cookie: `session=${town.administrator.token}` })).status).toBe(401)
    expect((await as({ authorization: `Bearer ${town.administrator.token}` })).status).toBe(401)
    const other = await givenProgram(town.authority, town.administrator, {
      scopes: ['people:read'],
    }).catch(() =>
      givenProgram(town.authority, town.administrator, { scopes: ['deliberations:read'] }),
    )
    expect((await as({ authorization: `Bearer ${other.key}` })).status).toBe(403)
    const reader = await givenProgram(town.authority, town.administrator, { scopes: ['scim:read'] })
    expect((await as({ authorization: `Bearer ${reader.key}` })).status).toBe(200)
    const { body } = await scim('GET', '/ServiceProviderConfig')
    expect(body).toMatchObject({ bulk: { supported: false }, etag: { supported: true } })
    for (const path of ['/Schemas', '/ResourceTypes', '/ResourceTypes/User'])
      expect((await scim('GET', path)).status).toBe(200)
    const refused = await app.request(url, {
      method: 'POST',
      headers: { host: town.authority.host, authorization: `Bearer ${reader.key}` },
      body: '{}',
    })
    expect(refused.status).toBe(403)
  })

  test('gets nobody of another authority', async () => {
    const elsewhere = await givenAuthority()
    const stranger = await elsewhere.person({ roles: ['agent'] })
    for (const id of [stranger.id, 'abc', '%00', '..%2f', 'a'.repeat(3000)])
      expect((await scim('GET', `/Users/${id}`)).status).toBe(404)
    expect((await patch(stranger.id, { op: 'replace', path: 'active', value: false })).status).toBe(
      404,
    )
  })
})
