import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linksOf, providerNamed } from '#kernel/single-sign-on'
import { givenProvisioned, type Provisioned, user } from '../../scim/test/client.ts'
import { closeOutgoing } from '#test/harness'
import { audited, type GivenProvider, givenProvider, known, signInWith } from './given-provider.ts'

let town: Provisioned
let given: GivenProvider

beforeAll(async () => {
  town = await givenProvisioned()
  const people = ['joiner', 'renamed', 'chief', 'leaver', 'before'].map((sub) => ({
    sub,
    name: sub,
  }))
  given = await givenProvider(town.authority, people)
})

afterAll(() => {
  given.stop()
  closeOutgoing()
})

const linked = (id: string) =>
  town.authority.asSystem(async () => (await linksOf(id)).map(({ subject, via }) => [subject, via]))

const comesIn = async (sub: string) =>
  (await signInWith(given, town.authority.visitor(), sub)).status === 303

/** The provider calls people as SCIM does, or no more. */
async function callsAsScim(takes_external_id: boolean): Promise<void> {
  const path = `/providers/${given.id}`
  const {
    is_on: _on,
    is_only: _only,
    has_secret: _has,
    id: _id,
    ...fields
  } = await town.authority.asSystem(() => providerNamed(given.id))
  const now = await town.administrator.visitor.api('GET', path)
  const kept = await town.administrator.visitor.api(
    'PUT',
    path,
    { ...fields, takes_external_id },
    {
      'if-match': now.headers.get('etag') ?? '',
    },
  )
  expect(kept.status, kept.text).toBeLessThan(300)
}

test('whom SCIM brings comes in by the provider, where both call people the same, and not before that is said', async () => {
  const { id: early } = await town.joins('before', { externalId: 'before' })
  expect(await comesIn('before')).toBe(false)
  await callsAsScim(true)
  expect(await linked(early)).toEqual([['before', 'scim']])
  const { id } = await town.joins('joiner', { externalId: 'joiner' })
  expect([await comesIn('before'), await comesIn('joiner')]).toEqual([true, true])
  // Another name for the same person: the one from before opens nothing.
  await town.patch(id, { op: 'replace', path: 'externalId', value: 'renamed' })
  expect(await linked(id)).toEqual([['renamed', 'scim']])
  expect([await comesIn('joiner'), await comesIn('renamed')]).toEqual([false, true])
})

test('a name that a person of another link has is refused, and nothing of it is done', async () => {
  const somebody = await town.authority.person()
  await known(town.authority, somebody.id, given.issuer, 'by-hand')
  const refused = await town.scim('POST', '/Users', user('thief', { externalId: 'by-hand' }))
  expect(refused.status).toBe(409)
  expect((await town.found('userName eq "thief"'))['totalResults']).toBe(0)
  expect(await linked(somebody.id)).toEqual([['by-hand', 'administrator']])
})

test('who administers the authority is linked by no program', async () => {
  const login = `c-${randomUUID()}`
  const chief = await town.authority.person({
    roles: ['administrator', 'agent'],
    account: { login },
  })
  await town.patch(chief.id, { op: 'replace', path: 'externalId', value: 'chief' })
  expect(await linked(chief.id)).toEqual([])
  expect(await comesIn('chief')).toBe(false)
})

test('who leaves is gone at once, by whatever way they came, and comes back by none', async () => {
  const password = 'a long sentence of a leaver'
  const login = `l-${randomUUID()}`
  const leaver = await town.authority.person({ roles: ['agent'], account: { login, password } })
  await known(town.authority, leaver.id, given.issuer, 'leaver')
  const byProvider = town.authority.visitor()
  await signInWith(given, byProvider, 'leaver')
  const api = town.authority.visitor()
  const session = await api.api('POST', '/session', { login, password })
  const bearer = { authorization: `Bearer ${session.json<{ token: string }>().token}` }
  const asks = async () => [
    (await byProvider.get('/inbox')).status,
    (await leaver.visitor.get('/inbox')).status,
    (await api.api('GET', '/deliberations/items', undefined, bearer)).status,
  ]
  expect(await asks()).toEqual([200, 200, 200])

  await town.patch(leaver.id, { op: 'replace', path: 'active', value: false })
  expect(await asks()).toEqual([303, 303, 401])
  const again = await signInWith(given, town.authority.visitor(), 'leaver')
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('suspendu ou fermé')])
  expect((await audited(town.authority, 'provider_refused')).at(-1)).toBe(
    `Compte communal: account ${leaver.id}`,
  )
  expect(
    (await town.authority.visitor().post('/sign-in', { login, password, next: '/' })).status,
  ).toBe(422)
  expect((await town.authority.visitor().api('POST', '/session', { login, password })).status).toBe(
    403,
  )
})
