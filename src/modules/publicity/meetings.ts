import { sql } from 'kysely'
import { readMany } from '#commons/dossiers'
import { dayOf, type Meeting, meetings } from '#modules/deliberations'

const { compare } = Temporal.PlainDate

/** The meetings from a day on, before another, that the one who acts may see, the first one first; in one state, where one is named. */
export async function meetingsBetween(
  from: Temporal.PlainDate,
  before: Temporal.PlainDate,
  state = '',
): Promise<Meeting[]> {
  const ids = sql<string[]>`array(select id from commons.dossier
    where kind = ${meetings.name} and ${state} in ('', state))`
  return (await readMany(meetings, ids))
    .filter((one) => compare(dayOf(one), from) >= 0 && compare(dayOf(one), before) < 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.starts_at, other.starts_at))
}
