import { sql } from 'kysely'
import { z } from 'zod'
import { asRows, db } from '#kernel/db'
import { keyParts, optionalLine, readKey, writtenKey } from '#kernel/http'
import { timeZone } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import type { OrganKind } from '#commons/law'
import { contentOf, type Publication } from '#commons/publication'
import { tellChanged } from './changed.ts'
import { PublicMeeting } from '#modules/copies'
import { keepLines } from './lines.ts'
import type { OpenMeeting } from './origin.ts'
import './tables.ts'

/** Has everybody find the agenda of a meeting, by what its latest copy says: in the transaction that published it. */
export async function enterAgenda(meeting: OpenMeeting, published: Publication): Promise<void> {
  const { id, slug, hash, title } = published
  const content = (await contentOf([{ id }])).get(id)
  if (!content) return
  const told = PublicMeeting.parse(content)
  const { organ, starts_at, place, state, points } = told
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
  await tellChanged([published])
  await keepLines(meeting, told)
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

const known = sql`slug, authority, title, organ, organ_kind, starts_at, place, state, points`

/** Meetings that are to come, the nearest first; those that were held, or any, the latest first: of the authority, or of all; `most` of them. */
export async function knownMeetings(
  when: 'to_come' | 'held' | 'any',
  most = size,
): Promise<KnownMeeting[]> {
  const now = sql`${Temporal.Now.instant().toString()}::timestamptz`
  const these = {
    to_come: sql`where starts_at >= ${now} order by starts_at asc`,
    held: sql`where starts_at < ${now} and state = 'held' order by starts_at desc`,
    any: sql`order by starts_at desc`,
  }
  const { rows } = await sql<KnownMeeting>`
    select ${known} from publications.agenda ${these[when]}, authority, slug limit ${most}`.execute(
    db(),
  )
  return rows
}

/** A meeting of which something is public, why points of it are kept back, and which everybody reads now, by their slugs, as what. */
interface AgendaOfYear extends KnownMeeting {
  organ_kind: OrganKind
  withheld: string[]
  shown: Readonly<Record<string, 'project' | 'decision'>>
}

/** The meetings of a year of which something is public, the first one first. */
export async function agendasIn(year: number): Promise<AgendaOfYear[]> {
  const [from, before] = [year, year + 1].map((one) =>
    Temporal.PlainDate.from({ year: one, month: 1, day: 1 })
      .toZonedDateTime(timeZone)
      .toInstant()
      .toString(),
  )
  const { rows } = await sql<AgendaOfYear>`
    select a.slug, a.authority, a.title, a.organ, a.organ_kind, a.starts_at, a.place, a.state, a.points,
      array(select line ->> 'withheld' from jsonb_array_elements(p.content -> 'points') as line
        where line ->> 'withheld' is not null) as withheld,
      (select coalesce(jsonb_object_agg(e.slug, e.stage), '{}') from publications.entry e
        where e.authority = a.authority and e.meeting = a.slug) as shown
    from publications.agenda a join commons.publication p on p.hash = a.hash
    where a.starts_at >= ${from}::timestamptz and a.starts_at < ${before}::timestamptz
    order by a.starts_at, a.slug`.execute(db())
  return rows
}

/** The slugs of the authorities that announce a meeting within so many days. For a transaction of the portal. */
export async function meetingWithin(days: number): Promise<ReadonlySet<string>> {
  const now = Temporal.Now.instant()
  const until = now.add({ hours: 24 * days })
  const { rows } = await sql<{ authority: string }>`
    select distinct authority from publications.agenda where state = 'planned'
      and starts_at >= ${now.toString()}::timestamptz and starts_at < ${until.toString()}::timestamptz`.execute(
    db(),
  )
  return new Set(rows.map(({ authority }) => authority))
}

/** The titles of the meetings of an organ, by its name, of which a public copy names who voted what, the latest first. */
export async function meetingsNaming(organ: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select a.title from publications.agenda a where a.organ = ${organ} and exists (
      select from publications.entry e join commons.publication p on p.hash = e.hash
      where e.meeting = a.slug and p.content @? '$.votes[*].voters[*]')
    order by a.starts_at desc`.execute(db())
  return rows.map(({ title }) => title)
}

const size = 30

export const MeetingSearch = z.object({ after: optionalLine(300) })

const Key = z.tuple([keyParts.moment, keyParts.slug, keyParts.slug])

/** The meetings that are past, the latest first, a page at a time: those too that were called off, or of which nobody said how they were held. Throws `Invalid` where no page gave `after`. */
export async function meetingsPage(
  after: string,
): Promise<{ held: KnownMeeting[]; next: string | null }> {
  const [at, authority, slug] = after
    ? readKey(Key, after)
    : [Temporal.Now.instant().toString(), '', '']
  const { rows } = await sql<KnownMeeting>`
    select ${known} from publications.agenda
    where starts_at <= ${at}::timestamptz and (starts_at < ${at}::timestamptz or (authority, slug) > (${authority}, ${slug}))
    order by starts_at desc, authority, slug limit ${size + 1}`.execute(db())
  const held = rows.slice(0, size)
  const last = rows.length > size ? held.at(-1) : undefined
  const next = last ? writtenKey([last.starts_at.toString(), last.authority, last.slug]) : null
  return { held, next }
}

/** A point of a public meeting, and how it ended. */
export interface PickedPoint {
  authority: string
  meeting: string
  slug: string
  title: string
  outcome: string | null
  yes: number | null
  no: number | null
}

/** Of each of these meetings some points that were decided, those first on which most voted. For a transaction of the portal. */
export async function pickedPoints(
  meetings: readonly KnownMeeting[],
  each: number,
): Promise<PickedPoint[]> {
  if (meetings.length === 0) return []
  const asked = meetings.map(({ authority, slug }) => ({ authority, meeting: slug }))
  const { rows } = await sql<PickedPoint>`
    select p.* from jsonb_to_recordset(${asRows(asked)}) as m (authority text, meeting text)
    cross join lateral (
      select authority, meeting, slug, title, outcome, yes, no from publications.entry e
      where e.authority = m.authority and e.meeting = m.meeting and e.stage = 'decision'
      order by e.yes + e.no desc nulls last, e.slug limit ${each}) as p`.execute(db())
  return rows
}
