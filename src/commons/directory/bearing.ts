import { sql } from 'kysely'
import { lockAccount, setPrincipals } from '#kernel/auth'
import { db } from '#kernel/db'
import { slot } from '#kernel/module'
import { goneBy, holdsOn, todayHere } from './period.ts'
import { borneBy, roles } from './role.ts'

/** What else a person bears today, given by the modules: for example the organs where they sit. */
export const principalSources = slot<(personId: string) => Promise<string[]>>('principals')

/**
 * Reckons anew what a person bears today, after their functions, roles or seats changed or a day began. Their account
 * is locked first, so that of two who do so at once the second reads what the first wrote.
 */
export async function refreshPrincipals(personId: string): Promise<void> {
  if (!(await lockAccount(personId))) return
  const day = todayHere()
  await setPrincipals(
    personId,
    (await isGone(personId, day)) ? [] : await borneOn(personId, day),
    day,
  )
}

async function borneOn(personId: string, day: Temporal.PlainDate): Promise<string[]> {
  const own = await officesBorne(personId, day)
  const others = await Promise.all(principalSources.all().map((source) => source(personId)))
  return [...own, ...others.flat(), ...(await takenOver(personId, day))]
}

/** Who has left by a day bears nothing from it on, whether or not all of it was ended by then. */
async function isGone(personId: string, day: Temporal.PlainDate): Promise<boolean> {
  const gone = await db()
    .selectFrom('commons.person as p')
    .select('p.id')
    .where('p.id', '=', personId)
    .where(goneBy(day, 'p'))
    .executeTakeFirst()
  return gone !== undefined
}

/** What waits for those who left is for the colleague whom they named, and for theirs where that one left too. */
async function takenOver(personId: string, day: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive gone as (
      select p.id from commons.person p where p.heir_id = ${personId} and ${goneBy(day, 'p')}
      union
      select p.id from commons.person p join gone g on p.heir_id = g.id where ${goneBy(day, 'p')}
    )
    select id from gone`.execute(db())
  return rows.map(({ id }) => `user:${id}`)
}

/** What somebody bears by their roles and functions of a day: their own, those they hold for others, those handed on. */
async function officesBorne(personId: string, day: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql<{ role: string | null; service_id: string; function: string }>`
    select g.role, null::uuid as service_id, null as function from commons.role_grant g
    where g.person_id = ${personId} and ${holdsOn(day, 'g')}
      and (g.held <> 'delegated' or exists (select from commons.role_grant o where o.person_id = g.for_id
        and o.role = g.role and o.held <> 'delegated' and ${holdsOn(day, 'o')}))
    union all
    select null, m.service_id, m.function from commons.membership m
    where m.person_id = ${personId} and ${holdsOn(day, 'm')}
      and (m.held <> 'delegated' or exists (select from commons.membership o where o.person_id = m.for_id
        and o.service_id = m.service_id and o.function = m.function and o.held <> 'delegated' and ${holdsOn(day, 'o')}))
  `.execute(db())
  return rows.flatMap(({ role, service_id, function: what }) =>
    role === null ? [`service:${service_id}`, `service:${service_id}:${what}`] : bearing(role),
  )
}

/** What a granted role makes somebody bear, be it of a trade that is off or of an older version. */
function bearing(name: string): string[] {
  const declared = roles.every().find((one) => one.name === name)
  return declared ? borneBy(declared) : [`role:${name}`]
}

/** Who else bears something else from a day between two days on, by what a folder gives by date: seats of organs. */
export const turnings =
  slot<(first: Temporal.PlainDate, last: Temporal.PlainDate) => Promise<string[]>>('turnings')

/**
 * Those whose functions, roles or mandates began or ended in these days, and those to whom theirs are handed on: what
 * they bear is reckoned anew.
 */
export async function changingIn(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<string[]> {
  const turns = (row: string) =>
    sql`(${sql.ref(`${row}.valid_from`)} between ${first} and ${last}
      or ${sql.ref(`${row}.valid_to`)} between ${first} and ${last})`
  const { rows } = await sql<{ id: string }>`
    with turning as (
      select person_id from commons.role_grant g where ${turns('g')}
      union select person_id from commons.membership m where ${turns('m')}
    )
    select person_id as id from turning
    union select person_id from commons.role_grant where held = 'delegated' and for_id in (select person_id from turning)
    union select person_id from commons.membership where held = 'delegated' and for_id in (select person_id from turning)
    union select id from commons.person where leaves_on between ${first} and ${last}
    union select heir_id from commons.person where heir_id is not null and leaves_on between ${first} and ${last}
    order by id`.execute(db())
  const others = []
  for (const turning of turnings.all()) others.push(...(await turning(first, last)))
  return [...new Set([...rows.map(({ id }) => id), ...others])].toSorted()
}
