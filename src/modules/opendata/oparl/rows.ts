import { type RawBuilder, sql } from 'kysely'
import { db } from '#kernel/db'
import type { Published } from '#commons/publication'
import { meetingCopies, type Named, pointCopies } from '#modules/publications'

/** By when something was made public, changed or withdrawn, as OParl filters lists. */
export interface Span {
  created_since?: string | undefined
  created_until?: string | undefined
  modified_since?: string | undefined
  modified_until?: string | undefined
}

/** What stands under a slug now: its latest copy; or that it was withdrawn, and then nothing of what it said. */
export type Row = {
  slug: string
  created: Temporal.Instant
  modified: Temporal.Instant
} & ({ deleted: false; copy: Published } | { deleted: true })

export const kinds = { point: pointCopies.name, meeting: meetingCopies.name } as const
export type Kind = keyof typeof kinds

interface Found extends Published {
  created: Temporal.Instant
  modified: Temporal.Instant
  deleted: boolean
}

const within = ({ created_since, created_until, modified_since, modified_until }: Span) => sql`
  (${created_since ?? null}::timestamptz is null or o.created >= ${created_since ?? null}::timestamptz)
  and (${created_until ?? null}::timestamptz is null or o.created <= ${created_until ?? null}::timestamptz)
  and (${modified_since ?? null}::timestamptz is null or o.modified >= ${modified_since ?? null}::timestamptz)
  and (${modified_until ?? null}::timestamptz is null or o.modified <= ${modified_until ?? null}::timestamptz)`

const columns = sql`o.publisher, o.slug, o.number, o.title, o.content, o.hash, o.previous_hash, o.created, o.modified, o.deleted`

async function found(
  kind: Kind,
  where: RawBuilder<unknown>,
  span: Span,
  most: number,
): Promise<Row[]> {
  const { rows } = await sql<Found>`
    (select ${columns} from (
      select p.publisher, p.slug, p.number, p.title, p.content, p.hash, p.previous_hash, p.published_at as modified, false as deleted,
        (select min(f.published_at) from commons.publication f
          where f.publisher = p.publisher and f.slug = p.slug and f.withdrawn_at is null) as created
      from commons.publication p where p.publisher = ${kinds[kind]} and p.withdrawn_at is null
        and not exists (select from commons.publication l
          where l.publisher = p.publisher and l.slug = p.slug and l.number > p.number and l.withdrawn_at is null)) as o
      where ${where} and ${within(span)} order by o.slug limit ${most})
    union all
    (select ${columns} from (
      select w.publisher, w.slug, 0 as number, '' as title, null::jsonb as content, '' as hash, null::text as previous_hash,
        w.withdrawn_at as modified, true as deleted, coalesce(w.first_published_at, w.withdrawn_at) as created
      from commons.publication_withdrawal w where w.publisher = ${kinds[kind]}
        and not exists (select from commons.publication s
          where s.publisher = w.publisher and s.slug = w.slug and s.withdrawn_at is null)) as o
      where ${where} and ${within(span)} order by o.slug limit ${most})
    order by slug limit ${most}`.execute(db())
  return rows.map(({ created, modified, deleted, ...copy }) => {
    const row = { slug: copy.slug, created, modified }
    return deleted
      ? { ...row, deleted: true }
      : { ...row, deleted: false, copy: { ...copy, published_at: modified } }
  })
}

/** What stands under slugs after one, in their order. What was withdrawn is among it where changes are asked for. */
export const rowsAfter = (
  kind: Kind,
  after: string,
  { organ, ...span }: Span & { organ?: string | undefined },
  most: number,
): Promise<Row[]> => {
  const told = span.modified_since !== undefined || span.modified_until !== undefined
  return found(
    kind,
    sql`o.slug > ${after} and (${told} or not o.deleted)
      and (${organ ?? null}::text is null or o.content->'organ'->>'name' = ${organ ?? null})`,
    span,
    most,
  )
}

/** What stands under one slug. */
export const rowOf = async (kind: Kind, slug: string): Promise<Row | undefined> =>
  (await found(kind, sql`o.slug = ${slug}`, {}, 1))[0]

/** What stands under these slugs. */
export const rowsOf = (kind: Kind, slugs: readonly string[]): Promise<Row[]> =>
  slugs.length === 0
    ? Promise.resolve([])
    : found(kind, sql`o.slug = any(${[...slugs]})`, {}, slugs.length)

/** The organs of public meetings, each once. */
export async function organsShown(): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select content->'organ'->>'name' as name, min(content->'organ'->>'kind') as kind,
      min(published_at) as created, max(published_at) as modified
    from commons.publication where publisher = ${kinds.meeting} and withdrawn_at is null group by 1 order by 1`.execute(
    db(),
  )
  return rows
}
