import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bearsOf } from '#kernel/auth'
import { standAs } from '#kernel/single-sign-on'
import { closeService } from '#commons/directory'
import { closeOutgoing, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { audited, type GivenProvider, givenProvider, known, signInWith } from './given-provider.ts'

let authority: TestAuthority
let given: GivenProvider
let works: string
let jeanne: TestPerson
let administrator: TestPerson
/** What the provider says of Jeanne; a test says it otherwise. */
const said = { sub: 'jeanne', name: 'Jeanne Roselle', groups: ['works'] as string[] }

beforeAll(async () => {
  authority = await givenAuthority()
  works = await authority.service('Travaux')
  administrator = await authority.person({ roles: ['administrator', 'agent'] })
  given = await givenProvider(authority, [said])
})

beforeEach(async () => {
  said.groups = ['works']
  jeanne = await authority.person({ roles: ['agent'] })
  // Each test has a Jeanne of its own, whom the provider calls otherwise.
  said.sub = `jeanne-${jeanne.id}`
  await known(authority, jeanne.id, given.issuer, said.sub)
})

afterAll(() => {
  given.stop()
  closeOutgoing()
})

const rulesAt = () => `/providers/${given.id}/rules`
const gives = (rule: Record<string, string>) => administrator.visitor.post(rulesAt(), rule)
const toWorks = (service_id: string) => ({
  ...{ kind: 'function', claim: 'groups', value: 'works', service_id, function: 'head' },
})
const comesIn = () => signInWith(given, authority.visitor(), said.sub)
const bears = () => authority.asSystem(() => bearsOf(jeanne.id))
const head = () => `service:${works}:head`

const forgetRules = async () => {
  const rules = await administrator.visitor.api('GET', rulesAt())
  for (const { id } of rules.items<{ id: string }>())
    await administrator.visitor.api('DELETE', `${rulesAt()}/${id}`)
}

test('what a rule gives begins with the sign-in and ends with the first one that no longer says it', async () => {
  expect(
    (await gives({ kind: 'role', claim: 'groups', value: 'works', role: 'secretariat' })).status,
  ).toBe(303)
  expect((await gives(toWorks(works))).status).toBe(303)
  const page = await administrator.visitor.get(`/providers/${given.id}`)
  expect(page.text).toContain('quand groups vaut «\u00a0works\u00a0»')
  expect((await comesIn()).status).toBe(303)
  expect(await bears()).toEqual(expect.arrayContaining([head(), 'role:secretariat']))
  // Its history says who gave it.
  const person = await administrator.visitor.get(`/people/${jeanne.id}`)
  expect(person.text).toContain('Fournisseur Compte communal')
  said.groups = ['others']
  await comesIn()
  expect(await bears()).not.toContain(head())
  expect(await bears()).toEqual(expect.arrayContaining(['role:agent']))
  await forgetRules()
})

test('what was given by hand stays, whatever the provider says', async () => {
  await gives({ kind: 'role', claim: 'groups', value: 'works', role: 'agent' })
  await comesIn()
  said.groups = []
  await comesIn()
  expect(await bears()).toContain('role:agent')
  await forgetRules()
})

test('a rule names a role and a service that are there, and a claim', async () => {
  const none = await gives({ kind: 'role', claim: 'groups', value: 'x', role: 'emperor' })
  expect([none.status, none.text]).toEqual([
    422,
    expect.stringContaining('Ce rôle n’existe pas ici'),
  ])
  const nowhere = await gives({ ...toWorks('01234567-89ab-4def-8123-456789abcdef') })
  expect(nowhere.status).toBe(422)
  expect((await gives({ ...toWorks(works), claim: '' })).status).toBe(422)
  expect((await administrator.visitor.api('GET', rulesAt())).items()).toEqual([])
  expect((await jeanne.visitor.api('GET', rulesAt())).status).toBe(403)
})

test('a rule whose service has closed leaves a line of audit and lets in', async () => {
  const closing = await authority.service('Fêtes')
  await gives(toWorks(closing))
  await authority.asSystem(() => closeService(closing))
  expect((await comesIn()).status).toBe(303)
  expect(await bears()).not.toContain(`service:${closing}:head`)
  await forgetRules()
})

test('who is the last administrator stays one, and the audit says so', async () => {
  const small = await givenAuthority()
  const alone = { sub: 'alone', name: 'Seule', groups: ['it'] }
  const own = await givenProvider(small, [alone])
  const first = await small.person({ roles: ['administrator', 'agent'] })
  const second = await small.person({ roles: ['agent'] })
  await known(small, second.id, own.issuer, 'alone')
  const rule = { kind: 'role', claim: 'groups', value: 'it', role: 'administrator' }
  await first.visitor.post(`/providers/${own.id}/rules`, rule)
  await signInWith(own, small.visitor(), 'alone')
  await small.as(await small.signIn(second.id), async () => {})
  const left = await (await small.signIn(second.id)).visitor.post(`/people/${first.id}/suspension`)
  expect(left.status).toBe(303)
  alone.groups = []
  expect((await signInWith(own, small.visitor(), 'alone')).status).toBe(303)
  expect(await small.asSystem(() => bearsOf(second.id))).toContain('role:administrator')
  expect((await audited(small, 'provider_refused')).at(-1)).toMatch(/^Compte communal: /)
  own.stop()
})

test('an administrator tries a provider that is off: sees what it says and would give, and nothing is done', async () => {
  await gives(toWorks(works))
  await authority.asSystem(() => standAs(given.id, 'off'))
  expect((await authority.visitor().get(`/sign-in/with/${given.id}`)).status).toBe(404)
  const browser = given.newBrowser()
  const out = await administrator.visitor.get(`/providers/${given.id}/try`)
  const back = await browser.choose(out.headers.get('location') ?? '', said.sub)
  const tried = await administrator.visitor.get(back)
  expect(tried.status).toBe(200)
  for (const words of ['Personne n’est entré', 'Alix Terval', 'Commencerait aujourd’hui', 'works'])
    expect(tried.text).toContain(words)
  expect(await bears()).not.toContain(head())
  expect(await audited(authority, 'provider_tried')).toEqual(['Compte communal'])
  // What came back is of the administrator who tried, and of nobody else.
  const again = await administrator.visitor.get(`/providers/${given.id}/try`)
  const stolen = await browser.choose(again.headers.get('location') ?? '', said.sub)
  expect((await jeanne.visitor.get(stolen)).status).toBe(422)
  await authority.asSystem(() => standAs(given.id, 'on'))
  expect((await comesIn()).status).toBe(303)
  expect(await bears()).toContain(head())
  await forgetRules()
})
