import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { codeFrom } from './telephone.ts'

const password = 'velours orage tambour 77'
let authority: TestAuthority
let login: string
let token: string
let id: string

beforeEach(async () => {
  authority = await givenAuthority()
  login = `p-${randomUUID()}`
  ;({ id } = await authority.person({ account: { login, password } }))
  token = await opens()
})

const opens = async (given = password) =>
  (await authority.visitor().api('POST', '/session', { login, password: given })).json<{
    token: string
  }>().token

const api = (method: string, path: string, body?: unknown, as = token) =>
  authority.visitor().api(method, `/security${path}`, body, { authorization: `Bearer ${as}` })

const longAgo = () =>
  authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
      .where('account_id', '=', id)
      .execute(),
  )

/** The key of a telephone, as bytes. */
const bytesOf = (secret: string) => {
  const bits = [...secret.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

describe('By the API a person', () => {
  test('proves anew who they are, and goes on under another token', async () => {
    await longAgo()
    const refused = await api('POST', '/telephone/beginning')
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('/api/security/proof')
    expect((await api('POST', '/proof', { password: 'a wrong one' })).status).toBe(403)
    const proven = await api('POST', '/proof', { password })
    const { token: fresh } = proven.json<{ token: string }>()
    expect((await api('GET', '/telephone')).status).toBe(401)
    expect((await api('POST', '/telephone/beginning', undefined, fresh)).status).toBe(200)
  })

  test('changes their password: other sessions end, this one goes on under another token', async () => {
    const other = await opens()
    const fresh = 'girafe métro pendule 21'
    const wrong = await api('POST', '/password', { old_password: 'no', password: fresh })
    expect(wrong.status).toBe(422)
    const short = await api('POST', '/password', { old_password: password, password: 'short' })
    expect(short.status).toBe(422)
    const changed = await api('POST', '/password', { old_password: password, password: fresh })
    const { token: own } = changed.json<{ token: string }>()
    for (const [as, status] of [
      [other, 401],
      [token, 401],
      [own, 200],
    ] as const)
      expect((await api('GET', '/sessions', undefined, as)).status).toBe(status)
    expect(await opens(fresh)).toBeTruthy()
  })

  test('sets up the codes of a telephone, gets others that help without it, and removes them', async () => {
    const { secret } = (await api('POST', '/telephone/beginning')).json<{ secret: string }>()
    const key = bytesOf(secret)
    expect((await api('POST', '/telephone', { one_time_password: '000000' })).status).toBe(422)
    const begun = await api('POST', '/telephone', { one_time_password: codeFrom(key, -1) })
    expect(begun.json<{ recovery_codes: string[] }>().recovery_codes).toHaveLength(10)
    expect((await api('GET', '/telephone')).json()).toEqual({
      ...{ on: true, needed: false, recovery_codes_left: 10 },
    })
    const again = await api('POST', '/telephone', { one_time_password: codeFrom(key) })
    expect(again.status).toBe(409)
    const codes = (await api('POST', '/telephone/codes')).json<{ recovery_codes: string[] }>()
    await longAgo()
    const proof = { password: codes.recovery_codes[0] }
    const { token: fresh } = (await api('POST', '/proof', proof)).json<{ token: string }>()
    expect((await api('DELETE', '/telephone', undefined, fresh)).status).toBe(204)
    expect((await api('GET', '/telephone', undefined, fresh)).json()).toMatchObject({ on: false })
  })

  test('sees their passkeys and ends their other sessions', async () => {
    const other = await opens()
    expect((await api('GET', '/passkeys')).json()).toEqual({ items: [] })
    expect((await api('DELETE', `/passkeys/${randomUUID()}`)).status).toBe(404)
    expect((await api('DELETE', '/sessions')).status).toBe(204)
    expect((await api('GET', '/sessions', undefined, other)).status).toBe(401)
    expect((await api('GET', '/sessions')).json()).toMatchObject({ items: [{ current: true }] })
  })
})

test('What an administrator gives themself, or makes of another, is told to the others; so is it in history', async () => {
  const roles = ['agent', 'administrator'] as const
  const first = await authority.person({ roles })
  const second = await authority.person({ roles })
  const agent = await authority.person({ roles: ['agent'], firstName: 'Nino', lastName: 'Vaux' })
  const give = (to: string, role: string) =>
    first.visitor.api('POST', `/people/${to}/offices`, { kind: 'role', role })
  expect((await give(agent.id, 'secretariat')).status).toBe(201)
  expect((await second.visitor.get('/notices')).text).not.toContain('a reçu')
  expect((await give(first.id, 'secretariat')).status).toBe(201)
  expect((await give(agent.id, 'administrator')).status).toBe(201)
  const told = (await second.visitor.get('/notices')).text
  expect(told.match(/a reçu/g)).toHaveLength(2)
  expect(told).toContain('Nino Vaux a reçu')
  expect((await first.visitor.get('/notices')).text).not.toContain('a reçu')
  const { status } = await first.visitor.api('POST', `/people/${agent.id}/password-link`)
  expect(status).toBe(201)
  expect((await first.visitor.get(`/people/${agent.id}`)).text).toContain(
    'lui a envoyé un lien pour un autre mot de passe',
  )
})

test('The address of another is changed by whoever proved who they are lately', async () => {
  const administrator = await authority.person({ roles: ['agent', 'administrator'] })
  const other = await authority.person({ firstName: 'Nino', lastName: 'Vaux' })
  const rewrite = (email: string) =>
    administrator.visitor.api('PUT', `/people/${other.id}`, {
      ...{ first_name: 'Nino', last_name: 'Vaux', email, login: '' },
    })
  expect((await rewrite('nino@example.org')).status).toBe(200)
  await authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
      .where('account_id', '=', administrator.id)
      .execute(),
  )
  expect((await rewrite('nino@example.org')).status).toBe(200)
  expect((await rewrite('thief@example.org')).status).toBe(403)
})
