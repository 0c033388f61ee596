import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActorId, Assurance } from '#kernel/access'
import { db } from '#kernel/db'
import { Forbidden } from '#kernel/errors'
import { useOpenLetterbox } from '#kernel/mail'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { ensureAssured } from '../index.ts'
import { tellCitizens } from '../notice.ts'
import { asks, type GivenCitizen, givenCitizen, goodPassword, lettersTo } from './given-citizen.ts'

let authority: TestAuthority
let zoe: GivenCitizen

beforeAll(async () => {
  authority = await givenAuthority()
  // What is written is read here, as in a demonstration.
  useOpenLetterbox([authority.tenant.slug])
  zoe = await givenCitizen(authority)
})
afterAll(() => useOpenLetterbox([]))

const accounts = () =>
  authority.asSystem(
    async () => (await db().selectFrom('kernel.account').select('id').execute()).length,
  )

const chosen = { password: goodPassword, password_again: goodPassword }

test('who asks for a space has none before they confirm the address by its link, once', async () => {
  const email = `n-${randomUUID()}@example.org`
  const before = await accounts()
  const path = await asks(authority, email)
  expect(await accounts()).toBe(before)
  const visitor = authority.visitor()
  expect((await visitor.get(path)).text).toContain(email)
  const weak = await visitor.post(path, { password: 'beffroi', password_again: 'beffroi' })
  expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('il en faut au moins 15')])
  expect((await visitor.post(path, chosen)).status).toBe(303)
  expect(await accounts()).toBe(before + 1)
  expect((await visitor.post(path, chosen)).status).toBe(404)
  const came = await visitor.post('/sign-in', { login: email, password: goodPassword, next: '/' })
  expect(came.headers.get('location')).toBe('/me')
  expect((await visitor.get('/me')).text).toContain('Zoé Marlier')
})

test('the page says the same of an address that is known; its letter says so to its person alone', async () => {
  const page = async (email: string) => {
    const visitor = authority.visitor()
    const asked = await visitor.post('/me/new', { first_name: 'Zoé', last_name: 'Marlier', email })
    return [asked.status, asked.headers.get('location')]
  }
  expect(await page(zoe.email)).toEqual(await page(`u-${randomUUID()}@example.org`))
  await authority.drain()
  const letter = (await lettersTo(authority, zoe.email)).at(-1)
  expect(letter?.body).toContain('ouvre déjà un accès')
  expect(letter?.body).not.toContain('/me/new/')
  // Nothing that a stranger typed goes to the address of somebody else.
  expect([letter?.to_name, letter?.body.includes('Marlier')]).toEqual(['', false])
})

test('who asks often waits, fills nobody’s letterbox, and keeps nobody else from asking', async () => {
  const email = `o-${randomUUID()}@example.org`
  for (let time = 0; time < 3; time += 1) await asks(authority, email)
  const fourth = await authority
    .visitor()
    .post('/me/new', { first_name: 'Zoé', last_name: 'Marlier', email })
  expect([fourth.status, fourth.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await lettersTo(authority, email)).toHaveLength(3)
  expect(await asks(authority, `other-${email}`)).toContain('/me/new/')
})

test('a citizen has their space and their own access, and nothing of what agents have', async () => {
  for (const path of ['/me', '/security', '/security/passkeys'])
    expect((await zoe.visitor.get(path)).status, path).toBe(200)
  for (const path of [
    '/inbox',
    '/search?q=a',
    '/people',
    '/notices',
    '/rail',
    '/parties/contacts',
    '/drafts',
    '/styleguide',
    '/law',
  ])
    expect((await zoe.visitor.get(path)).status, path).toBe(403)
  for (const path of [
    '/deliberations/items',
    '/people',
    '/search?q=a',
    '/drafts',
    '/notices',
    '/parties/contacts',
  ])
    expect((await zoe.visitor.api('GET', path)).status, path).toBe(403)
  // The home of the site is that of everybody.
  expect((await zoe.visitor.get('/')).text).toContain(authority.tenant.name)
})

test('a citizen is nobody of the directory', async () => {
  const administrator = await authority.person({ roles: ['administrator', 'agent'] })
  expect((await administrator.visitor.get('/people')).text).not.toContain('Marlier')
  expect((await administrator.visitor.api('GET', '/people')).text).not.toContain(zoe.email)
})

test('an agent opens a space of their own, and acts as the one or as the other', async () => {
  const works = await authority.service('Travaux')
  const jeanne = await authority.person({
    firstName: 'Jeanne',
    lastName: 'Roselle',
    roles: ['agent'],
    in: works,
  })
  const { visitor } = jeanne
  expect((await visitor.get('/me')).status).toBe(403)
  expect((await visitor.post('/me/opening')).status).toBe(303)
  const before = authority.bearing(jeanne)
  const inbox = await visitor.get('/inbox')
  expect(inbox.text).toContain('Passer à\u00A0: Citoyen')
  expect((await visitor.post('/hat', { hat: 'citizen' })).headers.get('location')).toBe('/me')
  expect((await visitor.get('/me')).text).toContain('Jeanne Roselle')
  expect((await visitor.get('/inbox')).status).toBe(403)
  // The token from before is worth nothing: the capacity is of the session.
  expect((await before.visitor.get('/inbox')).status).toBe(303)
  expect((await visitor.post('/hat', { hat: 'elected' })).status).toBe(403)
  expect((await visitor.post('/hat', { hat: 'agent' })).headers.get('location')).toBe('/')
  expect([(await visitor.get('/inbox')).status, (await visitor.get('/me')).status]).toEqual([
    200, 403,
  ])
  const api = await visitor.api('GET', '/session/hats')
  expect(api.items<{ key: string }>().map(({ key }) => key)).toEqual(['agent', 'citizen'])
})

test('what is done as a citizen says so, and bears nothing of the agent', async () => {
  const nadia = await authority.person({
    firstName: 'Nadia',
    lastName: 'Corbeau',
    roles: ['agent'],
  })
  await nadia.visitor.post('/me/opening')
  await nadia.visitor.post('/hat', { hat: 'citizen' })
  const lines = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select(['action', 'subject', 'actor_name'])
      .where('actor_id', '=', nadia.id)
      .where('action', '=', 'hat')
      .execute(),
  )
  expect(lines).toEqual([{ action: 'hat', subject: 'citizen', actor_name: 'Nadia Corbeau' }])
  await nadia.visitor.post('/hat', { hat: 'agent' })
  const back = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select('actor_name')
      .where('actor_id', '=', nadia.id)
      .where('subject', '=', 'agent')
      .execute(),
  )
  expect(back).toEqual([{ actor_name: 'Nadia Corbeau (espace citoyen)' }])
})

test('an agent who is elected acts in one capacity or the other, and each bears what is its own', async () => {
  const both = await authority.person({ roles: ['agent', 'councillor'] })
  const bears = () => both.actor.principals
  expect(bears()).toContain('role:agent')
  expect(bears()).not.toContain('role:councillor')
  await both.visitor.post('/hat', { hat: 'elected' })
  expect((await both.visitor.get('/inbox')).text).toContain('Passer à\u00A0: Agent')
  const councillor = await authority.person({ roles: ['councillor'] })
  expect((await councillor.visitor.get('/inbox')).text).not.toContain('Passer à')
})

test('a citizen is told in their space, and by a letter that says nothing of it', async () => {
  await authority.asSystem(() =>
    tellCitizens([zoe.id], { title: 'Votre demande est prête', href: '/me' }),
  )
  expect((await zoe.visitor.get('/me')).text).toContain('Votre demande est prête')
  const letter = (await lettersTo(authority, zoe.email)).at(-1)
  expect(letter?.body).toContain('/me')
  expect(letter?.body).not.toContain('prête')
})

test('what asks for a level of assurance is refused to who is known less surely, and says how to come in', async () => {
  const as = (assurance?: Assurance) =>
    authority.as(
      {
        ...{ id: zoe.id as ActorId, name: 'Zoé', principals: [] }, // An account bears its citizen’s id.
        ...(assurance && { assurance }),
      },
      async () => ensureAssured('substantial'),
    )
  await expect(as()).rejects.toBeInstanceOf(Forbidden)
  await expect(as('low')).rejects.toBeInstanceOf(Forbidden)
  await as('high')
})
