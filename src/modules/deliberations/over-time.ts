import { sql } from 'kysely'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { seen } from '#commons/dossiers'

/** A stretch of days, both with it, of one organ or of all. */
export interface Stretch {
  organ: string | null
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** The meetings that were held in a stretch of time and are closed, the first first, as far as one may see them. One query. */
export async function closedIn({ organ, from, to }: Stretch) {
  const { rows } = await sql<{
    id: string
    organ_id: string
    title: string
    starts_at: Temporal.Instant
  }>`
    select m.id, m.organ_id, d.title, m.starts_at
    from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    where d.state = 'closed' and ${seen()}
      and (m.starts_at at time zone ${timeZone})::date between ${from} and ${to}
      and (${organ}::uuid is null or m.organ_id = ${organ}::uuid)
    order by m.starts_at`.execute(db())
  return rows
}

/** Where each point of these meetings stands on its agenda, whoever may read which. One query. */
export async function positionsIn(meetingIds: readonly string[]) {
  const { rows } = await sql<{ id: string; meeting_id: string; position: number }>`
    select id, meeting_id, position from deliberations.item
    where meeting_id = any(${[...meetingIds]}::uuid[]) order by position`.execute(db())
  return rows
}

/** How long points of a service took from their writing to the meeting that decided them, in days. */
export interface ServiceTimes {
  service_id: string | null
  service: string
  decided: number
  /** Half of them took less. */
  median: number
  /** Nine in ten took less. */
  most: number
}

/**
 * How long decisions took, by service, over the points that were decided in a stretch of time, as far as one may read them. What
 * the house wrote, and what was decided before it was written here, has no time to tell.
 */
export async function decisionTimes({ organ, from, to }: Stretch): Promise<ServiceTimes[]> {
  const { rows } = await sql<ServiceTimes>`
    select d.service_id, coalesce(s.name, '') as service, count(*)::int as decided,
      percentile_cont(0.5) within group (order by t.days)::float8 as median,
      percentile_cont(0.9) within group (order by t.days)::float8 as most
    from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    join deliberations.meeting m on (m.tenant_id, m.id) = (i.tenant_id, i.meeting_id)
    left join commons.service s on (s.tenant_id, s.id) = (d.tenant_id, d.service_id)
    cross join lateral (select (m.starts_at at time zone ${timeZone})::date
      - (d.created_at at time zone ${timeZone})::date as days) t
    where d.state in ('accepted', 'accepted_modified', 'refused') and ${seen()} and t.days >= 0
      and d.created_by is not null
      and (m.starts_at at time zone ${timeZone})::date between ${from} and ${to}
      and (${organ}::uuid is null or m.organ_id = ${organ}::uuid)
    group by d.service_id, s.name order by s.name nulls last`.execute(db())
  return rows
}
