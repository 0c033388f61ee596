import type { Database } from './pool.ts'

/** Does something that only one process at a time may do on this database; the others wait. */
export async function onlyOne<T>(
  { owner }: Database,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = await owner.connect()
  const key = 'hashtextextended($1, 0)'
  try {
    await client.query(`select pg_advisory_lock(${key})`, [name])
    const result = await work()
    await client.query(`select pg_advisory_unlock(${key})`, [name])
    client.release()
    return result
  } catch (error) {
    // The lock goes with the connection.
    client.release(true)
    throw error
  }
}
