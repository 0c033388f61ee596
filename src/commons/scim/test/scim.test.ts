import { beforeAll, describe, expect, test } from 'vitest'

import { type Body, givenProvisioned, type Provisioned, user } from './client.ts'

let town: Provisioned
const scim: Provisioned['scim'] = (...asked) => town.scim(...asked)
const patch: Provisioned['patch'] = (...asked) => town.patch(...asked)
const found: Provisioned['found'] = (filter) => town.found(filter)
const joins: Provisioned['joins'] = (...asked) => town.joins(...asked)

beforeAll(async () => {
  town = await givenProvisioned()
})

describe('A joiner', () => {
  test('is entered with an account and an address, and is told with version and address of their own', async () => {
    const joined = await joins('zoe.marlier')
    expect(joined).toMatchObject({
      ...{ active: true, externalId: 'ext-zoe.marlier', displayName: 'Zoé Marlier' },
      meta: { resourceType: 'User', version: expect.stringMatching(/^W\/"/) },
    })
    const again = await scim('GET', `/Users/${joined['id']}`)
    expect(again.headers.get('content-type')).toContain('application/scim+json')
    expect(again.headers.get('etag')).toBe(joined['meta'].version)
    const known = { 'if-none-match': joined['meta'].version }
    expect((await scim('GET', `/Users/${joined['id']}`, undefined, known)).status).toBe(304)
    const person = await town.administrator.visitor.get(`/people/${joined['id']}`)
    expect(person.text).toContain('zoe.marlier@example.org')
    expect(person.text).toContain(`programme ${town.program.name}`)
  })

  test('whose userName or externalId another has is refused as a duplicate', async () => {
    await joins('twin')
    const second = await scim('POST', '/Users', user('Twin', { externalId: 'other' }))
    expect([second.status, second.body['scimType']]).toEqual([409, 'uniqueness'])
    const third = await scim('POST', '/Users', user('twin2', { externalId: 'ext-twin' }))
    expect([third.status, third.body['scimType']]).toEqual([409, 'uniqueness'])
    expect(third.body['schemas']).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
    expect((await found('userName eq "twin2"'))['totalResults']).toBe(0)
  })

  test.each([
    ['no userName', { userName: undefined }],
    ['an address that is none', { emails: [{ value: 'not an address', type: 'work' }] }],
    ['a blank in the login', { userName: 'a b' }],
  ])('with %s is refused in words', async (_, over) => {
    const answer = await scim('POST', '/Users', user('wrong', over))
    expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue'])
    expect(answer.body['detail'].length).toBeGreaterThan(10)
  })
})

describe('People are looked for', () => {
  test.each([
    ['userName eq "LOOKED.FOR"', 1],
    ['externalId eq "ext-looked.for"', 1],
    ['externalId eq "EXT-looked.for"', 0],
    ['emails[type eq "work" and value co "looked.for@"]', 1],
    ['userName sw "looked" and active eq true', 1],
    ['userName sw "looked" and active eq "False"', 0],
    ['(userName ew ".for" or userName eq "x") and not (name.familyName pr)', 0],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "M-77"', 1],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "looked.for"', 1],
    [`userName eq "' or 1=1 --"`, 0],
    ['userName co "%"', 0],
  ])('by %s', async (filter, many) => {
    const name = 'looked.for'
    if ((await found(`userName eq "${name}"`))['totalResults'] === 0)
      await joins(name, {
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: 'M-77' },
      })
    expect((await found(filter))['totalResults']).toBe(many)
  })

  test.each(['password eq "x"', 'userName eq', 'meta.created gt "2020"'])(
    'and not by %s',
    async (filter) => {
      const answer = await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)
      expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidFilter'])
    },
  )

  test('a page at a time, each once, and none where only their number is asked', async () => {
    await joins('paged.one')
    const { body: all } = await scim('GET', '/Users')
    const ids: string[] = []
    for (let start = 1; start <= all['totalResults']; start += 2) {
      const { body } = await scim('GET', `/Users?startIndex=${start}&count=2`)
      expect(body['totalResults']).toBe(all['totalResults'])
      ids.push(...body['Resources'].map((one: Body) => one['id']))
    }
    expect(ids).toEqual(all['Resources'].map((one: Body) => one['id']))
    const { body: none } = await scim('GET', '/Users?count=0')
    expect(none).toMatchObject({ totalResults: all['totalResults'], Resources: [] })
    const { body: beyond } = await scim('GET', '/Users?startIndex=5000')
    expect(beyond).toMatchObject({ totalResults: all['totalResults'], Resources: [] })
  })

  test('with only what is asked for', async () => {
    await joins('picked')
    const { body } = await scim(
      'GET',
      '/Users?filter=userName%20eq%20%22picked%22&attributes=userName',
    )
    expect(Object.keys(body['Resources'][0]).toSorted()).toEqual([
      'id',
      'meta',
      'schemas',
      'userName',
    ])
    const { body: groups } = await scim('GET', '/Groups?excludedAttributes=members')
    expect(groups['Resources'][0]).not.toHaveProperty('members')
  })
})

describe('What systems send', () => {
  test('Entra ID: « False » as a word, a filter with a value path, no path with dotted keys', async () => {
    const { id } = await joins('entra', { emails: [] })
    const { body } = await patch(
      id,
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'entra@example.org' },
      { op: 'Replace', path: 'name.familyName', value: 'Dorval' },
      { op: 'Replace', value: { 'name.givenName': 'Ida', externalId: 'e-2' } },
      {
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
        value: 'M-12',
      },
    )
    expect(body).toMatchObject({
      ...{ externalId: 'e-2', displayName: 'Ida Dorval' },
      emails: [{ value: 'entra@example.org', type: 'work' }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: 'M-12' },
    })
    const left = await patch(id, { op: 'Replace', path: 'active', value: 'False' })
    expect([left.status, left.body['active']]).toEqual([200, false])
  })

  test('Keycloak and authentik: replace without a path, and the whole by PUT', async () => {
    const { id } = await joins('keycloak')
    const patched = await patch(id, {
      op: 'replace',
      value: { active: false, name: { givenName: 'Ada', familyName: 'Colin' } },
    })
    expect(patched.body).toMatchObject({ active: false, displayName: 'Ada Colin' })
    const whole = user('keycloak', { id, name: { givenName: 'Ada', familyName: 'Colin-Roy' } })
    const put = await scim('PUT', `/Users/${id}`, { ...whole, meta: { resourceType: 'User' } })
    expect(put.body).toMatchObject({ active: true, displayName: 'Ada Colin-Roy' })
  })

  test('a stale version, another userName and an unknown operation are refused as the standard says', async () => {
    const { id, meta } = await joins('stale')
    await patch(id, { op: 'replace', path: 'name.givenName', value: 'Une' })
    const late = await scim('PUT', `/Users/${id}`, user('stale'), { 'if-match': meta.version })
    expect(late.status).toBe(412)
    const renamed = await patch(id, { op: 'replace', path: 'userName', value: 'another' })
    expect([renamed.status, renamed.body['scimType']]).toEqual([400, 'mutability'])
    const odd = await patch(id, { op: 'move', path: 'userName', value: 'x' })
    expect([odd.status, odd.body['scimType']]).toEqual([400, 'invalidSyntax'])
    expect((await scim('POST', '/Bulk', {})).status).toBe(501)
  })

  test.each([
    ['__proto__.scopes', []],
    ['constructor.prototype.scopes', []],
    ['name.__proto__.scopes', 'x'],
    ['emails[type eq "work"].constructor.prototype.scopes', 'x'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:__proto__.scopes', 'x'],
    [undefined, { '__proto__.scopes': [] }],
    [undefined, { name: { 'constructor.prototype.scopes': [] } }],
    ['name', { 'constructor.prototype.scopes': [] }],
  ])('no path reaches what all objects have in common: %s (C0)', async (path, value) => {
    const { id } = await joins(`proto-${crypto.randomUUID().slice(0, 8)}`)
    for (const op of ['add', 'replace', ...(path ? ['remove'] : [])])
      expect((await patch(id, { op, path, value })).status).toBe(400)
    expect(Reflect.get({}, 'scopes')).toBeUndefined()
  })

  test('a list of members longer than one transaction bears is carried out in parts; what is sent last counts (L16)', async () => {
    const ids: string[] = []
    for (let at = 0; at < 55; at += 1) ids.push((await joins(`bulk-${at}`)).id)
    const group = `/Groups/service-${town.works}`
    const before = (await scim('GET', group)).body['members'] as { value: string }[]
    const all = [...before, ...ids.map((value) => ({ value }))]
    const strange = await scim('PUT', group, { members: [...all, { value: crypto.randomUUID() }] })
    expect([strange.status, strange.body['detail']]).toEqual([
      400,
      expect.stringContaining('Nobody is'),
    ])
    const countOf = (answer: { body: Record<string, unknown> }) =>
      (answer.body['members'] as unknown[]).length
    const put = await scim('PUT', group, { members: all })
    expect([put.status, countOf(put)]).toEqual([200, all.length])
    // Another change before the first is carried out begins from what was sent.
    const gone = { op: 'remove', path: 'members', value: [{ value: ids[0] }] }
    expect(countOf(await scim('PATCH', group, { Operations: [gone] }))).toBe(all.length - 1)
    await town.authority.drain()
    const after = await scim('GET', group)
    expect(countOf(after)).toBe(all.length - 1)
    const works = await scim('GET', `/Users/${ids[54]}`)
    expect(works.body['groups']).toMatchObject([{ value: `service-${town.works}` }])
    expect((await scim('GET', `/Users/${ids[0]}`)).body['groups']).toEqual([])
    expect(countOf(await scim('PUT', group, { members: before }))).toBe(before.length)
    await town.authority.drain()
    expect((await scim('GET', `/Users/${ids[54]}`)).body['groups']).toEqual([])
  })
})
