import { sql } from 'kysely'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { today } from '#commons/clock'
import { seen } from '#commons/dossiers'
import type { OrganKind } from '#commons/law'
import { overStates } from './meeting.ts'

interface Ahead {
  id: string
  organ: string
  state: string
  place: string
  starts_at: Temporal.Instant
  items: number
}

/** The next meetings that the one who acts may see, today's too, with how many of their points they may read. */
export async function meetingsAhead(): Promise<Ahead[]> {
  const from = today().toZonedDateTime(timeZone).toInstant()
  const { rows } = await sql<Ahead>`
    select d.id, d.state, o.name as organ, m.starts_at, m.place,
      (select count(*)::int from deliberations.item i
       join commons.dossier d using (tenant_id, id)
       where i.tenant_id = m.tenant_id and i.meeting_id = m.id and ${seen()}) as items
    from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    join commons.organ o on (o.tenant_id, o.id) = (m.tenant_id, m.organ_id)
    where m.starts_at >= ${from} and d.state <> all(${[...overStates]}::text[]) and ${seen()}
    order by m.starts_at limit 5`.execute(db())
  return rows
}

interface Due {
  id: string
  kind: OrganKind
  starts_at: Temporal.Instant
  rank: number
}

/** When these meetings are held, and by what kind of organ. */
export async function timesOf(ids: readonly string[]): Promise<Due[]> {
  const { rows } = await sql<Due>`select m.id, m.starts_at, m.rank, o.kind
    from deliberations.meeting m join commons.organ o on (o.tenant_id, o.id) = (m.tenant_id, m.organ_id)
    where m.id = any(${[...ids]}::uuid[])`.execute(db())
  return rows
}
