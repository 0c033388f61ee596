import { AsyncResource } from 'node:async_hooks'
import { sql } from 'kysely'
import { db } from '#kernel/db'

const outside = new AsyncResource('beside')

/**
 * Starts `other`, which opens a transaction of its own, beside the open one. It comes back once that one waits
 * for a lock of the open one, or has ended without: what is done then is done while the other stands still.
 */
export async function beside<T>(other: () => Promise<T>): Promise<{ ended: Promise<T> }> {
  const progress = { running: true }
  // A transaction is not opened inside another: it is started as if nobody had called.
  const ended = outside.runInAsyncScope(other).finally(() => {
    progress.running = false
  })
  ended.catch(() => {}) // Whoever awaits it is told.
  while (progress.running && !(await isAwaited())) continue
  return { ended }
}

/** Whether somebody waits for a lock of the open transaction. */
async function isAwaited(): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(
    db(),
  )
  return rows.length > 0
}
