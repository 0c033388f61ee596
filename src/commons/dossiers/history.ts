import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import type { EventData } from '#kernel/events'

/** One line of the history of a dossier: who did what, when. */
export interface HistoryLine {
  id: string
  /** `deliberations.item.propose` */
  type: string
  actor_name: string
  at: Temporal.Instant
  data: EventData
}

/** The history of a dossier, the latest first. The caller has made sure that it may be seen. */
export function history(dossierId: string, most = 100): Promise<HistoryLine[]> {
  return db()
    .selectFrom('kernel.event')
    .select(['id', 'type', 'actor_name', 'at', 'data'])
    .where('subject_id', '=', dossierId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** The problem of whoever acts on an older version of a dossier: it names who changed it. */
export async function staleness(dossierId: string): Promise<Conflict> {
  const [last] = await history(dossierId, 1)
  return new Conflict('errors.stale', { name: last?.actor_name ?? '' })
}
