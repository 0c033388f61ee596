import { afterAll, beforeAll, expect, test } from 'vitest'
import { useOpenLetterbox } from '#kernel/mail'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { type GivenCitizen, givenCitizen } from '../../citizens/test/given-citizen.ts'

let authority: TestAuthority
let officer: TestPerson
let zoe: GivenCitizen

beforeAll(async () => {
  authority = await givenAuthority()
  officer = await authority.person({ roles: ['agent', 'data_protection_officer'] })
  // What is written is read here, as in a demonstration.
  useOpenLetterbox([authority.tenant.slug])
  zoe = await givenCitizen(authority)
})
afterAll(() => useOpenLetterbox([]))

test('a citizen exercises a right from their space, follows it there, and is told what became of it', async () => {
  const asked = await zoe.visitor.post('/privacy/mine', { nature: 'access', wish: 'Tout' })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/me'])
  const space = await zoe.visitor.get('/me')
  expect(space.text).toMatch(/RGPD\/\d{4}\/\d{3}/)
  const [{ id } = { id: '' }] = (await zoe.visitor.api('GET', '/privacy/mine')).items<{
    id: string
  }>()
  // It is theirs in their space alone, and the keepers have all of it.
  expect((await zoe.visitor.get(`/privacy/requests/${id}`)).status).toBe(403)
  const page = await officer.visitor.get(`/privacy/requests/${id}`)
  expect(page.text).toContain('Déclaré par vous-même')
  expect(page.text).toContain('Zoé Marlier')
  const step = await officer.visitor.post(`/privacy/requests/${id}/steps`, { verb: 'answer' })
  expect(step.status, step.text).toBe(303)
  expect((await zoe.visitor.get('/me')).text).toContain('Il est répondu à votre demande')
})

test('a citizen sees no request of another', async () => {
  const other = await givenCitizen(authority)
  expect((await other.visitor.api('GET', '/privacy/mine')).items()).toEqual([])
  const none = await zoe.visitor.post('/privacy/mine', { nature: 'everything' })
  expect(none.status).toBe(422)
})
