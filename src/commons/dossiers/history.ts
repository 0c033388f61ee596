import { db } from '#kernel/db'
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

/** Who changed a dossier last, to be named to whoever acts on an older version. */
export async function lastToChange(dossierId: string): Promise<string> {
  const [last] = await history(dossierId, 1)
  return last?.actor_name ?? ''
}
