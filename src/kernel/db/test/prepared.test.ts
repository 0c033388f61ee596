import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { type Database, db, haveMet } from '../index.ts'
import { renamed } from '../prepared.ts'

let database: Database
let authority: TestAuthority

beforeAll(async () => {
  ;({ database } = await ground())
  authority = await givenAuthority()
  // Tests that ran before in this process had statements kept, up to as many as may be.
  renamed()
})

const kept = async () => {
  const { rows } = await sql<{
    statement: string
  }>`select statement from pg_prepared_statements`.execute(db())
  return rows.map(({ statement }) => statement)
}

test('a statement that is asked often is planned once a connection, and one that was asked once is not kept', async () => {
  await authority.asSystem(async () => {
    for (let time = 0; time < 25; time++) await sql`select ${time}::int as often`.execute(db())
    await sql`select ${1}::int as once`.execute(db())
    const all = await kept()
    expect(all.filter((one) => one.includes('as often'))).toHaveLength(1)
    expect(all.filter((one) => one.includes('as once'))).toHaveLength(0)
  })
})

test('a migration of another process changes what a kept statement gives: it goes well in a new transaction', async () => {
  const change = (text: string) => database.owner.query(text)
  await change('create table kernel.moving (one int); grant select on kernel.moving to beffroi_app')
  try {
    const ask = () => authority.asSystem(() => sql`select * from kernel.moving`.execute(db()))
    for (let time = 0; time < 60; time++) await ask()
    await change('alter table kernel.moving add column two int')
    const failures: unknown[] = []
    for (let time = 0; time < 30; time++) await ask().catch((failure) => failures.push(failure))
    expect(failures.length).toBeLessThanOrEqual(1)
    expect(failures.every(haveMet)).toBe(true)
  } finally {
    await change('drop table kernel.moving')
  }
})
