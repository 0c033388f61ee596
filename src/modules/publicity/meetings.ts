import { sql } from 'kysely'
import { timeZone } from '#kernel/i18n'
import { readMany } from '#commons/dossiers'
import { type Meeting, meetings } from '#modules/deliberations'

/** The meetings from a day on, before another, that the one who acts may see, the first one first; in one state, where one is named. */
export async function meetingsBetween(
  from: Temporal.PlainDate,
  before: Temporal.PlainDate,
  state = '',
): Promise<Meeting[]> {
  const [first, last] = [from, before].map((day) => day.toZonedDateTime(timeZone).toInstant())
  const ids = sql<
    string[]
  >`array(select m.id from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    where m.starts_at >= ${first} and m.starts_at < ${last} and ${state} in ('', d.state))`
  return (await readMany(meetings, ids)).toSorted((one, other) =>
    Temporal.Instant.compare(one.starts_at, other.starts_at),
  )
}
