import {
  Logger,
  parseCronItems,
  type Runner,
  type TaskList,
  run,
  runMigrations,
  runOnce,
} from 'graphile-worker'
import { sql } from 'kysely'
import { z } from 'zod'
import { actAs, type Actor, actor, type ActorId } from '#kernel/access'
import { type Database, currentTenantId, db } from '#kernel/db'
import { inLanguage, language, languages } from '#kernel/i18n'
import { type Gate, inTenant } from '#kernel/tenancy'
import { heldBack } from './held.ts'
import type { Task } from './task.ts'
import { timerItems, timerTasks } from './timers.ts'

export { sendHeld } from './held.ts'
export { type Task, task } from './task.ts'
export { type Timer, addTimers, atItsTime } from './timers.ts'

const tasks = new Map<string, Task>()

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

const Payload = z.object({
  tenant: z.uuid(),
  who: z.object({
    id: z.uuid().nullable(),
    name: z.string(),
    principals: z.array(z.string()),
    language: z.enum(languages),
  }),
  data: z.unknown(),
})

function taskList(database: Database, gate: Gate): TaskList {
  const runners: TaskList = {}
  for (const declared of tasks.values()) {
    runners[declared.name] = async (payload) => {
      const { tenant, who, data } = Payload.parse(payload)
      const authority = await gate.byId(tenant)
      if (!authority) throw new Error(`The authority ${tenant} of a job is gone`)
      // The payload was stamped by our own enqueue, so the id is an account's.
      const person: Actor = { ...who, id: who.id as ActorId | null }
      await inLanguage(who.language, () =>
        actAs(person, () =>
          inTenant(database, authority, async () => {
            const { name, trade } = declared
            if (trade && (await heldBack({ task: name, trade, who, data }))) return
            await declared.run(data)
          }),
        ),
      )
    }
  }
  return runners
}

/** Only what goes wrong is worth a line; the queue itself keeps the rest. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})

/**
 * What became of the last jobs is written before the worker ends: without a batch, even of no
 * delay, it does not wait for that, and a job that was done would be done again.
 */
const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

/** Prepares the queue's own tables, as the owner. */
export async function migrateJobs(database: Database): Promise<void> {
  await runMigrations({ pgPool: database.queue, logger })
}

/** Starts taking jobs in this process, as they come. */
export function startWorker(database: Database, gate: Gate): Promise<Runner> {
  return run({
    pgPool: database.queue,
    taskList: { ...taskList(database, gate), ...timerTasks(database) },
    parsedCronItems: parseCronItems(timerItems()),
    concurrency: 2,
    noHandleSignals: true,
    logger,
    preset,
  })
}

/** Does all the jobs that wait, then returns: for tests and for the command line. */
export async function drain(database: Database, gate: Gate): Promise<void> {
  await runOnce({
    pgPool: database.queue,
    taskList: taskList(database, gate),
    noHandleSignals: true,
    logger,
    preset,
  })
}
