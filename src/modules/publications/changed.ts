import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { tenant } from '#kernel/tenancy'
import type { Publication } from '#commons/publication'

/** What last changed under a public slug: a copy came to stand there, or nothing does any more. */
export type Changed = {
  authority: string
  publisher: string
  slug: string
  changed_at: Temporal.Instant
  /** Of the transaction that wrote it. */
  turn: string
} & ({ hash: string; said: null } | { hash: null; said: string })

/** Where one has read so far. */
export type ChangedKey = readonly [turn: string, authority: string, publisher: string, slug: string]

/** Has whoever follows all authorities know of copies, in the transaction that published them. */
export async function tellChanged(published: readonly Publication[]): Promise<void> {
  const rows = published.map(({ publisher, slug, hash, published_at }) => ({
    ...{ publisher, slug, hash, at: published_at.toString() },
  }))
  await sql`
    insert into publications.changed as known (publisher, slug, authority, hash, changed_at)
    select publisher, slug, ${tenant().slug}, hash, at
    from jsonb_to_recordset(${asRows(rows)}) as e (publisher text, slug text, hash text, at timestamptz)
    on conflict (tenant_id, publisher, slug) do update set hash = excluded.hash, said = null, changed_at = excluded.changed_at
      where known.hash is distinct from excluded.hash`.execute(db())
}

/** The same of points that were withdrawn, and why, as it is told in their place. */
export async function tellGone(slugs: readonly string[]): Promise<void> {
  await sql`
    update publications.changed c set hash = null, said = w.said, changed_at = w.withdrawn_at
    from commons.publication_withdrawal w
    where w.publisher = c.publisher and w.slug = c.slug and c.publisher = 'publications.point'
      and c.slug = any(${[...slugs]})`.execute(db())
}

/**
 * What changed after a key, of all authorities, `most` of it: in the order of the transactions that wrote, and nothing of one that could
 * still be overtaken. `known` is false of a key that this house has not reached: it was restored since. For a transaction of the portal.
 */
export async function changedAfter(
  [turn, authority, publisher, slug]: ChangedKey,
  most: number,
): Promise<{ changed: Changed[]; known: boolean }> {
  const { rows: reached } = await sql<{ known: boolean }>`
    select ${turn}::xid8 < pg_snapshot_xmax(pg_current_snapshot()) as known`.execute(db())
  const { rows } = await sql<Changed>`
    select authority, publisher, slug, hash, said, changed_at, turn::text from publications.changed
    where turn < pg_snapshot_xmin(pg_current_snapshot())
      and (turn, authority, publisher, slug) > (${turn}::xid8, ${authority}, ${publisher}, ${slug})
    order by turn, authority, publisher, slug limit ${most}`.execute(db())
  return { changed: rows, known: reached[0]?.known ?? false }
}

/** When anything was last published or withdrawn, of all authorities; null where nothing ever was. For a transaction of the portal. */
export async function lastChanged(): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select changed_at as at from publications.changed order by turn desc, authority desc, publisher desc, slug desc limit 1`.execute(
    db(),
  )
  return rows[0]?.at ?? null
}
