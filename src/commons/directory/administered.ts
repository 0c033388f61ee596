import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { todayHere } from './period.ts'
import { administrator } from './role.ts'

/**
 * Does what may take an administrator away: a role that ends, an account that lets nobody in, somebody who leaves. Two
 * who do so at once go one after the other. Throws `Conflict` where nobody would administer the authority on some day
 * from today on, though somebody did before.
 */
export async function administered<T>(work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const before = await isAdministered()
  const done = await work()
  ensure(!before || (await isAdministered()), Conflict, 'directory.last_administrator')
  return done
}

/**
 * Whether somebody who can come in administers the authority on each day from today on: an account that has neither
 * password, key nor provider, and no address to which a link goes, lets nobody in.
 */
async function isAdministered(): Promise<boolean> {
  const { rows } = await sql<{ covered: boolean | null }>`
    select range_agg(daterange(g.valid_from, least(g.valid_to, p.leaves_on))) @> daterange(${todayHere()}::date, null)
      as covered
    from commons.role_grant g
    join commons.person p on p.id = g.person_id
    join kernel.account a on a.id = g.person_id and a.disabled_at is null
    where g.role = ${administrator.name} and g.held <> 'delegated'
      and (a.password_hash is not null or p.email <> ''
        or exists (select from kernel.passkey k where k.account_id = a.id)
        or exists (select from kernel.identity_link l where l.account_id = a.id))
      and coalesce(least(g.valid_to, p.leaves_on), 'infinity') > coalesce(g.valid_from, '-infinity')`.execute(
    db(),
  )
  return rows[0]?.covered ?? false
}
