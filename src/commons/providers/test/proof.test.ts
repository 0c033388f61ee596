import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#kernel/db'
import type { Answered } from '#kernel/testing'
import { closeOutgoing, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { audited, type GivenProvider, givenProvider, known } from './given-provider.ts'

let authority: TestAuthority
let given: GivenProvider
let administrator: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  administrator = await authority.person({ roles: ['administrator', 'agent'] })
  const other = await authority.person({ roles: ['agent'] })
  given = await givenProvider(authority, [
    { sub: 'administrator', name: 'Administratrice' },
    { sub: 'other', name: 'Une autre' },
  ])
  await known(authority, administrator.id, given.issuer, 'administrator')
  await known(authority, other.id, given.issuer, 'other')
})

beforeEach(() =>
  authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
      .execute(),
  ),
)

afterAll(() => {
  given.stop()
  closeOutgoing()
})

const hours = '10'
const decision = {
  ...{ 'identity.session_hours': hours, 'identity.idle_minutes': '100' },
  ...{ 'identity.second_needed': 'nobody', version: '' },
}
const decided = () =>
  authority.asSystem(() =>
    db().selectFrom('commons.setting').select('given').where('given', '=', hours).execute(),
  )

/** The hidden fields of a form. */
const hidden = ({ text }: Answered): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

/** Asks for something dangerous, and goes to the provider to prove who one is; gives where one comes back. */
async function goesToProve(as: string): Promise<string> {
  const asked = await administrator.visitor.post('/settings/identity', decision)
  expect([asked.status, asked.text]).toEqual([
    422,
    expect.stringContaining('Confirmer avec Compte communal'),
  ])
  const way = `/proof/with/${given.id}`
  expect(asked.text).toContain(`formaction="${way}"`)
  const onwards = await administrator.visitor.post(way, hidden(asked))
  const [, href = ''] = /^0;url=(.*)$/.exec(onwards.headers.get('refresh') ?? '') ?? []
  expect(new URL(href).searchParams.get('prompt')).toBe('login')
  return given.newBrowser().choose(href, as)
}

test('who proves at the provider who they are does what they were about to do, by one button', async () => {
  const back = await goesToProve('administrator')
  const before = authority.bearing(administrator)
  const proven = await administrator.visitor.get(back)
  expect([proven.status, proven.text]).toEqual([
    200,
    expect.stringContaining('Vous avez confirmé que c’est vous'),
  ])
  expect(await decided()).toEqual([])
  const done = await administrator.visitor.post('/settings/identity', hidden(proven))
  expect(done.status).toBe(303)
  expect(await decided()).toHaveLength(1)
  expect(await audited(authority, 'proof')).toHaveLength(1)
  // The session has another token from then on.
  expect((await before.visitor.get('/inbox')).status).toBe(303)
  // What came back is taken once.
  expect((await administrator.visitor.get(back)).status).toBe(422)
})

test('who proves there to be somebody else has proven nothing', async () => {
  administrator = await authority.signIn(administrator.id)
  await authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
      .execute(),
  )
  const refused = await administrator.visitor.get(await goesToProve('other'))
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('ne dit pas que vous venez de prouver'),
  ])
  expect((await administrator.visitor.post('/settings/identity', decision)).status).toBe(422)
  expect((await audited(authority, 'provider_refused')).at(-1)).toContain('not_fresh')
})
