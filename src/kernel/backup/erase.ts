import type { Database } from '#kernel/db'
import { dropFilesOf } from '#kernel/files'
import { enter, inAnyOrder, tablesIn } from './tables.ts'

/**
 * Erases an authority: its rows, its jobs, its hosts, then its files. Nothing of it is kept; returns how many
 * rows were of each table.
 */
export async function eraseAuthority(
  { owner }: Database,
  tenantId: string,
): Promise<ReadonlyMap<string, number>> {
  const client = await owner.connect()
  const erased = new Map<string, number>()
  try {
    await client.query('begin')
    await enter(client, tenantId)
    const tables = await tablesIn(client)
    const order = await inAnyOrder(client, tables)
    for (const { name } of tables.filter(({ ofAuthority }) => ofAuthority)) {
      const { rowCount } = await client.query(`delete from ${name} where tenant_id = $1`, [
        tenantId,
      ])
      if (rowCount) erased.set(name, rowCount)
    }
    await client.query(
      `delete from graphile_worker._private_jobs where payload ->> 'tenant' = $1`,
      [tenantId],
    )
    await client.query('delete from kernel.tenant where id = $1', [tenantId])
    await order.done()
    await client.query('commit')
    client.release()
  } catch (failure) {
    client.release(true) // What was begun goes with the connection.
    throw failure
  }
  await dropFilesOf(tenantId)
  return erased
}
