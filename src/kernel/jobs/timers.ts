import type { CronItem, TaskList } from 'graphile-worker'
import type { Database } from '#kernel/db'
import type { Task } from './task.ts'

/** A task without data that starts by itself, for every authority, at these times. */
export interface Timer {
  readonly task: Task
  /** Minute, hour, day of month, month, day of week, as crontab(5) writes them, in UTC: `0 3 * * *`. */
  readonly at: string
}

const timers = new Map<string, Timer>()

/** Makes timers known to the worker of this process; done once, at the start. */
export function addTimers(declared: readonly Timer[]): void {
  for (const one of declared) timers.set(one.task.name, one)
}

/** Work of the whole house that starts by itself, as its owner. */
export interface HouseTimer {
  readonly name: string
  /** As of a timer. */
  readonly at: string
  readonly run: (database: Database) => Promise<void>
}

/** The task that sends the job of a timer to every authority. */
const spreading = 'kernel.at_its_time'

/** When the process was away at its time, a timer starts once as soon as it is back, within a day. */
const backfillPeriod = 24 * 3_600_000

/** The timers as the queue watches over them; it starts each once, however many processes run. */
export const timerItems = (ofHouse: readonly HouseTimer[] = []): CronItem[] => [
  ...[...timers.values()].map(({ task, at }) => ({
    task: spreading,
    match: at,
    identifier: task.name,
    payload: { task: task.name },
    options: { backfillPeriod },
  })),
  ...ofHouse.map(({ name, at }) => ({
    ...{ task: name, match: at, identifier: name },
    options: { backfillPeriod },
  })),
]

/** What the worker does when a time has come. */
export const timerTasks = (database: Database, ofHouse: readonly HouseTimer[]): TaskList => ({
  ...Object.fromEntries(ofHouse.map(({ name, run }) => [name, () => run(database)])),
  [spreading]: async (payload) => {
    const { task } = payload as { task: string } // Written by `timerItems`.
    const timer = timers.get(task)
    if (timer) await atItsTime(database, timer)
  },
})

/**
 * Sends the job of a timer to every authority that has its trade on, as the house itself, in the
 * language of each. One that still waits is not doubled.
 */
export async function atItsTime(database: Database, { task }: Timer): Promise<void> {
  await database.owner.query(
    `select graphile_worker.add_job(
       $1,
       payload := json_build_object('id', uuidv7(), 'tenant', t.id, 'data', '{}'::json, 'who', json_build_object(
         'id', null, 'name', 'Beffroi', 'principals', array['system'], 'language', t.languages[1])),
       job_key := t.id || ':' || $1,
       flags := array[t.id::text],
       max_attempts := 30000)
     from kernel.tenant t
     where $2::text is null
       or exists (select from kernel.trade o where o.tenant_id = t.id and o.module = $2)
     order by t.id`,
    [task.name, task.trade ?? null],
  )
}
