import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendPasswordLink } from '#kernel/auth'
import { linksOf } from '#kernel/single-sign-on'
import type { Visitor } from '#kernel/testing'
import { closeOutgoing, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { audited, type GivenProvider, givenProvider, signInWith } from './given-provider.ts'

let authority: TestAuthority
let given: GivenProvider
let administrator: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  administrator = await authority.person({ roles: ['administrator', 'agent'] })
  given = await givenProvider(
    authority,
    ['first', 'second', 'third', 'fourth'].map((sub) => ({
      ...{ sub, name: 'Jeanne Roselle', email: 'jeanne@example.org' },
    })),
  )
})

afterAll(() => {
  given.stop()
  closeOutgoing()
})

const linked = (id: string) =>
  authority.asSystem(async () => (await linksOf(id)).map(({ subject, via }) => [subject, via]))

/** Goes by an address of the house to the provider, and comes back as somebody. */
async function goes(visitor: Visitor, path: string, sub: string) {
  const out = await visitor.get(path)
  const [, refresh = ''] = /^0;url=(.*)$/.exec(out.headers.get('refresh') ?? '') ?? []
  return visitor.get(await given.newBrowser().choose(out.headers.get('location') ?? refresh, sub))
}

const invited = async (id: string) => {
  const { href } = await authority.asSystem(() => sendPasswordLink(id, 'invitation'))
  return new URL(href).pathname
}

test('whoever was invited says by their first sign-in who they are there, once', async () => {
  const { id } = await authority.person({ account: { login: `i-${randomUUID()}` } })
  const path = await invited(id)
  const visitor = authority.visitor()
  const page = await visitor.get(path)
  const [, way = ''] = /href="(\/sign-in\/with\/[^"]+)"/.exec(page.text) ?? []
  expect((await goes(visitor, way, 'first')).status).toBe(303)
  expect((await visitor.get('/security')).status).toBe(200)
  expect(await linked(id)).toEqual([['first', 'invitation']])
  // The invitation is spent: neither another identity nor a password comes of it.
  const again = await authority.visitor().get(way)
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('ne vaut plus')])
  expect((await authority.visitor().get(path)).status).toBe(404)
  expect((await signInWith(given, authority.visitor(), 'first')).status).toBe(303)
})

test('an invitation that meets the identity of somebody else stays good, and nobody came in', async () => {
  const { id } = await authority.person({ account: { login: `i-${randomUUID()}` } })
  const path = await invited(id)
  const visitor = authority.visitor()
  const way = `/sign-in/with/${given.id}?invitation=${path.split('/').at(-1) ?? ''}`
  const taken = await goes(visitor, way, 'first')
  expect([taken.status, taken.text]).toEqual([
    409,
    expect.stringContaining('déjà liée à une autre personne'),
  ])
  expect(await linked(id)).toEqual([])
  expect((await visitor.get('/security')).status).toBe(303)
  expect((await goes(visitor, way, 'second')).status).toBe(303)
  expect(await linked(id)).toEqual([['second', 'invitation']])
})

test('who has signed in links themself, sees it, and ends it with all that came in by it', async () => {
  const person = await authority.person({ roles: ['agent'] })
  const { visitor } = person
  expect((await visitor.get('/security')).text).toContain('Vous n’entrez pas encore par lui')
  const path = `/security/identities/${given.id}`
  expect((await goes(visitor, path, 'third')).status).toBe(303)
  expect(await linked(person.id)).toEqual([['third', 'self']])
  // A second one of the same provider would be somebody else.
  const other = await goes(visitor, path, 'fourth')
  expect([other.status, other.text]).toEqual([
    409,
    expect.stringContaining('a déjà une autre identité'),
  ])
  const away = authority.visitor()
  await signInWith(given, away, 'third')
  const page = await visitor.get('/security')
  const [, removal = ''] =
    /action="(\/security\/identities\/[\da-f-]+\/removal)"/.exec(page.text) ?? []
  expect((await visitor.post(removal)).status).toBe(303)
  expect([(await away.get('/security')).status, (await visitor.get('/security')).status]).toEqual([
    303, 200,
  ])
  expect((await signInWith(given, authority.visitor(), 'third')).text).toContain(
    'ne sait pas encore',
  )
  expect(await audited(authority, 'identity_unlinked')).toEqual([`${given.issuer} ${person.id}`])
})

test('what somebody began to link is not linked to whoever comes back instead', async () => {
  const [one, other] = [await authority.person(), await authority.person()]
  const out = await one.visitor.get(`/security/identities/${given.id}`)
  const [, href = ''] = /^0;url=(.*)$/.exec(out.headers.get('refresh') ?? '') ?? []
  const back = await given.newBrowser().choose(href, 'fourth')
  // The same browser, in which somebody else has signed in meanwhile.
  one.visitor.keep('session', other.token)
  expect((await one.visitor.get(back)).status).toBe(422)
  expect([await linked(one.id), await linked(other.id)]).toEqual([[], []])
})

test('an administrator links by hand, and nobody else sees or does it', async () => {
  const person = await authority.person({
    roles: ['agent'],
    firstName: 'Odile',
    lastName: 'Brassart',
  })
  const path = `/providers/${given.id}/people`
  expect(
    (await person.visitor.post(path, { person: 'Odile Brassart', subject: 'fourth' })).status,
  ).toBe(403)
  expect(
    (await administrator.visitor.post(path, { person: 'Odile Brassart', subject: 'fourth' }))
      .status,
  ).toBe(303)
  expect(await linked(person.id)).toEqual([['fourth', 'administrator']])
  const api = await administrator.visitor.api('GET', `/providers/${given.id}/links`)
  expect(api.items<{ subject: string }>().map(({ subject }) => subject)).toContain('fourth')
})
