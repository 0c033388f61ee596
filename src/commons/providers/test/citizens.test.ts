import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { unseal } from '#kernel/secrets'
import { linksOf } from '#kernel/single-sign-on'
import { closeOutgoing, givenAuthority, type TestAuthority } from '#test/harness'
import { type Crooked, givenCrooked } from './crooked.ts'
import { audited } from './given-provider.ts'

const number = '85073003328'
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

const says = (sub: string, more: Record<string, unknown> = {}) => ({
  claims: {
    ...{ sub, given_name: 'Maud', family_name: 'Servais', egovNRN: number },
    ...{ acr: 'urn:be:fedict:iam:fas:Level500', ...more },
  },
})

const citizens = () =>
  authority.asSystem(() =>
    db()
      .selectFrom('commons.citizen')
      .select(['id', 'last_name', 'assurance', 'number_sealed'])
      .orderBy('opened_at')
      .execute(),
  )
const sealed = { table: 'commons.citizen', column: 'number_sealed' }

test('whoever the public service knows has a space, and is no agent; how surely they are known is kept', async () => {
  const visitor = authority.visitor()
  const came = await service.comes(visitor, says('maud'))
  expect([came.status, came.headers.get('location')]).toEqual([303, '/me'])
  const space = await visitor.get('/me')
  for (const words of ['Maud Servais', 'Élevé (eIDAS)', 'Gardé chiffré'])
    expect(space.text).toContain(words)
  expect((await visitor.get('/inbox')).status).toBe(403)
  const [maud] = await citizens()
  expect(maud).toMatchObject({ last_name: 'Servais', assurance: 'high' })
  // They come again, by codes this time.
  await service.comes(authority.visitor(), says('maud', { acr: 'urn:be:fedict:iam:fas:Level400' }))
  expect(await citizens()).toMatchObject([{ assurance: 'substantial' }])
})

test('the national number is kept enciphered, and stands nowhere else', async () => {
  const [maud] = await citizens()
  const kept = await authority.asSystem(() =>
    unseal(sealed, maud?.id ?? '', maud?.number_sealed ?? Buffer.of()),
  )
  expect(kept).toBe(number)
  const found = await authority.asSystem(async () => {
    const all = []
    for (const table of [
      'kernel.audit',
      'kernel.event',
      'kernel.account',
      'kernel.session',
      'kernel.identity_link',
      'kernel.identity_request',
      'kernel.way_out',
      'kernel.provider_session',
      'kernel.mail',
      'commons.citizen',
    ]) {
      const { rows } = await sql<{
        line: string
      }>`select to_jsonb(t)::text as line from ${sql.table(table)} t`.execute(db())
      all.push(...rows.filter(({ line }) => line.includes(number)).map(() => table))
    }
    const { rows: hints } =
      await sql`select 1 from kernel.provider_session where id_token is not null`.execute(db())
    return [...all, ...hints]
  })
  expect(found).toEqual([])
})

test('who has the number is the same person, whatever the service calls them now; another number is another person', async () => {
  const before = await citizens()
  await service.comes(authority.visitor(), says('maud-again'))
  expect((await citizens()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const links = await authority.asSystem(() => linksOf(before[0]?.id ?? ''))
  expect(links.map(({ subject }) => subject)).toEqual(['maud-again'])
  const visitor = authority.visitor()
  const other = await service.comes(visitor, says('maud-again', { egovNRN: '17073003384' }))
  expect([other.status, other.text]).toEqual([422, expect.stringContaining('un autre numéro')])
  expect((await visitor.get('/me')).status).toBe(303)
  expect(await citizens()).toHaveLength(1)
  expect((await audited(authority, 'provider_refused')).at(-1)).toBe(
    'Service public: citizens.another_number',
  )
})

test('a service that is wrong makes no account', async () => {
  const before = await citizens()
  for (const wrong of [
    { ...says('thief'), signs: 'unknown key' as const },
    says('thief', { acr: 'urn:be:fedict:iam:fas:Level100' }),
    says('thief', { aud: 'another' }),
  ])
    expect((await service.comes(authority.visitor(), wrong)).status).toBe(422)
  expect(await citizens()).toEqual(before)
})

test('an agent who comes by the public service comes as a citizen, until they come as an agent', async () => {
  const tom = await authority.person({ firstName: 'Tom', lastName: 'Delisse', roles: ['agent'] })
  const out = await tom.visitor.get(`/security/identities/${service.id}`)
  const [, href = ''] = /^0;url=(.*)$/.exec(out.headers.get('refresh') ?? '') ?? []
  expect(href).toContain(service.issuer)
  expect(
    (
      await service.links(
        tom.visitor,
        href,
        says('tom', { egovNRN: '40000095579', given_name: 'Tom' }),
      )
    ).status,
  ).toBe(303)
  expect((await tom.visitor.get('/inbox')).text).toContain('Passer à\u00A0: Citoyen')
  const visitor = authority.visitor()
  await service.comes(visitor, says('tom', { egovNRN: '40000095579', given_name: 'Tom' }))
  expect([(await visitor.get('/me')).status, (await visitor.get('/inbox')).status]).toEqual([
    200, 403,
  ])
  expect((await visitor.post('/hat', { hat: 'agent' })).status).toBe(403)
})

test('a provider of citizens is never the one way of agents, and invites none', async () => {
  const administrator = await authority.person({ roles: ['administrator', 'agent'] })
  const only = await administrator.visitor.post(`/providers/${service.id}/standing`, {
    standing: 'only',
  })
  expect(only.status).toBe(409)
})
