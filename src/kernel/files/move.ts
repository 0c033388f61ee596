import type { Database } from '#kernel/db'
import { keepingFiles } from './lock.ts'
import { conditionOf, type Store, storedBytes } from './store.ts'

/** What became of the files that were copied from one store to another. */
export interface Moved {
  /** Copied, and read again as they were. */
  copied: number
  /** Were there already, whole. */
  there: number
  /** Lost or damaged where they were. */
  lost: { authority: string; hash: string }[]
}

/** So many are under way at once. */
const together = 4

/**
 * Copies every file of every authority from one store to another, reading each again where it went. Nothing is taken
 * away from the first. What was copied before is only compared, so that it can be done again after a stop.
 */
export function copyFiles(database: Database, from: Store, to: Store): Promise<Moved> {
  return keepingFiles(database, async () => {
    const moved: Moved = { copied: 0, there: 0, lost: [] }
    const tenants = await database.owner.query<{ id: string }>('select id from kernel.tenant')
    for (const { id: authority } of tenants.rows) {
      const hashes = await hashesOf(database, authority)
      const next = async (): Promise<void> => {
        for (let hash = hashes.pop(); hash; hash = hashes.pop())
          await copy(moved, authority, hash, from, to)
      }
      await Promise.all(Array.from({ length: together }, next))
    }
    return moved
  })
}

async function copy(moved: Moved, authority: string, hash: string, from: Store, to: Store) {
  if ((await conditionOf(authority, hash, to)) === 'whole') {
    moved.there += 1
    return
  }
  const bytes = await storedBytes(authority, hash, from)
  if (!bytes) {
    moved.lost.push({ authority, hash })
    return
  }
  await to.keep(authority, hash, bytes)
  if ((await conditionOf(authority, hash, to)) !== 'whole')
    throw new Error(`The file ${hash} of ${authority} did not arrive as it was`)
  moved.copied += 1
}

/** What an authority keeps: as the owner, who sees the rows of one at a time. */
async function hashesOf({ owner }: Database, authority: string): Promise<string[]> {
  const client = await owner.connect()
  try {
    await client.query('begin read only')
    await client.query(`select set_config('app.tenant', $1, true)`, [authority])
    const { rows } = await client.query<{ hash: string }>(
      'select hash from kernel.file where tenant_id = $1 and erased_at is null order by hash',
      [authority],
    )
    await client.query('commit')
    client.release()
    return rows.map(({ hash }) => hash)
  } catch (failure) {
    client.release(true)
    throw failure
  }
}
