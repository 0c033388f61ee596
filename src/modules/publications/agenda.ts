import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { tenant } from '#kernel/tenancy'
import { contentOf, type Publication } from '#commons/publication'
import { PublicMeeting } from './content.ts'
import './tables.ts'

/** Has everybody find the agenda of a meeting, by what its latest copy says: in the transaction that published it. */
export async function enterAgenda({ id, slug, hash, title }: Publication): Promise<void> {
  const content = (await contentOf([{ id }])).get(id)
  if (!content) return
  const { organ, starts_at, place, state, points } = PublicMeeting.parse(content)
  const row = {
    ...{ slug, authority: tenant().slug, hash, title, organ: organ.name, organ_kind: organ.kind },
    ...{ starts_at, place, state, points: points.filter((one) => one.slug !== null).length },
  }
  await sql`
    insert into publications.agenda (slug, authority, hash, title, organ, organ_kind, starts_at, place, state, points)
    select slug, authority, hash, title, organ, organ_kind, starts_at, place, state, points
    from jsonb_to_recordset(${asRows([row])}) as e (slug text, authority text, hash text, title text, organ text, organ_kind text,
      starts_at timestamptz, place text, state text, points int)
    on conflict (tenant_id, slug) do update set hash = excluded.hash, title = excluded.title, organ = excluded.organ,
      organ_kind = excluded.organ_kind, starts_at = excluded.starts_at, place = excluded.place, state = excluded.state,
      points = excluded.points`.execute(db())
}

/** A meeting of which something is public. */
export interface KnownMeeting {
  slug: string
  authority: string
  title: string
  organ: string
  organ_kind: string
  starts_at: Temporal.Instant
  place: string
  state: 'planned' | 'held' | 'cancelled'
  points: number
}

const size = 30

/** Meetings that are to come, the nearest first, or that were held, the latest first: of the authority, or of all. */
export async function knownMeetings(
  when: 'to_come' | 'held',
  { most = size }: { most?: number } = {},
): Promise<KnownMeeting[]> {
  const now = Temporal.Now.instant().toString()
  const [side, order] = when === 'held' ? [sql`<`, sql`desc`] : [sql`>=`, sql`asc`]
  const { rows } = await sql<KnownMeeting>`
    select slug, authority, title, organ, organ_kind, starts_at, place, state, points from publications.agenda
    where starts_at ${side} ${now}::timestamptz order by starts_at ${order}, authority, slug limit ${most}`.execute(
    db(),
  )
  return rows
}
