import { sql } from 'kysely'
import { db } from '#kernel/db'
import './tables.ts'

/** Something that public copies name and that is not published by itself: an organ, a place, somebody in office. */
export interface Named {
  name: string
  kind: string
  created: Temporal.Instant
  modified: Temporal.Instant
}

/** Those in whose charge public points are and who were there at public meetings, each once. For a public transaction. */
export async function peopleShown(): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select name, '' as kind, min(at) as created, max(at) as modified from (
      select p.name, e.published_at as at from publications.entry e cross join unnest(e.people) as p (name)
      union all
      select m ->> 'name', p.published_at from commons.publication p
        cross join jsonb_array_elements(p.content -> 'attendance' -> 'members') as m
        where p.publisher = 'publications.meeting' and p.withdrawn_at is null and m ->> 'presence' = 'present') as shown
    where name <> '' group by 1 order by 1`.execute(db())
  return rows
}

/** Where public meetings are held and what public points are about, each once. For a public transaction. */
export async function placesShown(): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select name, '' as kind, min(at) as created, max(at) as modified from (
      select content->>'place' as name, published_at as at from commons.publication
        where publisher = 'publications.meeting' and withdrawn_at is null
      union all
      select p.name, e.published_at from publications.entry e cross join unnest(e.places) as p (name)) as shown
    where name <> '' group by 1 order by 1`.execute(db())
  return rows
}
