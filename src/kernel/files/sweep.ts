import { type RawBuilder, sql } from 'kysely'
import { currentTenantId, db } from '#kernel/db'
import { Unavailable } from '#kernel/errors'
import { alone } from './lock.ts'
import { store } from './store.ts'

/** Where files are needed: queries of one column `hash`, by what they are of. */
const needs = new Map<string, RawBuilder<{ hash: string }>>()

/**
 * Says which files are needed, once, where a file is loaded: whoever keeps a hash in a row or a document says so,
 * for what nobody needs is erased.
 */
export function needsFiles(table: string, hashes: RawBuilder<{ hash: string }>): void {
  needs.set(table, hashes)
}

/** The tables of which somebody said which files they need. */
export const tablesThatNeedFiles = (): string[] => [...needs.keys()]

/** What came within this time may be of something that is still being written, in milliseconds. */
const grace = 24 * 3_600_000

/**
 * Erases the bytes that nothing needs any more, of the authority of the open transaction: of dropped imports,
 * of annexes that were withdrawn long ago, of uploads that failed. Returns how many. Throws `Unavailable` while
 * files are being kept or backed up: the same may go well soon.
 */
export async function sweepFiles(now = Temporal.Now.instant()): Promise<number> {
  if (!(await alone())) throw new Unavailable('errors.files_in_use')
  const authority = currentTenantId()
  const before = now.subtract({ milliseconds: grace }).toString()
  const needed = sql.join([...needs.values()], sql` union all `)
  const { rows } = await sql<{ hash: string }>`
    select f.hash from kernel.file f
    where f.erased_at is null and f.created_at < ${before}::timestamptz
      and not exists (select from (${needed}) n where n.hash = f.hash)`.execute(db())
  const unneeded = rows.map(({ hash }) => hash)
  await sql`select kernel.erase_files(${unneeded}::text[])`.execute(db())
  const known = await db()
    .selectFrom('kernel.file')
    .select('hash')
    .where('erased_at', 'is', null)
    .execute()
  const kept = new Set(known.map(({ hash }) => hash))
  let count = 0
  // Before the commit, while nobody else keeps any: the same bytes may come again right after.
  for (const { place, name, writtenAt } of await store().lying(authority)) {
    const erased = unneeded.includes(name)
    if (kept.has(name) || (!erased && now.epochMilliseconds - writtenAt < grace)) continue
    await store().remove(authority, place)
    count += 1
  }
  return count
}
