import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Invalid } from '#kernel/errors'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { db } from '#kernel/db'
import { afterKey, create, lastChanged, type Order, orderKey, pageOf } from '../index.ts'
import { errands, prepareErrands, removeErrands } from './errand.ts'

let authority: TestAuthority

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  await authority.asSystem(async () => {
    for (let made = 0; made < 101; made++)
      await create(errands, { title: `Course ${made % 9}`, state: 'open' }, {})
    // Most were changed in the same instant, some a microsecond before or after; a third has no date.
    await sql`update commons.dossier set
      changed_at = timestamptz '2026-06-25 20:00:00.123456+02'
        + (title like '%7')::int * interval '1 microsecond'
        - (title like '%3')::int * interval '1 microsecond',
      due_on = case when hashtext(id::text) % 3 = 0 then null
        else date '2026-06-01' + abs(hashtext(id::text)) % 7 end`.execute(db())
  })
})

afterAll(removeErrands)

const pageAfter = (after = '', order: Order = lastChanged, size?: number) =>
  authority.asSystem(async () =>
    pageOf(
      order,
      await db()
        .selectFrom('commons.dossier as d')
        .where('d.kind', '=', errands.name)
        .select(['d.id', orderKey(order)])
        .$call(afterKey(order, after, size))
        .execute(),
      size,
    ),
  )

const inOneGo = (by: string) =>
  authority.asSystem(async () => {
    const { rows } = await sql<{ id: string }>`
      select id from commons.dossier d where kind = ${errands.name} order by ${sql.raw(by)}`.execute(
      db(),
    )
    return rows.map(({ id }) => id)
  })

async function walked(order: Order, size?: number): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const page = await pageAfter(after, order, size)
    ids.push(...page.items.map(({ id }) => id))
    after = page.next
  }
  return ids
}

/** What lists are ordered by, with gaps and with rows that are worth the same. */
const orders = {
  instants: [sql`d.changed_at`, 'd.changed_at'],
  days: [sql`d.due_on`, 'd.due_on'],
  words: [sql`d.title collate kernel.french_order`, 'd.title collate kernel.french_order'],
  numbers: [sql`extract(day from d.due_on)`, 'extract(day from d.due_on)'],
  amounts: [
    sql`nullif(hashtext(d.id::text) % 5, 0)::bigint`,
    'nullif(hashtext(d.id::text) % 5, 0)::bigint',
  ],
  truths: [sql`d.due_on < date '2026-06-04'`, "d.due_on < date '2026-06-04'"],
} as const

test.each(Object.entries(orders))(
  'pages in an order of %s give each row once, in that order, what is worth nothing last',
  async (name, [by, text]) => {
    const sizes = fc.integer({ min: 1, max: 120 })
    const ways = fc.boolean()
    await fc.assert(
      fc.asyncProperty(sizes, ways, async (size, down) => {
        const way = down ? 'desc' : 'asc'
        const expected = await inOneGo(`${text} ${way} nulls last, d.id ${way}`)
        expect(await walked({ name, by, down }, Math.max(size, 10))).toEqual(expected)
      }),
      { numRuns: 4 },
    )
  },
)

test('pages hold fifty rows, the last changed first', async () => {
  const first = await pageAfter()
  const second = await pageAfter(first.next ?? '')
  const third = await pageAfter(second.next ?? '')
  expect([first, second, third].map(({ items }) => items.length)).toEqual([50, 50, 1])
  expect(third.next).toBeNull()
  expect(await walked(lastChanged)).toEqual(await inOneGo('changed_at desc, id desc'))
})

test('a key that is none of ours, or of another order, is refused', async () => {
  const { items, next } = await pageAfter()
  const id = crypto.randomUUID()
  const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
  expect((await pageAfter('')).items).toEqual(items)
  for (const key of [
    'x',
    made(['-changed_at', 1, id]),
    made(['-changed_at', null, "'; drop"]),
    made(null),
  ])
    await expect(pageAfter(key), key).rejects.toThrow(Invalid)
  const byTitle = { name: 'title', by: sql`d.title` }
  await expect(pageAfter(next ?? '', byTitle)).rejects.toThrow(Invalid)
})
