import { sql } from 'kysely'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { today } from '#commons/clock'
import { readMany, seen } from '#commons/dossiers'
import type { OrganKind } from '#commons/law'
import { type Meeting, meetings, overStates } from './meeting.ts'

type Told = Pick<Meeting, 'id' | 'state' | 'place' | 'starts_at'>
type Ahead = Told & { organ: string; items: number }

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

type Due = Pick<Meeting, 'id' | 'starts_at' | 'rank'> & { kind: OrganKind }

/** When these meetings are held, and by what kind of organ. */
export async function timesOf(ids: readonly string[]): Promise<Due[]> {
  const { rows } = await sql<Due>`select m.id, m.starts_at, m.rank, o.kind
    from deliberations.meeting m join commons.organ o on (o.tenant_id, o.id) = (m.tenant_id, m.organ_id)
    where m.id = any(${[...ids]}::uuid[])`.execute(db())
  return rows
}

type Day = Temporal.PlainDate

/** The meetings from a day on, before another, that the one who acts may see, the first one first; in one state, where one is named. */
export async function meetingsBetween(from: Day, before: Day, state = ''): Promise<Meeting[]> {
  const [first, last] = [from, before].map((day) => day.toZonedDateTime(timeZone).toInstant())
  const ids = sql<
    string[]
  >`array(select m.id from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    where m.starts_at >= ${first} and m.starts_at < ${last} and ${state} in ('', d.state))`
  return (await readMany(meetings, ids)).toSorted((one, other) =>
    Temporal.Instant.compare(one.starts_at, other.starts_at),
  )
}
