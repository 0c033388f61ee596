import { sql } from 'kysely'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { seen } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { standingOf } from '#modules/deliberations'
import type { Stretch } from './schema.ts'

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

interface Decided {
  id: string
  service_id: string | null
  service: string
  created_at: Temporal.Instant
}

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
const { compare } = Temporal.PlainDate

/**
 * How long decisions took, by service, over the points that were decided in a stretch of time, as far as one may read them. What
 * the house wrote, and what was decided before it was written here, has no time to tell.
 */
export async function decisionTimes({ organ, from, to }: Stretch): Promise<ServiceTimes[]> {
  const { rows } = await sql<Decided>`
    select d.id, d.service_id, coalesce(s.name, '') as service, d.created_at
    from commons.dossier d left join commons.service s on (s.tenant_id, s.id) = (d.tenant_id, d.service_id)
    where d.kind = 'deliberations.item' and d.state in ('accepted', 'accepted_modified', 'refused')
      and d.created_by is not null and ${seen()}
    order by s.name nulls last`.execute(db())
  const standing = await standingOf(rows.map(({ id }) => id))
  const called = (await organs()).find(({ id }) => id === organ)?.name
  const took = rows.flatMap((one) => {
    const { starts_at, organ: its } = standing.get(one.id) ?? {}
    if (!starts_at || (organ !== null && its !== called)) return []
    const day = dayOf(starts_at)
    const { days } = dayOf(one.created_at).until(day)
    return compare(day, from) < 0 || compare(day, to) > 0 || days < 0 ? [] : [{ ...one, days }]
  })
  return [...Map.groupBy(took, ({ service_id }) => service_id)].map(([service_id, some]) => {
    const days = some.map((one) => one.days).toSorted((a, b) => a - b)
    const service = some[0]?.service ?? ''
    const told = { median: quantile(days, 0.5), most: quantile(days, 0.9) }
    return { service_id, service, decided: days.length, ...told }
  })
}

/** Under which value so large a part of sorted values lies, between two of them in proportion. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}
