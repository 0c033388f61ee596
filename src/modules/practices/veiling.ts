import { sql } from 'kysely'
import type { Event } from '#kernel/events'
import { veilAgain } from '#modules/deliberations'

/** The organs that hide what they decided while it is written (C13). */
const hiding = sql<string[]>`array(select p.organ_id from practices.practice p
  join commons.dossier r using (tenant_id, id) where p.hides and r.state = 'used')`

const idsOf = (events: readonly Event[]) => events.flatMap(({ subjectId }) => subjectId ?? [])

/** Points were decided, or taken back. */
export const veilItems = (events: readonly Event[]): Promise<void> =>
  veilAgain(hiding, { itemIds: idsOf(events) })

/** Meetings were closed, or opened again. */
export const veilMeetings = (events: readonly Event[]): Promise<void> =>
  veilAgain(hiding, { meetingIds: idsOf(events) })

/** Some organ does otherwise from now on: in its meetings that go on, too. */
export const followPractices = (): Promise<void> => veilAgain(hiding)
