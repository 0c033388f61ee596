import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { afterKey, type Order, orderKey, type Page, pageOf, readAfter } from '#commons/dossiers'
import { goneBy, type Held, type OfficeKind, todayHere } from '#commons/directory'
import { db } from '#kernel/db'
import { type ComesIn, comesIn } from './coming-in.ts'
import { known, type KnownPerson, type PersonState, stateNow } from './person.ts'

/** What a person holds, as a list tells it. */
export interface Holding {
  kind: OfficeKind
  what: string
  service_id: string | null
  held: Held
}

/** A row of the list of people. */
export interface ListedPerson extends KnownPerson {
  /** What they hold on the day that is asked for. */
  holds: Holding[]
  comes_in: ComesIn
  order_key: string | null
}

export interface AskedPeople {
  q?: string | undefined
  service?: string | undefined
  role?: string | undefined
  state?: PersonState | undefined
  /** How they come in. */
  access?: ComesIn | undefined
  /** Who was who on that day; today unless told. */
  on?: Temporal.PlainDate | undefined
}

const french = (column: string) => sql`${sql.ref(column)} collate kernel.french_order`
const byName = sql`(d.last_name || ' ' || d.first_name) collate kernel.french_order`

/** What the list is ordered by. */
export const orders = {
  name: { name: 'name', by: byName, filled: true },
  '-name': { name: '-name', by: byName, filled: true, down: true },
  email: { name: 'email', by: sql`nullif(d.email, '') collate kernel.french_order` },
  '-email': {
    name: '-email',
    by: sql`nullif(d.email, '') collate kernel.french_order`,
    down: true,
  },
  login: { name: 'login', by: french('a.login') },
  '-login': { name: '-login', by: french('a.login'), down: true },
} as const satisfies Record<string, Order>
export type PeopleOrder = keyof typeof orders

const held = (day: Temporal.PlainDate) => sql`(
  select g.person_id, 'role' as kind, g.role as what, null::uuid as service_id, g.held, g.valid_from, g.valid_to
  from commons.role_grant g
  union all select m.person_id, 'function', m.function, m.service_id, m.held, m.valid_from, m.valid_to
  from commons.membership m
  union all select e.person_id, 'mandate', e.title, null, e.held, e.valid_from, e.valid_to from commons.mandate e
) h where h.person_id = d.id and daterange(h.valid_from, h.valid_to) @> ${day}::date`

/** The conditions of what is asked, and the day that it is asked of. */
export function narrowed({ q = '', service, role, state, access, on }: AskedPeople) {
  const day = on ?? todayHere()
  const plain = (text: unknown) => sql`kernel.unaccent(lower(${text}))`
  const words = q.split(/\s+/).filter(Boolean)
  const text = sql`d.first_name || ' ' || d.last_name || ' ' || d.email || ' ' || d.external_id || ' ' || coalesce(a.login, '')`
  const where: RawBuilder<SqlBool>[] = words.map(
    (word) => sql<SqlBool>`strpos(${plain(text)}, ${plain(word)}) > 0`,
  )
  if (service)
    where.push(sql`exists (select from ${held(day)} and h.service_id = ${service}::uuid)`)
  if (role)
    where.push(sql`exists (select from ${held(day)} and h.kind = 'role' and h.what = ${role})`)
  if (state) where.push(sql`${stateNow()} = ${state}`)
  // Who left is told where one asks for it, or for a day.
  else if (!on) where.push(sql<SqlBool>`not ${goneBy(day, 'd')}`)
  if (access) where.push(sql`${comesIn()} = ${access}`)
  return { day, where }
}

/** A page of the people, or as many as told. */
export async function listPeople(
  asked: AskedPeople,
  {
    sort = 'name',
    after,
    most,
  }: { sort?: PeopleOrder; after?: string | undefined; most?: number } = {},
): Promise<Page<ListedPerson>> {
  const { day, where } = narrowed(asked)
  const order = orders[sort]
  const query = known()
    .select(
      sql<Holding[]>`(select coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'what', h.what,
        'service_id', h.service_id, 'held', h.held) order by h.kind, h.what), '[]') from ${held(day)})`.as(
        'holds',
      ),
    )
    .select(comesIn().as('comes_in'))
    .select(orderKey(order))
    .where((e) => e.and(where))
    .$call(afterKey(order, after, most))
  return pageOf(order, await readAfter(after, () => query.execute()), most)
}

/** How many they are. */
export async function countPeople(asked: AskedPeople): Promise<number> {
  const { where } = narrowed(asked)
  const { count } = await db()
    .selectFrom(
      known()
        .where((e) => e.and(where))
        .as('k'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
