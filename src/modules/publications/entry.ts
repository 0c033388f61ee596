import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { emptyText, toPlainText } from '#kernel/richtext'
import { timeZone } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { contentOf, type Publication } from '#commons/publication'
import { keepAuthority } from './authority.ts'
import { tellChanged, tellGone } from './changed.ts'
import { PublicPoint } from '#modules/copies'
import './tables.ts'

/** Has everybody find points by what their latest copy says: once each, in the transaction that published them. */
export async function enter(published: readonly Publication[]): Promise<void> {
  const contents = await contentOf(published)
  const rows = published.flatMap(({ id, slug, hash, title, published_at }) => {
    const content = contents.get(id)
    return content ? [rowOf({ slug, hash, title, published_at }, PublicPoint.parse(content))] : []
  })
  if (rows.length === 0) return
  await sql`
    insert into publications.entry (slug, authority, hash, stage, title, organ, organ_kind, day, number, subject, people, places, body,
      published_at, meeting, outcome, yes, no, words)
    select slug, ${tenant().slug}, hash, stage, title, organ, organ_kind, day, number, subject, people, places, body, at,
      meeting, outcome, yes, no, kernel.found_under(title, concat_ws(' ', number, array_to_string(places, ' ')),
        concat_ws(E'\n', subject, array_to_string(people, ' '), body))
    from jsonb_to_recordset(${asRows(rows)}) as e (slug text, hash text, stage text, title text, organ text, organ_kind text,
      day date, number text, subject text, people text[], places text[], body text, at timestamptz,
      meeting text, outcome text, yes int, no int)
    on conflict (tenant_id, slug) do update set hash = excluded.hash, stage = excluded.stage, title = excluded.title,
      organ = excluded.organ, organ_kind = excluded.organ_kind, day = excluded.day, number = excluded.number,
      subject = excluded.subject, people = excluded.people, places = excluded.places, body = excluded.body,
      words = excluded.words, published_at = excluded.published_at, meeting = excluded.meeting, outcome = excluded.outcome,
      yes = excluded.yes, no = excluded.no`.execute(db())
  await tellChanged(published)
  await keepAuthority()
}

type Named = Pick<Publication, 'slug' | 'hash' | 'title' | 'published_at'>

function rowOf({ slug, hash, title, published_at }: Named, point: PublicPoint) {
  const { stage, organ, number, subject, in_charge: people, places } = point
  const whole = point.votes.find((vote) => vote.about === null)
  const day = Temporal.Instant.from(point.starts_at).toZonedDateTimeISO(timeZone).toPlainDate()
  const words = [point.note ?? emptyText, point.motivation, point.decision].map(toPlainText)
  return {
    ...{ slug, hash, stage, title, organ: organ.name, organ_kind: organ.kind },
    ...{ day: day.toString(), number, subject, people, places },
    body: words.filter(Boolean).join('\n'),
    at: published_at.toString(),
    ...{ meeting: point.meeting, outcome: point.outcome, yes: whole?.yes, no: whole?.no },
  }
}

/** Has nobody find points any more, by their slugs: their copies were withdrawn. */
export async function leaveOut(slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return
  await db()
    .deleteFrom('publications.entry')
    .where('slug', 'in', [...slugs])
    .execute()
  await tellGone(slugs)
  await keepAuthority()
}
