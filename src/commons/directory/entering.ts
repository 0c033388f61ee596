import { sql } from 'kysely'
import { auditMany } from '#kernel/audit'
import { asRows, db } from '#kernel/db'
import { everyone } from './people.ts'
import { type Period, todayHere } from './period.ts'
import { ensureMayGrant } from './rights.ts'
import { borneBy, type Role } from './role.ts'
import type { Service } from './service.ts'
import type { ServiceFunction } from './tables.ts'

/** Somebody whom a list enters, with what they begin with. */
export interface Entered extends Period {
  identity: {
    civility: string
    first_name: string
    last_name: string
    email: string
    external_id: string
  }
  role: Role | null
  service: Service | null
  function: ServiceFunction
}

/**
 * Enters many people with what they begin with, in three statements; what was asked of each was asked before. Throws
 * `ProofNeeded` where one begins with a role.
 */
export async function enterMany<E extends Entered>(
  fresh: readonly E[],
): Promise<{ id: string; of: E }[]> {
  ensureMayGrant(fresh.flatMap(({ role }) => role ?? []))
  const { rows: ids } = await sql<{ id: string }>`
    select uuidv7() as id from generate_series(1, ${fresh.length})`.execute(db())
  const people = fresh.flatMap((of, at) => {
    const id = ids[at]?.id
    return id ? [{ id, of }] : []
  })
  await sql`
    insert into commons.person (id, civility, first_name, last_name, email, external_id)
    select id, civility, first_name, last_name, email, external_id
    from jsonb_to_recordset(${asRows(people.map(({ id, of }) => ({ id, ...of.identity })))})
      as n (id uuid, civility text, first_name text, last_name text, email text, external_id text)`.execute(
    db(),
  )
  const rows = people.map(
    ({ id, of: { role, service, function: what, valid_from, valid_to } }) => ({
      ...{ id, role: role?.name, service: service?.id, what },
      ...{ valid_from: (valid_from ?? todayHere()).toString(), valid_to: valid_to?.toString() },
    }),
  )
  const given = sql`jsonb_to_recordset(${asRows(rows)})
    as n (id uuid, role text, service uuid, what text, valid_from date, valid_to date)`
  await sql`insert into commons.role_grant (person_id, role, valid_from, valid_to)
    select id, role, valid_from, valid_to from ${given} where role is not null`.execute(db())
  await sql`insert into commons.membership (person_id, service_id, function, valid_from, valid_to)
    select id, service, what, valid_from, valid_to from ${given} where service is not null`.execute(
    db(),
  )
  await auditMany(
    'office_given',
    people.flatMap(({ id, of: { role } }) => (role ? `role ${role.name} ${id}` : [])),
  )
  everyone.forget()
  return people
}

/** What somebody new bears today by what they begin with; the first request of a day reckons the rest. */
export function principalsOfNew({ role, service, function: what, ...period }: Entered): string[] {
  const today = todayHere()
  const { valid_from: from, valid_to: to } = period
  const holds =
    (!from || Temporal.PlainDate.compare(from, today) <= 0) &&
    (!to || Temporal.PlainDate.compare(to, today) > 0)
  if (!holds) return []
  return [
    ...(role ? borneBy(role) : []),
    ...(service ? [`service:${service.id}`, `service:${service.id}:${what}`] : []),
  ]
}
