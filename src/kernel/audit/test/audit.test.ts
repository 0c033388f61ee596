import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { forgetAudit } from '#kernel/audit-chain'
import { audit, currentAddress, fromAddress } from '../index.ts'
import { db } from '#kernel/db'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

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

test('a line is forgotten after its time, and another says how many were; nobody forgets the last half year', async () => {
  const town = await givenAuthority()
  const other = await givenAuthority()
  for (const one of [town, other])
    await one.asSystem(async () => {
      for (const days of [800, 740, 200, 0])
        await sql`insert into kernel.audit (action, actor_name, at)
          values ('download', ${`${days} days`}, now() - ${days} * interval '1 day')`.execute(db())
    })
  const left = (of: TestAuthority) =>
    of.asSystem(() =>
      db()
        .selectFrom('kernel.audit')
        .select(['action', 'actor_name', 'subject'])
        .orderBy('at')
        .execute(),
    )
  const ago = (days: number) => Temporal.Now.instant().subtract({ hours: 24 * days })
  expect(await town.asSystem(() => forgetAudit(ago(730)))).toBe(2)
  const kept = (await left(town)).map(({ action, actor_name }) => [action, actor_name])
  expect(kept).toEqual([
    ['download', '200 days'],
    ['download', '0 days'],
    ['forgotten', 'Beffroi'],
  ])
  expect((await left(town)).at(-1)?.subject).toMatch(/^2 lines up to \d{4}-/)
  expect(await left(other)).toHaveLength(4)
  // Whoever holds the application cannot wipe out what they did.
  expect(await town.asSystem(() => forgetAudit(ago(-1)))).toBe(1)
  expect((await left(town)).map(({ actor_name }) => actor_name)).toContain('0 days')
  await expect(town.asSystem(() => sql`delete from kernel.audit`.execute(db()))).rejects.toThrow(
    'permission denied',
  )
})
