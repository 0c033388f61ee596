import { sql } from 'kysely'
import { db } from '#kernel/db'

/** How the jobs of the authority go on. */
export interface Lateness {
  /** Since when the oldest that could be begun waits, in seconds; 0 where none does. */
  waits: number
  /** How many of one task are put off after a failure. */
  putOff: number
}

/** How late the jobs of the authority are, and how many of `task` are put off. */
export async function lateness(task: string): Promise<Lateness> {
  const { rows } = await sql<Lateness>`
    select coalesce(extract(epoch from max(now() - run_at)
        filter (where failures = 0 and begun_at is null and run_at <= now())), 0)::float8 as waits,
      count(*) filter (where task = ${task} and failures > 0)::int as "putOff"
    from kernel.waiting_jobs()`.execute(db())
  return rows[0] ?? { waits: 0, putOff: 0 }
}
