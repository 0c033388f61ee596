import { sql } from 'kysely'
import { db, type Latest, latest } from '#kernel/db'
import type { LinkedVia, Provider } from '#kernel/single-sign-on'
import { administrator, agent } from '#commons/directory'

/** A person whom a provider knows. */
export interface Linked {
  id: string
  account_id: string
  name: string
  login: string
  subject: string
  via: LinkedVia
  since: Temporal.Instant
  used_at: Temporal.Instant | null
}

/** Whom a provider knows, who came last first; all where `most` is null. */
export const linkedTo = (
  { issuer }: Pick<Provider, 'issuer'>,
  most: number | null,
): Promise<Latest<Linked>> =>
  latest(
    db()
      .selectFrom('kernel.identity_link as l')
      .innerJoin('kernel.account as a', (join) =>
        join.onRef('a.tenant_id', '=', 'l.tenant_id').onRef('a.id', '=', 'l.account_id'),
      )
      .where('l.issuer', '=', issuer)
      .select([
        'l.id',
        'l.account_id',
        'a.name',
        'a.login',
        'l.subject',
        'l.via',
        'l.since',
        'l.used_at',
      ])
      .orderBy('l.used_at', (order) => order.desc().nullsLast())
      .orderBy('l.id'),
    most,
  )

/** How many agents a provider does not know: were it the one way in, they could not come. */
export async function notLinked({ issuer }: Pick<Provider, 'issuer'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from kernel.account a
    where a.disabled_at is null and ${agent.principal} = any(a.principals)
      and not ${administrator.principal} = any(a.principals)
      and not exists (select from kernel.identity_link l where l.account_id = a.id and l.issuer = ${issuer})
  `.execute(db())
  return rows[0]?.count ?? 0
}
