import { bears } from '#kernel/access'
import { db } from '#kernel/db'
import type { EventData } from '#kernel/events'
import { readable } from './seen.ts'

/** One line of the history of a dossier: who did what, when. */
export interface HistoryLine {
  id: string
  /** `deliberations.item.propose` */
  type: string
  actor_name: string
  at: Temporal.Instant
  data: EventData
}

interface Reading {
  most?: number
  /** The principals who read all of it, also of the time before the dossier came to them. */
  whole?: readonly string[]
}

/**
 * The history of a dossier, the latest first, as far as the one who acts may read it: each line is for those
 * who could see the dossier when it was written. The caller has made sure that it may be seen now.
 */
export function history(
  dossierId: string,
  { most = 100, whole = [] }: Reading = {},
): Promise<HistoryLine[]> {
  const lines = linesOf(dossierId).limit(most)
  return (whole.some((one) => bears(one)) ? lines : lines.where(readable('e'))).execute()
}

const linesOf = (dossierId: string) =>
  db()
    .selectFrom('kernel.event as e')
    .select(['e.id', 'e.type', 'e.actor_name', 'e.at', 'e.data'])
    .where('e.subject_id', '=', dossierId)
    .orderBy('e.id', 'desc')

/** Who changed a dossier last, to be named to whoever acts on an older version, whatever was done. */
export async function lastToChange(dossierId: string): Promise<string> {
  const last = await linesOf(dossierId).limit(1).executeTakeFirst()
  return last?.actor_name ?? ''
}
