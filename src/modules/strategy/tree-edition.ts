import { sql } from 'kysely'
import { db } from '#kernel/db'
import { seen } from '#commons/dossiers'
import './tables.ts'

/** Which version of which row stands there: no two versions have both in common. */
const versions = (...tables: readonly string[]) =>
  sql`concat(count(*), ':', bit_xor(hashtextextended((${sql.join(
    tables.flatMap((table) => [sql.ref(`${table}.xmin`), sql.ref(`${table}.ctid`)]),
  )})::text, 0)))`

/**
 * Names what the one who acts may read of a plan, as it is now: it is another as soon as anything changes that a tree tells
 * (elements and who may read them, places, amounts, those who answer and their names, the plan itself), whoever changed it,
 * in whatever process. It asks PostgreSQL for the versions of all these rows, and reads none of them. One query.
 */
export async function treeEdition(plan: { id: string }): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    with e as materialized (
      select e.id, (e.xmin, e.ctid, d.xmin, d.ctid, ${seen()})::text as version
      from strategy.element e join commons.dossier d using (tenant_id, id) where e.plan_id = ${plan.id})
    select concat_ws(' ',
      (select concat(count(*), ':', bit_xor(hashtextextended(version, 0))) from e),
      (select ${versions('p')} from strategy.placement p where p.plan_id = ${plan.id}),
      (select ${versions('b')} from commons.budget_line b where b.dossier_id in (select id from e)),
      (select ${versions('r', 's', 'o', 'p')} from strategy.responsibility r
        left join commons.service s on s.tenant_id = r.tenant_id and s.id = r.service_id
        left join commons.service o on o.tenant_id = s.tenant_id and o.id = s.parent_id
        left join commons.person p on p.tenant_id = r.tenant_id and p.id = r.person_id
        where r.element_id in (select id from e)),
      (select ${versions('p', 'd')} from strategy.plan p join commons.dossier d using (tenant_id, id)
        where p.id = ${plan.id})
    ) as edition`.execute(db())
  return rows[0]?.edition ?? ''
}
