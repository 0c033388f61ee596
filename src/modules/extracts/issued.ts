import { db } from '#kernel/db'
import {
  afterKey,
  lastChanged,
  orderKey,
  type Page,
  pageOf,
  readAfter,
  readMany,
  seen,
} from '#commons/dossiers'
import { type Extract, extracts } from './extract.ts'

/** A page of the extracts that the one who acts may read, the last issued first. */
export async function listExtracts(after?: string): Promise<Page<{ id: string }>> {
  const page = db()
    .selectFrom('commons.dossier as d')
    .select(['d.id', orderKey(lastChanged)])
    .where('d.kind', '=', extracts.name)
    .where(seen())
    .$call(afterKey(lastChanged, after))
  return pageOf(lastChanged, await readAfter(after, () => page.execute()))
}

/** These extracts, in this order. */
export async function extractsNamed(some: readonly { id: string }[]): Promise<Extract[]> {
  const all = await readMany(
    extracts,
    some.map(({ id }) => id),
  )
  return some.flatMap(({ id }) => all.find((one) => one.id === id) ?? [])
}

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
