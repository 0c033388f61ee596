import { type RawBuilder, sql } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { todayHere } from '#commons/directory'
import { conditionOf, parsedFilter } from './filter.ts'
import { enterprise, type Resource, userSchema } from './resource.ts'
import './tables.ts'

/** A person as SCIM tells of them: those who have an account. */
export interface User extends Resource {
  externalId?: string
  userName: string
  name: { givenName: string; familyName: string; formatted: string }
  displayName: string
  emails: { value: string; type: 'work'; primary: true }[]
  active: boolean
  groups: { value: string; display: string }[]
  [enterprise]: { employeeNumber?: string }
}

interface Row {
  id: string
  first_name: string
  last_name: string
  email: string
  number: string
  login: string
  active: boolean
  external_id: string
  groups: { value: string; display: string }[]
  all: number
}

const toldOf = (row: Row): User => ({
  schemas: [userSchema, enterprise],
  id: row.id,
  ...(row.external_id && { externalId: row.external_id }),
  userName: row.login,
  name: {
    ...{ givenName: row.first_name, familyName: row.last_name },
    formatted: `${row.first_name} ${row.last_name}`,
  },
  displayName: `${row.first_name} ${row.last_name}`,
  emails: row.email ? [{ value: row.email, type: 'work', primary: true }] : [],
  active: row.active,
  groups: row.groups,
  [enterprise]: row.number ? { employeeNumber: row.number } : {},
})

async function read(
  where: RawBuilder<boolean>,
  page: { startIndex: number; count: number },
  { removed = false } = {},
): Promise<Row[]> {
  const today = todayHere()
  const { rows } = await sql<Row>`
    select d.id, d.first_name, d.last_name, d.email, d.external_id as number, a.login,
      (a.disabled_at is null and coalesce(d.leaves_on > ${today}::date, true)) as active,
      coalesce(p.external_id, '') as external_id, (count(*) over ())::int as all,
      (select coalesce(jsonb_agg(jsonb_build_object('value', g.value, 'display', g.display) order by g.value), '[]') from (
        select distinct 'service-' || s.id as value, s.name as display from commons.membership m
          join commons.service s on s.id = m.service_id
          where d.left_at is null and m.person_id = d.id and daterange(m.valid_from, m.valid_to) @> ${today}::date
        union select 'role-' || r.role, r.role from commons.role_grant r
          where d.left_at is null and r.person_id = d.id and daterange(r.valid_from, r.valid_to) @> ${today}::date) g) as groups
    from commons.person d
    join kernel.account a on a.id = d.id
    left join commons.provisioned p on p.person_id = d.id
    where d.merged_into is null and (${removed} or p.removed_at is null) and ${where}
    order by d.id offset ${page.startIndex - 1} limit ${page.count}`.execute(db())
  return rows
}

/** One person. Throws `NotFound`: unknown, without an account, or taken away. */
export async function userNamed(id: string): Promise<User> {
  const [found] = isId(id)
    ? await read(sql<boolean>`d.id = ${id}::uuid`, { startIndex: 1, count: 1 })
    : []
  if (!found) throw new NotFound()
  return toldOf(found)
}

/** Those of these who are there. */
export async function activeAmong(ids: readonly string[]): Promise<Set<string>> {
  const page = { startIndex: 1, count: ids.length }
  const rows = await read(sql<boolean>`d.id = any(${ids.filter(isId)}::uuid[])`, page)
  return new Set(rows.flatMap(({ id, active }) => (active ? [id] : [])))
}

/** A person whom somebody took away, by what they are called: the same comes again. */
export async function removedUser(login: string): Promise<User | undefined> {
  const [found] = await read(
    sql<boolean>`p.removed_at is not null and kernel.name_key(a.login) = kernel.name_key(${login})`,
    { startIndex: 1, count: 1 },
    { removed: true },
  )
  return found && toldOf(found)
}

/** A page of those whom a filter finds, and how many they are. Throws `ScimError`. */
export async function users(
  filter: string | undefined,
  { startIndex, count }: { startIndex: number; count: number },
): Promise<{ all: number; resources: User[] }> {
  const where = filter ? conditionOf(parsedFilter(filter)) : sql<boolean>`true`
  const rows = await read(where, { startIndex, count: Math.max(count, 1) })
  const [first] = rows
  const none = first === undefined && startIndex > 1
  const all = none
    ? ((await read(where, { startIndex: 1, count: 1 }))[0]?.all ?? 0)
    : (first?.all ?? 0)
  return { all, resources: count === 0 ? [] : rows.map(toldOf) }
}
