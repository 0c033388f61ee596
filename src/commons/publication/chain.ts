import { db } from '#kernel/db'
import { hashOf } from './record.ts'
import './tables.ts'

/** A copy that is not what was published. */
export interface Damage {
  id: string
  publisher: string
  slug: string
  number: number
}

/**
 * Follows the chain of this authority from its first copy and reckons every hash anew. Returns the
 * first copy that was altered, or that the chain does not reach; null where all is as published.
 */
export async function verifyChain(): Promise<Damage | null> {
  const links = await db()
    .selectFrom('commons.publication')
    .select(['id', 'hash', 'previous_hash', 'publisher', 'slug', 'number'])
    .orderBy('published_at')
    .orderBy('id')
    .execute()
  const followers = new Map(links.map((link) => [link.previous_hash, link]))
  const unreached = new Set(links)
  for (let at = followers.get(null); at && unreached.delete(at); at = followers.get(at.hash))
    if (!(await isAsPublished(at.id))) return at
  return [...unreached][0] ?? null
}

async function isAsPublished(id: string): Promise<boolean> {
  const row = await db()
    .selectFrom('commons.publication')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return hashOf(row) === row.hash
}
