import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { longest, whole } from '#kernel/search'
import './tables.ts'

/** What everybody asks of the points of an authority. */
export interface Sought {
  /** Words, read as those that were written are. */
  q: string
  /** The name of an organ, of a subject; a year; at which stage. */
  organ?: string | undefined
  subject?: string | undefined
  year?: number | undefined
  stage?: 'project' | 'decision' | undefined
  /** The key of the page before. */
  after?: string | undefined
}

/** A point that was found, and why. */
export interface FoundPoint {
  slug: string
  title: string
  organ: string
  day: Temporal.PlainDate
  number: string
  stage: 'project' | 'decision'
  subject: string | null
  /** What stands around the first of the words. */
  passage: string
}

const size = 20
/** Past so many, it is said that there are more. */
const counted = 1000

const Key = z.tuple([z.iso.date(), z.string().regex(/^[a-z0-9-]{1,200}$/)])

/**
 * Finds public points of the authority, the latest meeting first. For a public transaction. `total` is how many there are, and at
 * most 1 000; `stems` are the beginnings of the words that were found. Throws `Invalid` where no page gave `after`.
 */
export async function findPoints(sought: Sought): Promise<{
  found: FoundPoint[]
  total: number
  exact: boolean
  next: string | null
  stems: string[]
}> {
  const { organ = null, subject = null, year = null, stage = null, after } = sought
  const q = sought.q.trim().slice(0, longest)
  const [day, slug] = keyOf(after)
  const where = sql`(${q} = '' or (e.words @@ a.lookup and e.words @@ a.wanted))
    and (${organ}::text is null or e.organ = ${organ}) and (${subject}::text is null or e.subject = ${subject})
    and (${stage}::text is null or e.stage = ${stage})
    and (${year}::int is null or (e.day >= make_date(${year}, 1, 1) and e.day < make_date(${year} + 1, 1, 1)))`
  const { rows } = await sql<FoundPoint & { stems: string[]; total: number }>`
    with a as materialized (
      select lookup, wanted, array(select distinct m[1] from regexp_matches(lookup::text, '''([[:alnum:]]+)''', 'g') as m) as stems
      from publications.asked(${q})),
    counted as (select count(*)::int as total from (select from publications.entry e, a where ${where} limit ${counted + 1}) as there)
    select e.slug, e.title, e.organ, e.day, e.number, e.stage, e.subject, a.stems, counted.total,
      case when ${q} = '' then left(e.body, 260) else publications.passage(e.body, a.stems) end as passage
    from publications.entry e, a, counted
    where ${where} and (${day}::date is null or (e.day, e.slug) < (${day}::date, ${slug}))
    order by e.day desc, e.slug desc limit ${size + 1}`.execute(db())
  const found = rows.slice(0, size).map((one) => ({ ...one, passage: whole(one.passage) }))
  const last = rows.length > size ? found.at(-1) : undefined
  const [first] = rows
  return {
    found,
    total: Math.min(first?.total ?? 0, counted),
    exact: (first?.total ?? 0) <= counted,
    next: last ? Buffer.from(JSON.stringify([last.day, last.slug])).toString('base64url') : null,
    stems: first?.stems ?? [],
  }
}

function keyOf(after: string | undefined): [string, string] | [null, null] {
  if (!after) return [null, null]
  try {
    return Key.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
  } catch {
    throw Invalid.field('after', 'http.field.wrong')
  }
}

/** By what the points of the authority are told apart: its organs, subjects and years, of which some are public. */
export async function facets(): Promise<{ organs: string[]; subjects: string[]; years: number[] }> {
  const { rows } = await sql<{ organs: string[]; subjects: string[]; years: number[] }>`
    select coalesce(array_agg(distinct organ), '{}') as organs,
      coalesce(array_agg(distinct subject) filter (where subject is not null), '{}') as subjects,
      coalesce(array_agg(distinct extract(year from day)::int), '{}') as years
    from publications.entry`.execute(db())
  const { organs = [], subjects = [], years = [] } = rows[0] ?? {}
  return { organs, subjects, years: years.toSorted((a, b) => b - a) }
}
