import { Logger, parseCronItems, type TaskList, runMigrations, runOnce } from 'graphile-worker'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { actAs, type Actor, actor, type ActorId, system } from '#kernel/access'
import { type Database, currentTenantId, db } from '#kernel/db'
import { Conflict, Unavailable } from '#kernel/errors'
import { inLanguage, language, languages, t } from '#kernel/i18n'
import { log } from '#kernel/log'
import { type Gate, inTenantJob, rests } from '#kernel/tenancy'
import { giveUp, isFirstTime } from './failed.ts'
import { heldBack } from './held.ts'
import { openLease } from './lease.ts'
import { logged } from './logged.ts'
import { isFinal } from './reason.ts'
import type { Task } from './task.ts'
import { forbidden } from './resting.ts'
import { type HouseTimer, timerItems, timerTasks } from './timers.ts'
import { type JobWorker, leased, watch } from './worker.ts'

export {
  type FailedJob,
  failedJobs,
  failedOf,
  forgetDone,
  hasten,
  letBe,
  sendAgain,
  type WaitingJob,
  waitingJobs,
} from './failed.ts'
export { sendHeld } from './held.ts'
export { lateness } from './late.ts'
export { Reason, reasonFor, reasonInWords } from './reason.ts'
export { type Task, task } from './task.ts'
export type { JobWorker, WorkerState } from './worker.ts'
export { type HouseTimer, type Timer, addTimers, atItsTime } from './timers.ts'

const tasks = new Map<string, Task>()

/** What a task is called, in words. */
export function taskTitle(name: string): string {
  const known = tasks.get(name)
  return known ? t(known.title) : name
}

/** Makes tasks known to the workers of this process; done once, at the start. */
export function addTasks(declared: readonly Task[]): void {
  for (const one of declared) tasks.set(one.name, one)
}

/**
 * Sends a job in the open transaction: it starts once that commits, for the same authority, person
 * and language. Jobs of an authority with the same `key` that wait become one.
 */
export async function enqueue<S extends z.ZodType>(
  what: Task<S>,
  data: z.input<S>,
  key: string | null = null,
): Promise<void> {
  const who = { ...actor(), language: language() }
  const own = key && `${currentTenantId()}:${key}`
  await sql`select kernel.enqueue(${what.name}, ${JSON.stringify(data)}::json, ${JSON.stringify(who)}::json, ${own})`.execute(
    db(),
  )
}

/** Sends as many jobs of one task, in one statement. */
export async function enqueueMany<S extends z.ZodType>(
  what: Task<S>,
  all: readonly z.input<S>[],
): Promise<void> {
  if (all.length === 0) return
  const who = JSON.stringify({ ...actor(), language: language() })
  await sql`select kernel.enqueue(${what.name}, sent.data, ${who}::json, null)
    from json_array_elements(${JSON.stringify(all)}::json) as sent (data)`.execute(db())
}

const Payload = z.object({
  /** Of those that were sent before jobs had one, none. */
  id: z.uuid().optional(),
  tenant: z.uuid(),
  who: z.object({
    id: z.uuid().nullable(),
    name: z.string(),
    principals: z.array(z.string()),
    scopes: z.array(z.string()).optional(),
    language: z.enum(languages),
  }),
  data: z.unknown(),
  /** How often whoever did it was gone before it ended (`reclaim`). */
  lost: z.int().default(0),
})

/** A job that takes whoever does it along is not done for ever: so often its process may have been stopped by others. */
const mostLost = 3

function taskList(database: Database, gate: Gate): TaskList {
  const runners: TaskList = {}
  for (const declared of tasks.values()) {
    runners[declared.name] = async (payload, { job }) => {
      const { id, tenant, who: sender, data, lost } = Payload.parse(payload)
      const { scopes, ...known } = sender
      const who = { ...known, ...(scopes && { scopes }) }
      const authority = await gate.byId(tenant)
      if (!authority) return // It was erased, and what it wanted done with it.
      // The payload was stamped by our own enqueue, so the id is an account's.
      const person: Actor = { ...who, id: who.id as ActorId | null }
      const as = <T>(one: Actor, act: () => Promise<T>) =>
        inLanguage(who.language, () => actAs(one, () => inTenantJob(database, authority, act)))
      const told = { job: id ?? null, task: declared.name, authority: authority.slug }
      await logged({ ...told, attempt: job.attempts }, async () => {
        try {
          await as(person, async () => {
            if (await rests()) throw new Unavailable('jobs.rests')
            if (id && !(await isFirstTime(id))) return
            if (lost >= mostLost) throw new Conflict('jobs.never_ended', { count: lost })
            const { name, trade } = declared
            if (trade && (await heldBack({ task: name, trade, who, data }))) return
            await declared.run(data)
          })
          return 'done'
        } catch (failure) {
          if (!isFinal(failure, job.attempts)) throw failure
          await as(system, () => giveUp(declared, { id: id ?? randomUUID(), who, data }, failure))
          return 'failed'
        }
      })
    }
  }
  return runners
}

/** Only what goes wrong is worth a line; the queue itself keeps the rest. */
const logger = new Logger(() => (level, message, meta) => {
  // A try that failed has a line of ours, within bounds.
  if (level === 'error' && !meta?.['failure']) log('error', 'queue', { message })
})

/** Prepares the queue's own tables, as the owner. */
export async function migrateJobs(database: Database): Promise<void> {
  await runMigrations({ pgPool: database.queue, logger })
}

/** Starts taking jobs in this process, as they come, until it is stopped. */
export function startWorker(
  database: Database,
  gate: Gate,
  ofHouse: readonly HouseTimer[] = [],
): JobWorker {
  return watch(database, {
    pgPool: database.queue,
    taskList: { ...taskList(database, gate), ...timerTasks(database, ofHouse) },
    parsedCronItems: parseCronItems(timerItems(ofHouse)),
    concurrency: 4,
    forbiddenFlags: forbidden(database),
    noHandleSignals: true,
    logger,
  })
}

/** Does all the jobs that wait, then returns: for tests and for the command line. */
export async function drain(database: Database, gate: Gate): Promise<void> {
  const lease = await openLease(database)
  try {
    await runOnce({
      pgPool: database.queue,
      taskList: taskList(database, gate),
      forbiddenFlags: forbidden(database, 0),
      noHandleSignals: true,
      logger,
      ...leased(lease),
    })
  } finally {
    lease.release()
  }
}
