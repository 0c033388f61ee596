import { currentTenantId, db } from '#kernel/db'
import { conditionOf, putBack, storedBytes } from './store.ts'

/** What became of the files of an authority. */
export interface Verified {
  whole: number
  /** Put back from bytes that another authority keeps under the same hash. */
  healed: string[]
  /** There are bytes, which are not those of the hash; or none. */
  damaged: string[]
  lost: string[]
}

/**
 * Compares every file of the authority of the open transaction with its hash, and puts back those of which one of the
 * `others` keeps the same bytes. What is lost or damaged comes back where it is uploaded again.
 */
export async function verifyFiles(others: readonly string[] = []): Promise<Verified> {
  const authority = currentTenantId()
  const rows = await db()
    .selectFrom('kernel.file')
    .select('hash')
    .where('erased_at', 'is', null)
    .orderBy('hash')
    .execute()
  const found: Verified = { whole: 0, healed: [], damaged: [], lost: [] }
  for (const { hash } of rows) {
    const condition = await conditionOf(authority, hash)
    if (condition === 'whole') found.whole += 1
    else if (await healedFrom(others, authority, hash)) found.healed.push(hash)
    else found[condition].push(hash)
  }
  return found
}

async function healedFrom(
  others: readonly string[],
  authority: string,
  hash: string,
): Promise<boolean> {
  for (const other of others) {
    const bytes = await storedBytes(other, hash)
    if (!bytes) continue
    await putBack(authority, hash, bytes)
    return true
  }
  return false
}
