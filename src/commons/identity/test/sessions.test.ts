import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { keepEmail } from '#commons/directory'

const password = 'test password'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
let authority: TestAuthority
let somebody: TestPerson
let login: string

beforeAll(async () => {
  authority = await givenAuthority()
})

beforeEach(async () => {
  login = `p-${randomUUID()}`
  somebody = await authority.person({ roles: ['administrator'], account: { login, password } })
})

/** Signs in by the page, in a browser that calls itself so, with what it keeps. */
async function comesIn(agent: string, cookie = '') {
  const { app } = await ground()
  const answer = await app.request(`http://${authority.host}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ login, password, next: '/' }),
    headers: {
      ...{ host: authority.host, origin: `http://${authority.host}` },
      ...{ 'user-agent': agent, cookie },
    },
  })
  expect(answer.status).toBe(303)
  return answer.headers.getSetCookie().map((line) => line.split(';')[0])
}

interface Listed {
  id: string
  device: string
  address: string
  current: boolean
}
const listed = async (who = somebody) =>
  (await who.visitor.api('GET', '/security/sessions')).items<Listed>()

test('a person sees where they are signed in, by device and address, and ends one or all others', async () => {
  await comesIn(firefox)
  const another = await authority.signIn(somebody.id)
  const page = (await somebody.visitor.get('/security')).text
  expect(page).toContain('Firefox sur Windows')
  expect(page).toContain('Adresse local')
  const before = await listed()
  expect(before.filter(({ current }) => current)).toHaveLength(1)
  const [first] = before.filter(({ device }) => device === 'Firefox sur Windows')
  await somebody.visitor.post(`/security/sessions/${first?.id}/end`)
  expect((await listed()).map(({ id }) => id)).not.toContain(first?.id)
  await somebody.visitor.post('/security/sessions/end')
  expect(await listed()).toHaveLength(1)
  expect((await another.visitor.get('/inbox')).status).toBe(303)
})

test('nobody ends the session of another', async () => {
  const other = await authority.person({ roles: ['agent'] })
  const [theirs] = await listed(other)
  const path = `/security/sessions/${theirs?.id}`
  expect((await somebody.visitor.post(`${path}/end`)).status).toBe(404)
  expect((await somebody.visitor.api('DELETE', path)).status).toBe(404)
  expect(await listed(other)).toHaveLength(1)
})

test('the authority decides how long sessions last, between bounds, and those that are open obey', async () => {
  const decide = (minutes: string, hours: string) =>
    somebody.visitor.post('/settings/identity', {
      ...{ 'identity.session_hours': hours, 'identity.idle_minutes': minutes },
      version: '',
    })
  expect((await decide('4', '2')).status).toBe(422)
  expect((await decide('10', '25')).status).toBe(422)
  expect((await decide('10', '2')).status).toBe(303)
  const fresh = await authority.signIn(somebody.id)
  const unused = (minutes: number) =>
    authority.asSystem(() =>
      db()
        .updateTable('kernel.session')
        .set({
          seen_at: Temporal.Now.instant().subtract({ minutes }),
          created_at: Temporal.Now.instant().subtract({ minutes: 119 }),
        })
        .where('account_id', '=', somebody.id)
        .execute(),
    )
  await unused(9)
  expect((await fresh.visitor.get('/inbox')).status).toBe(200)
  const left = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.session')
      .select('expires_at')
      .where('account_id', '=', somebody.id)
      .where('seen_at', '>', Temporal.Now.instant().subtract({ minutes: 1 }))
      .executeTakeFirstOrThrow(),
  )
  expect(left.expires_at.since(Temporal.Now.instant()).total('minutes')).toBeLessThanOrEqual(1)
  await unused(11)
  expect((await fresh.visitor.get('/inbox')).status).toBe(303)
})

test('who comes in by a browser in which they never did is told by e-mail, but for the first', async () => {
  const address = `${login}@example.org`
  await authority.asSystem(() => keepEmail(somebody.id, address))
  const told = () =>
    authority.asSystem(() =>
      db().selectFrom('kernel.mail').select('body').where('to_address', '=', address).execute(),
    )
  const kept = await comesIn(firefox)
  await comesIn(firefox, kept.join('; '))
  expect(await told()).toEqual([])
  await comesIn(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1) AppleWebKit/605.1 Version/26 Safari/604.1',
  )
  const [letter] = await told()
  expect(letter?.body).toContain('Safari sur iPhone, adresse local')
  expect(letter?.body).toContain(`http://${authority.host}/security`)
})
