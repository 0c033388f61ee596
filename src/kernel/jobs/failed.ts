import { type Generated, sql } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { type Reason, reasonFor } from './reason.ts'
import type { Task } from './task.ts'

declare module '#kernel/db' {
  interface Tables {
    'kernel.done_job': { tenant_id: Generated<string>; id: string; at: Generated<Temporal.Instant> }
    'kernel.failed_job': {
      tenant_id: Generated<string>
      id: string
      task: string
      trade: string | null
      who: unknown
      data: unknown
      dossier_ids: string[]
      reason: unknown
      failed_at: Generated<Temporal.Instant>
    }
  }
}

/** A job as it was sent. `who`: in whose name. */
export interface SentJob {
  id: string
  who: { id: string | null; name: string }
  data: unknown
}

/** A job was given up: those who react tell people. `data` is its `FailedJob`, but for the instant. */
const jobFails = event('jobs.job.fail', { toDossier: false })
const jobAgain = event('jobs.job.send_again', { toDossier: false })
const jobLeft = event('jobs.job.let_be', { toDossier: false })

/** A job that is not tried again by itself. */
export interface FailedJob {
  id: string
  task: string
  /** Who sent it; null: the house itself. */
  sent_by: string | null
  sender: string
  /** The dossiers that count on it. */
  dossier_ids: string[]
  reason: Reason
  failed_at: Temporal.Instant
}

/** Marks in the open transaction that a job is done. False where it was before. */
export async function isFirstTime(id: string): Promise<boolean> {
  const marked = await db()
    .insertInto('kernel.done_job')
    .values({ id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return marked.length > 0
}

/** Gives a job up: it stands where people see it, and its task writes what is to be written then. */
export async function giveUp(task: Task, job: SentJob, failure: unknown): Promise<void> {
  const { id, who, data } = job
  const reason = reasonFor(failure)
  const dossiers = [...(await task.dossiers(data))]
  const kept = await db()
    .insertInto('kernel.failed_job')
    .values({
      ...{ id, task: task.name, trade: task.trade ?? null, dossier_ids: dossiers },
      ...{ who: JSON.stringify(who), data: JSON.stringify(data), reason: JSON.stringify(reason) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  if (kept.length === 0) return
  await task.failed(data, reason)
  const told = { id, task: task.name, sent_by: who.id, sender: who.name, dossier_ids: dossiers }
  await emit(jobFails, null, { ...told, reason })
}

const failed = () =>
  db()
    .selectFrom('kernel.failed_job')
    .select(['id', 'task', 'dossier_ids', 'failed_at'])
    .select(sql<string | null>`who ->> 'id'`.as('sent_by'))
    .select(sql<string>`who ->> 'name'`.as('sender'))
    .select(sql<Reason>`reason`.as('reason'))

/** The jobs that failed for good, the last first: of all, or those that a person sent. */
export const failedJobs = (of?: { sentBy: string | null }): Promise<FailedJob[]> =>
  failed()
    .$if(of !== undefined, (query) => query.where(sql`who ->> 'id'`, '=', of?.sentBy ?? null))
    .orderBy('failed_at', 'desc')
    .orderBy('id')
    .execute()

/** Those on which a dossier counts. The caller has made sure that it may be seen. */
export const failedOf = (dossierId: string): Promise<FailedJob[]> =>
  failed()
    .where(sql<boolean>`dossier_ids @> array[${dossierId}]::uuid[]`)
    .orderBy('failed_at', 'desc')
    .execute()

/** Sends a job that failed again, as who sent it. Throws `NotFound` where somebody did already. */
export const sendAgain = (id: string): Promise<void> => settle(id, jobAgain)

/** Lets a job that failed be: it is not done, and nobody is told any more. */
export const letBe = (id: string): Promise<void> => settle(id, jobLeft)

async function settle(id: string, what: typeof jobAgain): Promise<void> {
  const row = await db()
    .deleteFrom('kernel.failed_job')
    .where('id', '=', id)
    .returning(['task', 'who', 'data'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { task, who, data } = row
  await emit(what, null, { id, task })
  if (what !== jobAgain) return
  await sql`select kernel.enqueue(${task}, ${JSON.stringify(data)}::json, ${JSON.stringify(who)}::json, null)`.execute(
    db(),
  )
}

/** A job that waits, is being done, or is put off after failures. */
export interface WaitingJob {
  id: string | null
  task: string
  sent_by: string | null
  sender: string
  /** How often it failed by now. */
  failures: number
  /** When it is tried next. */
  run_at: Temporal.Instant
  /** Since when it is being done. */
  begun_at: Temporal.Instant | null
}

/** The jobs of the authority that are not over: of all, or those that a person sent. */
export async function waitingJobs(of?: { sentBy: string | null }): Promise<WaitingJob[]> {
  const { rows } = await sql<WaitingJob>`
    select id, task, who ->> 'id' as sent_by, who ->> 'name' as sender, failures, run_at, begun_at
    from kernel.waiting_jobs()
    where ${of === undefined ? sql`true` : sql`who ->> 'id' = ${of.sentBy}`}`.execute(db())
  return rows
}

/** Has what was put off after failures tried at once. Returns how many were. */
export async function hasten(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select kernel.hasten_jobs() as count`.execute(db())
  return rows[0]?.count ?? 0
}

/** How long it is known that a job is done, once the queue has forgotten it. */
const knownFor = { hours: 24 * 7 }

/** Forgets that jobs were done, a week after. */
export async function forgetDone(): Promise<void> {
  const before = Temporal.Now.instant().subtract(knownFor).toString()
  await sql`select kernel.forget_done_jobs(${before}::timestamptz)`.execute(db())
}
