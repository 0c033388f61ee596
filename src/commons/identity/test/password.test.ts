import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { fromAddress } from '#kernel/audit'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { mailServer, useOpenLetterbox } from '#kernel/mail'
import { keepEmail } from '#commons/directory'
import { sendPasswordLink } from '#kernel/auth'

const old = 'test password'
/** Fifteen signs, each of two units. */
const fifteen = '🦆🌵🏠🚲🌳🎻🥖🐝🧭🪑📚🔔🧀🚪🌙'
const good = 'trois canards sous la pluie'
let authority: TestAuthority
let somebody: TestPerson
let login: string

beforeAll(async () => {
  authority = await givenAuthority()
  // What is written is read here, as in a demonstration.
  useOpenLetterbox([authority.tenant.slug])
})
afterAll(() => useOpenLetterbox([]))

beforeEach(async () => {
  login = `p-${randomUUID()}`
  somebody = await authority.person({
    ...{ firstName: 'Perrine', lastName: 'Kessart', roles: ['agent'] },
    account: { login, password: old },
  })
})

const enters = async (password: string, name = login) =>
  (await authority.visitor().api('POST', '/session', { login: name, password })).status === 201

const change = (password: string, told: Record<string, string> = {}) =>
  somebody.visitor.post('/security/password', {
    ...{ old_password: old, password, password_again: password },
    ...told,
  })

const link = (kind: 'invitation' | 'reset') =>
  authority.asSystem(() => sendPasswordLink(somebody.id, kind))
const pathOf = ({ href }: { href: string }) => new URL(href).pathname
const choose = (path: string, password = good) =>
  authority.visitor().post(path, { password, password_again: password })

/** The last messages to an address, as the house wrote them. */
const messages = (address: string) =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.mail')
      .select(['subject', 'body'])
      .where('to_address', '=', address)
      .orderBy('id')
      .execute(),
  )

const lines = (
  action: 'password_changed' | 'password_refused' | 'password_set' | 'password_link',
) =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select(['subject', 'actor_id'])
      .where('action', '=', action)
      .where('subject', 'like', `%${login}`)
      .execute(),
  )

describe('a new password', () => {
  test('has fifteen signs or more, of any kind, and nothing that everybody knows of its person', async () => {
    const refused = {
      'quatorze signe': 'il en faut au moins 15',
      ['x'.repeat(257)]: 'Plus de 256 caractères',
      'kessart aime la pluie': '« kessart »',
      motdepasse123456: 'ceux que l’on devine d’abord',
      azertyuiopqsdfghjk: 'ceux que l’on devine d’abord',
      'Password2024!!!!': 'ceux que l’on devine d’abord',
      [`avec ${login} dedans`]: 'que connaît quiconque veut le deviner',
      [`vive ${authority.tenant.shortName} toujours`]: 'que connaît quiconque veut le deviner',
    }
    for (const [password, said] of Object.entries(refused)) {
      const { status, text } = await change(password)
      expect(status, password).toBe(422)
      expect(text.replaceAll('\u00A0', ' '), password).toContain(said)
    }
    expect((await change(fifteen)).status).toBe(303)
    expect(await enters(fifteen)).toBe(true)
  })

  test('is the same however its accents are typed', async () => {
    expect((await change('Ça été l’été dernier'.normalize('NFD'))).status).toBe(303)
    expect(await enters('Ça été l’été dernier'.normalize('NFC'))).toBe(true)
  })

  test('is typed twice', async () => {
    const { text } = await change(good, { password_again: 'deux canards sous la pluie' })
    expect(text).toContain('Les deux diffèrent')
    expect(await enters(old)).toBe(true)
  })
})

describe('changing a password', () => {
  test('asks for the old one, ends every other session, and gives this one another token', async () => {
    const elsewhere = await authority.signIn(somebody.id)
    expect((await change(good)).status).toBe(303)
    expect((await somebody.visitor.get('/inbox')).status).toBe(200)
    expect((await elsewhere.visitor.get('/inbox')).status).toBe(303)
    const before = authority.bearing(somebody)
    expect((await before.visitor.get('/inbox')).status).toBe(303)
    expect(await enters(old)).toBe(false)
    expect(await enters(good)).toBe(true)
    expect(await lines('password_changed')).toEqual([{ subject: login, actor_id: somebody.id }])
  })

  test('with a wrong old one is refused, counted also where many try at once, and told in the audit', async () => {
    const tries = Array.from({ length: 12 }, (_, one) =>
      change(good, { old_password: `a guess, number ${one}` }),
    )
    const answers = await Promise.all(tries)
    expect(
      answers.filter(({ text }) => text.includes('n’est pas votre mot de passe')),
    ).toHaveLength(5)
    expect(answers.filter(({ text }) => text.includes('Trop d’essais'))).toHaveLength(7)
    expect((await change(good)).text).toContain('Trop d’essais')
    expect(await lines('password_refused')).toHaveLength(5)
  })
})

describe('a link', () => {
  test('gives its person a password, once, and ends all that was signed in', async () => {
    const path = pathOf(await link('reset'))
    expect((await authority.visitor().get(path)).text).toContain(login)
    expect((await choose(path, 'too short')).status).toBe(422)
    const both = await Promise.all([choose(path), choose(path, 'deux canards sous la pluie')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 404])
    expect((await somebody.visitor.get('/inbox')).status).toBe(303)
    expect((await choose(path)).status).toBe(404)
    expect(await lines('password_set')).toEqual([
      { subject: `reset ${login}`, actor_id: somebody.id },
    ])
  })

  test('is kept by its hash, and ends after half an hour, an invitation after seven days', async () => {
    const made = { reset: await link('reset'), invitation: await link('invitation') }
    const minutes = Object.values(made).map(({ expiresAt }) =>
      Math.round(expiresAt.since(Temporal.Now.instant()).total('minutes')),
    )
    expect(minutes).toEqual([30, 7 * 24 * 60])
    // The second took the place of the first.
    expect((await choose(pathOf(made.reset))).status).toBe(404)
    await authority.asSystem(() =>
      db()
        .updateTable('kernel.password_link')
        .set({ expires_at: Temporal.Now.instant().subtract({ seconds: 1 }) })
        .where('account_id', '=', somebody.id)
        .execute(),
    )
    expect((await choose(pathOf(made.invitation))).status).toBe(404)
  })

  test('is written to whoever has an address, who alone reads it, and told otherwise where there is none', async () => {
    expect((await link('invitation')).sentTo).toBeNull()
    const address = `${login}@example.org`
    await authority.asSystem(() => keepEmail(somebody.id, address))
    const { href, sentTo } = await link('invitation')
    expect(sentTo).toBe(address)
    const [letter] = await messages(address)
    expect(letter?.body).toContain(href)
    const secret = await authority.asSystem(() =>
      db().selectFrom('kernel.mail').select('secret').where('to_address', '=', address).execute(),
    )
    expect(secret).toEqual([{ secret: true }])
    expect(mailServer()).toBeNull()
  })

  test('lets in whoever was invited and had no password yet, and nobody before', async () => {
    login = `p-${randomUUID()}`
    somebody = await authority.person({ roles: ['agent'], account: { login } })
    for (const guess of ['', 'nobody signs in with this', 'null'])
      expect(await enters(guess)).toBe(false)
    await choose(pathOf(await link('invitation')))
    expect(await enters(good)).toBe(true)
  })

  test('is not made for whom nobody knows, nor good at another authority', async () => {
    await expect(authority.asSystem(() => sendPasswordLink(randomUUID(), 'reset'))).rejects.toThrow(
      NotFound,
    )
    const path = pathOf(await link('reset'))
    const elsewhere = await givenAuthority()
    expect((await elsewhere.visitor().get(path)).status).toBe(404)
  })
})

describe('a forgotten password', () => {
  const ask = (named: string, address = randomUUID()) =>
    fromAddress(address, () => authority.visitor().post('/sign-in/forgotten', { named }))

  test('is answered the same whoever is named, and only the right person is written to', async () => {
    const address = `${login}@example.org`
    await authority.asSystem(() => keepEmail(somebody.id, address))
    const answers = []
    for (const named of [login.toUpperCase(), address, 'nobody', 'nobody@example.org'])
      answers.push(
        JSON.stringify(
          await ask(named).then(({ status, headers }) => [status, headers.get('location')]),
        ),
      )
    expect(new Set(answers)).toEqual(new Set(['[303,"/sign-in/forgotten?asked=yes"]']))
    const said = await authority.visitor().get('/sign-in/forgotten?asked=yes')
    expect(said.text).toContain('Votre demande est prise')
    await authority.drain()
    const letters = await messages(address)
    expect(letters).toHaveLength(2)
    const [, href = ''] = /(http\S+)/.exec(letters[0]?.body ?? '') ?? []
    expect(href).toMatch(new RegExp(`^http://${authority.host}/sign-in/link/[\\w-]{43}$`))
    expect((await choose(new URL(href).pathname)).status).toBe(303)
    expect(await enters(good)).toBe(true)
    // The other link went with it.
    const [, other = ''] = /(http\S+)/.exec(letters[1]?.body ?? '') ?? []
    expect((await choose(new URL(other).pathname)).status).toBe(404)
  })

  test('leads to the house, whatever port who asks had said (M21)', async () => {
    const address = `${login}@example.org`
    await authority.asSystem(() => keepEmail(somebody.id, address))
    const { app } = await ground()
    const origin = `http://${authority.host}:6666`
    const answer = await app.request(`${origin}/sign-in/forgotten`, {
      method: 'POST',
      body: new URLSearchParams({ named: login }),
      headers: { host: `${authority.host}:6666`, origin },
    })
    expect(answer.status).toBe(303)
    await authority.drain()
    const [letter] = await messages(address)
    expect(letter?.body).toContain(`http://${authority.host}/sign-in/link/`)
  })

  test('fills nobody’s letterbox, and takes no link from whoever has one', async () => {
    const address = `${login}@example.org`
    await authority.asSystem(() => keepEmail(somebody.id, address))
    const first = pathOf(await link('invitation'))
    for (const named of [login, address, login, address]) await ask(named)
    await ask(login)
    await authority.drain()
    expect(await messages(address)).toHaveLength(1 + 3)
    expect((await authority.visitor().get(first)).status).toBe(200)
  })

  test('asked for often from one address has to wait', async () => {
    const statuses = []
    for (let time = 0; time < 5; time++) statuses.push((await ask(`${login}x`)).status)
    expect(statuses).toEqual([303, 303, 303, 429, 429])
  })
})
