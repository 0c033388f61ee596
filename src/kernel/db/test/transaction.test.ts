import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { audit } from '#kernel/audit'
import { currentTenantId, type Database, db, type TenantId, transaction } from '../index.ts'

let database: Database
let authority: TestAuthority

beforeAll(async () => {
  ;({ database } = await ground())
  authority = await givenAuthority()
})

const lines = () =>
  authority.asSystem(() => db().selectFrom('kernel.audit').select('subject').execute())

describe('a transaction', () => {
  test('is undone as a whole when the work throws, and the connection serves on', async () => {
    const before = await lines()
    for (let time = 0; time < 8; time++)
      await expect(
        authority.asSystem(async () => {
          await audit('import', 'lost')
          throw new Error('stop')
        }),
      ).rejects.toThrow('stop')
    expect(await lines()).toEqual(before)
  })

  test('is for one authority, and does not leak it to who gets the connection next', async () => {
    await authority.asSystem(async () => expect(currentTenantId()).toBe(authority.tenant.id))
    const { rows } = await database.pool.query(`select current_setting('app.tenant', true) as id`)
    expect(rows[0].id ?? '').toBe('')
  })

  test('takes nothing for an authority but an id', async () => {
    for (const id of ['', `'; drop table kernel.audit; --`, 'abc', `${authority.tenant.id}'`])
      // What the compiler refuses is tried on purpose.
      await expect(transaction(database, id as TenantId, () => lines())).rejects.toThrow(
        'A tenant id is a UUID',
      )
  })

  test('is open or there is none: the builder is reached inside only', () => {
    expect(() => db()).toThrow('No transaction is open')
    expect(() => currentTenantId()).toThrow('No transaction is open')
  })
})

test('dates, instants and counts come as what they are', async () => {
  const { rows } = await authority.asSystem(() =>
    sql`select date '2026-06-25' as day, timestamptz '2026-06-25 20:00+02' as at, count(*) as n`.execute(
      db(),
    ),
  )
  expect(rows).toEqual([
    {
      day: Temporal.PlainDate.from('2026-06-25'),
      at: Temporal.Instant.from('2026-06-25T18:00:00Z'),
      n: 1,
    },
  ])
})

test('dates and instants go as what they are', async () => {
  const day = Temporal.PlainDate.from('2026-06-25')
  const at = Temporal.Instant.from('2026-06-25T18:00:00.123456Z')
  const { rows } = await authority.asSystem(() =>
    sql`select ${day}::date as day, ${at}::timestamptz as at`.execute(db()),
  )
  expect(rows).toEqual([{ day, at }])
})
