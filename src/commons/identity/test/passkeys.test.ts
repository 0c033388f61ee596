import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Visitor } from '#kernel/testing'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { authenticator, type Twisted } from './authenticator.ts'

let authority: TestAuthority
let somebody: TestPerson
let device: ReturnType<typeof authenticator>

const challengeAt = async (visitor: Visitor, path: string) =>
  (await visitor.post(path)).json<{ challenge: string }>().challenge

beforeEach(async () => {
  authority = await givenAuthority()
  somebody = await authority.person({ account: { login: `k-${randomUUID()}` } })
  device = authenticator(authority.host)
})

async function makes(twisted: Twisted = {}): Promise<number> {
  const { visitor } = somebody
  const challenge = await challengeAt(visitor, '/security/passkeys/options')
  const passkey = device.make(challenge, twisted)
  return (await visitor.post('/security/passkeys', { passkey, name: 'Portable' })).status
}

/** Whether somebody comes in by what the device answers. */
async function comesIn(twisted: Twisted = {}): Promise<boolean> {
  const visitor = authority.visitor()
  const challenge = await challengeAt(visitor, '/sign-in/passkey/options')
  await visitor.post('/sign-in/passkey', { passkey: device.use(challenge, twisted), next: '/' })
  return (await visitor.get('/security')).status === 200
}

test('A device makes a key and lets in by it, as often as it is asked', async () => {
  expect(await makes()).toBe(303)
  expect([await comesIn(), await comesIn()]).toEqual([true, true])
})

test.each<[string, Twisted]>([
  ['at another origin', { origin: 'https://evil.example' }],
  ['at another scheme of the same host', { origin: 'ftp://localhost' }],
  ['for another relying party', { rpId: 'evil.example' }],
  ['for another challenge', { challenge: 'bm90IGFza2Vk' }],
  ['without having recognised its person', { verified: false }],
])('What it signs %s lets nobody in, and makes no key', async (_, twisted) => {
  expect(await makes(twisted)).toBe(422)
  expect(await makes()).toBe(303)
  expect(await comesIn(twisted)).toBe(false)
  expect(await comesIn()).toBe(true)
})

test('A copy, which was used less often than the key that we know, lets nobody in', async () => {
  await makes({ counter: 7 })
  expect(await comesIn({ counter: 9 })).toBe(true)
  expect(await comesIn({ counter: 8 })).toBe(false)
  expect(await comesIn({ counter: 9 })).toBe(false)
  expect(await comesIn({ counter: 10 })).toBe(true)
})

test('A key lets in at the authority where it was made, and what was answered once is not taken again', async () => {
  await makes()
  const visitor = authority.visitor()
  const challenge = await challengeAt(visitor, '/sign-in/passkey/options')
  const passkey = device.use(challenge)
  await visitor.post('/sign-in/passkey', { passkey, next: '/' })
  expect((await visitor.get('/security')).status).toBe(200)
  const again = authority.visitor()
  await again.post('/sign-in/passkey', { passkey, next: '/' })
  expect((await again.get('/security')).status).toBe(303)
  const elsewhere = (await givenAuthority()).visitor()
  const other = await challengeAt(elsewhere, '/sign-in/passkey/options')
  await elsewhere.post('/sign-in/passkey', {
    passkey: device.use(other, { origin: `http://${elsewhere.host}`, rpId: elsewhere.host }),
    next: '/',
  })
  expect((await elsewhere.get('/security')).status).toBe(303)
})
