import { db } from '#kernel/db'
import { readMany } from '#commons/dossiers'
import { type Extract, extracts } from './extract.ts'

/** The extracts of a meeting that the one who acts may read, the last first. */
export async function issuedOf({ id }: { id: string }): Promise<Extract[]> {
  const rows = await db()
    .selectFrom('extracts.extract')
    .select('id')
    .where('meeting_id', '=', id)
    .execute()
  const all = await readMany(
    extracts,
    rows.map((row) => row.id),
  )
  return all.toSorted((one, other) => (one.id < other.id ? 1 : -1))
}
