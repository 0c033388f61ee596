import { sql } from 'kysely'
import { currentTenantId, type Database, db } from '#kernel/db'

/** The first half of the keys of the locks on the files of an authority; arbitrary but fixed. */
const fileLocks = 7_310_028

/** Says until the end of the open transaction that files are being kept: nobody clears away meanwhile. */
export async function whileKeeping(): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${fileLocks}, hashtext(${currentTenantId()}))`.execute(
    db(),
  )
}

/** Has the files of the authority for oneself until the end of the open transaction; false where others have them. */
export async function alone(): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(${fileLocks}, hashtext(${currentTenantId()})) as alone`.execute(
    db(),
  )
  return rows[0]?.alone ?? false
}

/** Does something during which nobody clears files away, of any authority that is there by now. */
export async function keepingFiles<T>({ owner }: Database, work: () => Promise<T>): Promise<T> {
  const client = await owner.connect()
  try {
    await client.query(
      `select pg_advisory_lock_shared($1, hashtext(id::text)) from kernel.tenant`,
      [fileLocks],
    )
    return await work()
  } finally {
    const unlocked = client.query('select pg_advisory_unlock_all()')
    // The locks go with the connection where it is lost.
    await unlocked.then(
      () => client.release(),
      () => client.release(true),
    )
  }
}
