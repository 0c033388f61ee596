import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { db } from '#kernel/db'
import { afterKey, changedKey, create, pageOf } from '../index.ts'
import { errands, prepareErrands, removeErrands } from './errand.ts'

let authority: TestAuthority
let latestFirst: string[]

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  latestFirst = await authority.asSystem(async () => {
    for (let made = 0; made < 101; made++)
      await create(errands, { title: `Course ${made}`, state: 'open' }, {})
    // Most were changed in the same instant, some a microsecond before or after.
    await sql`update commons.dossier set changed_at = timestamptz '2026-06-25 20:00:00.123456+02'
      + (title like '%7')::int * interval '1 microsecond'
      - (title like '%3')::int * interval '1 microsecond'`.execute(db())
    const { rows } = await sql<{ id: string }>`
      select id from commons.dossier order by changed_at desc, id desc`.execute(db())
    return rows.map(({ id }) => id)
  })
})

afterAll(removeErrands)

const pageAfter = (after?: string) =>
  authority.asSystem(async () =>
    pageOf(
      await db()
        .selectFrom('commons.dossier as d')
        .select(['d.id', changedKey])
        .$call(afterKey(after))
        .execute(),
    ),
  )

test('pages follow one another by key, each row once, the last changed first', async () => {
  const first = await pageAfter()
  const second = await pageAfter(first.next ?? '')
  const third = await pageAfter(second.next ?? '')
  const sizes = [first, second, third].map(({ items }) => items.length)
  expect(sizes).toEqual([50, 50, 1])
  expect(third.next).toBeNull()
  const shown = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id))
  expect(shown).toEqual(latestFirst)
})

test('a full page that is the last one leads no further', async () => {
  const half = (await pageAfter()).items[0]
  const { next } = await pageAfter(`${half?.changed_key}_${half?.id}`)
  const rest = await pageAfter(next ?? '')
  expect([rest.items.length, rest.next]).toEqual([50, null])
})

test('a key that is none of ours is the first page', async () => {
  const { items } = await pageAfter()
  const id = crypto.randomUUID()
  for (const key of ['', 'x', `2026-13-45 99:00:00+00_${id}`, `'; drop_${id}`, `1_${id}`, '_'])
    expect((await pageAfter(key)).items, key).toEqual(items)
})
