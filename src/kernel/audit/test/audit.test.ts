import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { audit, currentAddress, fromAddress, refusalsSince } from '../index.ts'
import { db } from '#kernel/db'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

const anHourAgo = () => Temporal.Now.instant().subtract({ hours: 1 })

test('a line says who, from where, what and on what', async () => {
  const person = await authority.person({ firstName: 'Alix', lastName: 'Terval' })
  await fromAddress('198.51.100.7', () =>
    authority.as(person, () => audit('download', '/annexes/1')),
  )
  const lines = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.audit')
      .select(['action', 'actor_id', 'actor_name', 'address', 'subject'])
      .where('action', '=', 'download')
      .execute(),
  )
  expect(lines).toEqual([
    {
      action: 'download',
      actor_id: person.id,
      actor_name: 'Alix Terval',
      address: '198.51.100.7',
      subject: '/annexes/1',
    },
  ])
})

test('a job has no address', () => {
  expect(currentAddress()).toBeNull()
  expect(fromAddress('198.51.100.7', () => currentAddress())).toBe('198.51.100.7')
})

test('refusals are counted by login or by address, within their time and authority', async () => {
  await fromAddress('203.0.113.9', () =>
    authority.asSystem(async () => {
      await audit('sign_in_refused', 'someone')
      await audit('sign_in_refused', 'other')
      await audit('sign_in', 'someone')
    }),
  )
  const count = (on: TestAuthority, by: Parameters<typeof refusalsSince>[1], since = anHourAgo()) =>
    on.asSystem(() => refusalsSince(since, by))
  expect(await count(authority, { subject: 'someone' })).toBe(1)
  expect(await count(authority, { address: '203.0.113.9' })).toBe(2)
  expect(await count(authority, { address: '203.0.113.10' })).toBe(0)
  const later = Temporal.Now.instant().add({ seconds: 1 })
  expect(await count(authority, { subject: 'someone' }, later)).toBe(0)
  expect(await count(await givenAuthority(), { subject: 'someone' })).toBe(0)
})
