import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { closeOutgoing, givenAuthority, type TestAuthority } from '#test/harness'
import { type Crooked, givenCrooked } from './crooked.ts'
import { audited } from './given-provider.ts'

let authority: TestAuthority
let service: Crooked

beforeAll(async () => {
  authority = await givenAuthority()
  service = await givenCrooked(authority, {
    ...{ name: 'Service public', serves: 'citizens', number_claim: 'egovNRN' },
    acr_values: 'urn:be:fedict:iam:fas:Level400 urn:be:fedict:iam:fas:Level500',
  })
})

afterAll(() => {
  service.stop()
  closeOutgoing()
})

/** The service says this of somebody, and usual things besides. */
const says = (sub: string, more: Record<string, unknown> = {}) => ({
  claims: {
    ...{ sub, given_name: 'Maud', family_name: 'Servais' },
    ...{ acr: 'urn:be:fedict:iam:fas:Level500', ...more },
  },
})

/** All that a sign-in could have left. */
const standing = () =>
  authority.asSystem(async () => ({
    accounts: await db().selectFrom('kernel.account').select('id').orderBy('id').execute(),
    citizens: await db().selectFrom('commons.citizen').select('id').orderBy('id').execute(),
    sessions: await db().selectFrom('kernel.session').select('id').orderBy('id').execute(),
    links: await db().selectFrom('kernel.identity_link').select('id').orderBy('id').execute(),
  }))

const lastCitizen = () =>
  authority.asSystem(() =>
    db()
      .selectFrom('commons.citizen')
      .select(['first_name', 'last_name', 'address', 'assurance', 'number_sealed'])
      .orderBy('opened_at', 'desc')
      .executeTakeFirstOrThrow(),
  )

test.for([
  ['whose check fails', { egovNRN: '85073003329' }],
  ['of a day that no month has', { egovNRN: '85074503328' }],
  ['of too few digits', { egovNRN: 8507300332 }],
  ['that is no number at all', { egovNRN: 'inconnu\u0000' }],
] as const)(
  'a national number %s opens nothing: a sentence, a line of audit',
  async ([, wrong]) => {
    const before = await standing()
    const visitor = authority.visitor()
    const came = await service.comes(visitor, says('odd', wrong))
    expect([came.status, came.text]).toEqual([422, expect.stringContaining('ne peut pas exister')])
    // Not even to be mended is it shown, or written down.
    expect(came.text).not.toContain(String(wrong.egovNRN).slice(0, 7))
    expect((await visitor.get('/me')).status).toBe(303)
    expect(await standing()).toEqual(before)
    expect((await audited(authority, 'provider_refused')).at(-1)).toBe(
      'Service public: citizens.number_wrong',
    )
  },
)

test.for([
  ['lower than was wanted', { acr: 'urn:be:fedict:iam:fas:Level100' }],
  ['that is not said', { acr: undefined }],
  ['that nobody knows', { acr: 'urn:example:best' }],
  ['that is no word', { acr: { level: 500 } }],
] as const)('a level of assurance %s opens nothing', async ([, wrong]) => {
  const before = await standing()
  const came = await service.comes(authority.visitor(), says('unsure', wrong))
  expect(came.status).toBe(422)
  expect(await standing()).toEqual(before)
})

test('without a national number one comes in, and the space says that none is known', async () => {
  const visitor = authority.visitor()
  expect((await service.comes(visitor, says('numberless'))).status).toBe(303)
  expect((await visitor.get('/me')).text).not.toContain('Gardé chiffré')
  expect((await lastCitizen()).number_sealed).toBeNull()
})

test.for([
  [
    'with signs that nobody sees',
    { given_name: 'Zo\u0000\u202Eé\u200B', family_name: ' O’\tBrien\r\nÜnal ' },
    { first_name: 'Zoé', last_name: 'O’ Brien Ünal' },
  ],
  [
    'longer than any',
    { given_name: '𝒜'.repeat(500), family_name: 'É'.repeat(5000) },
    { first_name: 'A'.repeat(100), last_name: 'É'.repeat(100) },
  ],
  [
    'in a list, or a number',
    { given_name: ['Ada', 'Eva'], family_name: 42 },
    { first_name: 'Ada', last_name: '42' },
  ],
  [
    'that are no words',
    { given_name: { a: 1 }, family_name: null, name: '\u0000' },
    { first_name: '', last_name: '—' },
  ],
  [
    'with half a sign',
    { given_name: 'A\uD83D', family_name: '\uDC4DB' },
    { first_name: 'A', last_name: 'B' },
  ],
] as const)('names %s are kept as they read', async ([what, claims, kept]) => {
  const visitor = authority.visitor()
  const came = await service.comes(visitor, says(`named ${what}`, claims))
  expect([came.status, came.headers.get('location')]).toEqual([303, '/me'])
  expect((await visitor.get('/me')).status).toBe(200)
  expect(await lastCitizen()).toMatchObject(kept)
})

test('an address and companies that are none are left out; those with odd signs are kept as they read', async () => {
  await service.comes(
    authority.visitor(),
    says('odd address', { address: 'Rue Haute 1', companies: { enterpriseNumber: 1 } }),
  )
  expect((await lastCitizen()).address).toBe('')
  await service.comes(
    authority.visitor(),
    says('address', {
      address: { formatted: 'Rue\u0000 Haute 1\r\n\r\n5000 Namur\u202E' },
      companies: [{ enterpriseNumber: '0207374618', name: 'Fausse' }],
    }),
  )
  expect((await lastCitizen()).address).toBe('Rue Haute 1, 5000 Namur')
})

test('two people whom the service calls by one address are two; what address it says opens nothing', async () => {
  const agent = await authority.person({ roles: ['agent'], email: 'maud@example.org' })
  const email = { email: ['maud@example.org', 'other@example.org'], email_verified: true }
  const before = (await standing()).citizens.length
  for (const sub of ['one of two', 'other of two']) {
    const visitor = authority.visitor()
    expect((await service.comes(visitor, says(sub, email))).status).toBe(303)
    expect((await visitor.get('/inbox')).status).toBe(403)
  }
  expect((await standing()).citizens.length).toBe(before + 2)
  expect((await agent.visitor.get('/inbox')).status).toBe(200)
})
