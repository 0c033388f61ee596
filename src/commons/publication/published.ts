import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import type { Publisher } from './publisher.ts'
import type { Recorded } from './record.ts'
import './tables.ts'

/** A copy as everybody may read it. */
export interface Published<C = unknown> extends Recorded {
  content: C
  /** SHA-256, in hexadecimal. */
  hash: string
  /** The number of the latest copy, where this is an older one. */
  later?: number
}

type Named = Pick<Publisher, 'name'>

/** A copy in a list. */
export type PublishedTitle = Pick<Published, 'slug' | 'number' | 'title' | 'hash' | 'published_at'>

/**
 * The latest copy under a slug, or the one with this number: older ones stay readable. For a public
 * transaction. Throws `NotFound` where there is none, or where it was withdrawn.
 */
export async function published<C>(
  by: Publisher<C>,
  slug: string,
  number?: number,
): Promise<Published<C>> {
  const { content, ...copy } = await copyOf(by, slug, number)
  return { ...copy, content: by.content.parse(content) }
}

/** Every copy under a slug that everybody may read, the latest first. For a public transaction. */
export async function copiesUnder<C>(by: Publisher<C>, slug: string): Promise<Published<C>[]> {
  const rows = await openUnder(by, slug)
    .select(['publisher', 'slug', 'number', 'title', 'content', 'hash'])
    .select(['previous_hash', 'published_at'])
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ content, ...copy }) => ({ ...copy, content: by.content.parse(content) }))
}

/** One of the copies under a slug, the latest first, as `published` gives it; undefined where it is not among them. */
export function copyAmong<C>(
  copies: readonly Published<C>[],
  number?: number,
): Published<C> | undefined {
  const [latest] = copies
  const found = number === undefined ? latest : copies.find((one) => one.number === number)
  return found && latest && { ...found, ...(found !== latest && { later: latest.number }) }
}

/** The same with the content as it was hashed. */
export async function copyOf(by: Named, slug: string, number?: number): Promise<Published> {
  if (number !== undefined && !isNumber(number)) throw new NotFound()
  const latestNumber = openUnder(by, slug).select(({ fn }) => fn.max('number').as('latest'))
  const found = await openUnder(by, slug)
    .select(['publisher', 'slug', 'number', 'title', 'content', 'hash'])
    .select(['previous_hash', 'published_at', latestNumber.as('latest')])
    .where('number', '=', number ?? latestNumber)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  const { latest, ...copy } = found
  return { ...copy, ...(latest !== null && copy.number < latest && { later: latest }) }
}

/** What everybody is told of what was withdrawn under a slug; undefined where a copy is public, or never was one. For a public transaction. */
export async function withdrawnUnder(
  by: Named,
  slug: string,
): Promise<{ withdrawn_at: Temporal.Instant; said: string } | undefined> {
  const told = await db()
    .selectFrom('commons.publication_withdrawal')
    .select(['withdrawn_at', 'said'])
    .where('publisher', '=', by.name)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return told && (await numberOfLatest(by, slug)) === 0 ? told : undefined
}

/** The latest copy of each slug of a publisher, the newest first. For a public transaction. */
export async function latestPublished(by: Named): Promise<PublishedTitle[]> {
  const latest = await db()
    .selectFrom('commons.publication')
    .distinctOn('slug')
    .select(['slug', 'number', 'title', 'hash', 'published_at'])
    .where('publisher', '=', by.name)
    .where('withdrawn_at', 'is', null)
    .orderBy('slug')
    .orderBy('number', 'desc')
    .execute()
  return latest.toSorted((a, b) => Temporal.Instant.compare(b.published_at, a.published_at))
}

async function numberOfLatest(by: Named, slug: string): Promise<number> {
  const { latest } = await openUnder(by, slug)
    .select(({ fn }) => fn.max('number').as('latest'))
    .executeTakeFirstOrThrow()
  return latest ?? 0
}

/** The copies under a slug that everybody may read. */
const openUnder = (by: Named, slug: string) =>
  db()
    .selectFrom('commons.publication')
    .where('publisher', '=', by.name)
    .where('slug', '=', slug)
    .where('withdrawn_at', 'is', null)

/** Whether PostgreSQL can look for it: one in an address may be anything. */
const isNumber = (number: number) => Number.isInteger(number) && number < 2 ** 31

/** How many copies of a publisher stand open to everybody: withdrawn ones do not. */
export async function countPublished(by: Named): Promise<number> {
  const { count } = await db()
    .selectFrom('commons.publication')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('publisher', '=', by.name)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
