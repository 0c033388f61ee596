import { sql } from 'kysely'
import { db } from '#kernel/db'
import { refreshMany } from '#commons/dossiers'
import { kindAt } from './element.ts'
import type { Level } from './level.ts'
import { planPartner } from './role.ts'

/**
 * Brings up to date who may change and who may see these elements and all below them: editors and
 * heads of the managing services, bearers, and the administrative managers of each element and of
 * those above it; of a plan that municipality and CPAS share, those of the other one see all. Readers follow where something changed; returns the ids of these.
 */
export async function settleRights(ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; level: Level }>`
    with recursive below as (
      select unnest(${[...ids]}::uuid[]) as id
      union
      select p.child_id from strategy.placement p join below b on p.parent_id = b.id),
    above as (
      select id, id as ancestor from below
      union
      select a.id, p.parent_id from strategy.placement p join above a on p.child_id = a.ancestor),
    named as (
      select a.id, a.id = a.ancestor as own, r.part, r.service_id, r.person_id
      from above a join strategy.responsibility r on r.element_id = a.ancestor
      where a.id = a.ancestor or r.part = 'administrator'),
    principals as (
      select id, 'service:' || service_id || ':' || function as principal, true as edits, false as bears
        from named cross join (values ('editor'), ('head')) as f (function)
        where part = 'manager' and service_id is not null
      union
      select id, 'service:' || service_id, false, false from named where own and service_id is not null
      union
      select id, 'user:' || person_id, part in ('administrator', 'bearer'), own and part = 'bearer'
        from named where person_id is not null
      union
      select b.id, ${planPartner.principal}, false, false
        from below b join strategy.element e using (id) join strategy.plan p on p.id = e.plan_id
        where p.body = 'shared'),
    settled as (
      select b.id,
        coalesce(array_agg(distinct principal order by principal) filter (where edits), '{}') as editors,
        coalesce(array_agg(distinct principal order by principal) filter (where not edits), '{}') as viewers,
        coalesce(array_agg(distinct principal order by principal) filter (where bears), '{}') as bearers
      from below b left join principals using (id) group by b.id)
    update strategy.element e
    set editors = s.editors, viewers = s.viewers, bearers = s.bearers
    from settled s
    where e.id = s.id and (e.editors, e.viewers, e.bearers) is distinct from (s.editors, s.viewers, s.bearers)
    returning e.id, e.level`.execute(db())
  for (const [kind, some] of Map.groupBy(rows, ({ level }) => kindAt(level)))
    await refreshMany(kind, some)
  return rows.map(({ id }) => id)
}
