import { type Selectable, sql } from 'kysely'
import { db, type Tables } from '#kernel/db'
import { isId } from '#kernel/http'
import type { Reason } from '#kernel/jobs'
import { noteFailing } from './failing.ts'
import { wentWell } from './setting.ts'
import type { Done } from './tables.ts'

/** A meeting that is fetched, or was. */
export type Run = Omit<Selectable<Tables['pulls.run']>, 'tenant_id'>

/** What is to be fetched: a meeting there, all of its points or the chosen ones. */
export type Wanted = Pick<
  Run,
  'source_id' | 'meeting_uid' | 'title' | 'by_itself' | 'only_points' | 'force'
>

const columns = [
  ...(['id', 'source_id', 'meeting_uid', 'title', 'by_itself', 'only_points', 'force'] as const),
  ...(['state', 'asked_at', 'ended_at', 'done', 'failure', 'meeting_id'] as const),
] as const

/** Notes that a meeting is to be fetched. Returns its id. */
export async function addRun(wanted: Wanted): Promise<string> {
  const { id } = await db()
    .insertInto('pulls.run')
    .values(wanted)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One of them; undefined where its source is fetched no more. */
export const findRun = (id: string): Promise<Run | undefined> =>
  db()
    .selectFrom('pulls.run')
    .select(columns)
    .where('id', '=', isId(id) ? id : null)
    .executeTakeFirst()

/** Those of a source, the last first; they are forgotten after a month. */
export const runsOf = (sourceId: string): Promise<Run[]> =>
  db()
    .selectFrom('pulls.run')
    .select(columns)
    .where('source_id', '=', sourceId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()

/** What a meeting became. One that came by itself and changed nothing leaves no line. */
export async function endRun(run: Run, done: Done, meetingId: string | null): Promise<void> {
  await wentWell(run.source_id)
  const isIdle = done.created + done.modified + done.removed === 0
  if (run.by_itself && isIdle) {
    await db().deleteFrom('pulls.run').where('id', '=', run.id).execute()
    return
  }
  await db()
    .updateTable('pulls.run')
    .set({ state: 'done', ended_at: sql`now()`, meeting_id: meetingId })
    .set({ done: sql`${JSON.stringify(done)}::jsonb` })
    .where('id', '=', run.id)
    .execute()
}

/** Why a meeting was not fetched: nothing of it was written. One that came by itself takes the place of the time before. */
export async function failRun(run: Run, reason: Reason): Promise<void> {
  await db()
    .updateTable('pulls.run')
    .set({ state: 'failed', ended_at: sql`now()` })
    .set({ failure: sql`${JSON.stringify(reason)}::jsonb` })
    .where('id', '=', run.id)
    .where('state', '=', 'asked')
    .execute()
  if (!run.by_itself) return
  await db()
    .deleteFrom('pulls.run')
    .where('source_id', '=', run.source_id)
    .where('meeting_uid', '=', run.meeting_uid)
    .where('by_itself', '=', true)
    .where('state', '=', 'failed')
    .where('id', '<>', run.id)
    .execute()
  await noteFailing(run.source_id, reason)
}

/** Forgets what was fetched longer ago than a month. */
export async function forgetRuns(): Promise<void> {
  await db()
    .deleteFrom('pulls.run')
    .where('asked_at', '<', Temporal.Now.instant().subtract({ hours: 24 * 31 }))
    .execute()
}
