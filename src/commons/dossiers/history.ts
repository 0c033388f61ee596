import { sql } from 'kysely'
import { bears } from '#kernel/access'
import { db, type Latest, latest } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { isId } from '#kernel/http'
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

/** Which lines are told. */
export interface Reading {
  /** All of it, instead of the last hundred lines. */
  all?: boolean
  /** The principals who read all of it, also of the time before the dossier came to them. */
  whole?: readonly string[]
  /** Verbs that are left out, or the trade whose deeds are told alone. */
  without?: readonly string[]
  by?: string
}

/**
 * The last of the history of a dossier, the latest first, as far as the one who acts may read it: each line is for those
 * who could see the dossier when it was written. The caller has made sure that it may be seen now.
 */
export const latestHistory = (
  dossierId: string,
  { all = false, ...reading }: Reading = {},
): Promise<Latest<HistoryLine>> => latest(readableLines(dossierId, reading), all ? null : 100)

/** One line of it by its id, if the one who acts may read it. Throws `NotFound` where not. */
export async function historyLine(
  dossierId: string,
  id: string,
  reading: Omit<Reading, 'all'> = {},
): Promise<HistoryLine> {
  const line =
    isId(id) && (await readableLines(dossierId, reading).where('e.id', '=', id).executeTakeFirst())
  if (!line) throw new NotFound()
  return line
}

const readableLines = (dossierId: string, { whole = [], without = [], by }: Omit<Reading, 'all'>) =>
  linesOf(dossierId)
    .$if(!whole.some((one) => bears(one)), (query) => query.where(readable('e')))
    .$if(without.length > 0, (query) =>
      query.where(sql<string>`split_part(e.type, '.', 3)`, 'not in', without),
    )
    .$if(by !== undefined, (query) =>
      query.where(sql<string>`split_part(e.type, '.', 1)`, '=', by ?? ''),
    )

/** All of it. */
export const history = async (
  dossierId: string,
  reading: Omit<Reading, 'all'> = {},
): Promise<HistoryLine[]> => (await latestHistory(dossierId, { ...reading, all: true })).rows

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
