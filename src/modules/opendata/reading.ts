import { sql } from 'kysely'
import { db } from '#kernel/db'
import { type Published, recordOf } from '#commons/publication'
import type { PublicCopy } from '#modules/decisions'
import { meetingCopies, pointCopies } from '#modules/publications'

/** What is told of here: points, then agendas. */
export const told = [pointCopies, meetingCopies] as const

/** The latest public copies of one publisher after a slug, in the order of slugs. For a public transaction. */
export async function latestAfter(
  publisher: string,
  after: string,
  most: number,
): Promise<Published[]> {
  const { rows } = await sql<Published>`
    select p.publisher, p.slug, p.number, p.title, p.content, p.hash, p.previous_hash, p.published_at
    from commons.publication p
    where p.publisher = ${publisher} and p.slug > ${after} and p.withdrawn_at is null
      and not exists (select from commons.publication l
        where l.publisher = p.publisher and l.slug = p.slug and l.number > p.number and l.withdrawn_at is null)
    order by p.slug limit ${most}`.execute(db())
  return rows
}

/** Public copies by their hashes, in no order. For a public transaction. */
export async function copiesOf(hashes: readonly string[]): Promise<Published[]> {
  const { rows } = await sql<Published>`
    select publisher, slug, number, title, content, hash, previous_hash, published_at
    from commons.publication where hash = any(${[...hashes]}) and withdrawn_at is null`.execute(
    db(),
  )
  return rows
}

/** A copy as what it is of. */
export const asCopy = (row: Published): PublicCopy =>
  row.publisher === pointCopies.name
    ? { of: 'point', copy: { ...row, content: pointCopies.content.parse(row.content) } }
    : { of: 'meeting', copy: { ...row, content: meetingCopies.content.parse(row.content) } }

/** The public page of a copy. */
export const pathOf = ({ publisher, slug }: { publisher: string; slug: string }) =>
  (publisher === pointCopies.name ? pointCopies : meetingCopies).path(slug)

/** A copy as it was hashed, with its page: a line of a dump, an entry of the feed. */
export const lineOf = (site: string, copy: Published) => ({
  url: site + pathOf(copy),
  ...recordOf(copy),
  hash: copy.hash,
})

/** When anything that is told of here was last published or withdrawn; null where nothing ever was. */
export async function changedAt(): Promise<Temporal.Instant | null> {
  const names = told.map(({ name }) => name)
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select greatest((select max(published_at) from commons.publication where withdrawn_at is null and publisher = any(${names})),
      (select max(withdrawn_at) from commons.publication_withdrawal where publisher = any(${names}))) as at`.execute(
    db(),
  )
  return rows[0]?.at ?? null
}

/** Since when anything that is told of here is public; null where nothing is. */
export async function shownSince(): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select published_at as at from commons.publication
    where withdrawn_at is null and publisher = any(${told.map(({ name }) => name)}) order by published_at limit 1`.execute(
    db(),
  )
  return rows[0]?.at ?? null
}
