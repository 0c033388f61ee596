import { type Generated, sql } from 'kysely'
import { db } from '#kernel/db'
import { lockTrades, tradesOn } from '#kernel/tenancy'

interface HeldJobTable {
  tenant_id: Generated<string>
  id: Generated<string>
  task: string
  trade: string
  who: unknown
  data: unknown
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.held_job': HeldJobTable
  }
}

interface Job {
  task: string
  trade: string
  who: unknown
  data: unknown
}

/** Keeps a job of a trade that is off until it is switched on again. Whether it was kept. */
export async function heldBack(job: Job): Promise<boolean> {
  if (await isOn(job.trade)) return false
  // Asked again with the lock: whoever switches it on meanwhile sends what is held by then.
  await lockTrades()
  if (await isOn(job.trade)) return false
  const { who, data, ...rest } = job
  await db()
    .insertInto('kernel.held_job')
    .values({ ...rest, who: JSON.stringify(who), data: JSON.stringify(data) })
    .execute()
  return true
}

const isOn = async (trade: string) => (await tradesOn()).some(({ module }) => module === trade)

/** Sends the jobs that were held while a trade was off. */
export async function sendHeld(trade: string): Promise<void> {
  await sql`
    with held as (delete from kernel.held_job where trade = ${trade} returning id, task, who, data)
    select kernel.enqueue(task, data::json, who::json, null) from (select * from held order by id) h
  `.execute(db())
}
