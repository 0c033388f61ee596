import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { keyParts, optionalLine, readKey, whilePublic, writtenKey } from '#kernel/http'
import { longest } from '#kernel/search'
import './tables.ts'

/** What everybody asks of public points, in an address: what cannot be meant is not asked. */
export const Search = z.object({
  q: optionalLine(500),
  organ: optionalLine(200),
  subject: optionalLine(200),
  person: optionalLine(200),
  place: optionalLine(200),
  /** The slug of an authority, where all are asked. */
  authority: optionalLine(100),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  stage: z.enum(['project', 'decision']).optional().catch(undefined),
  after: optionalLine(500),
})
export type Search = z.output<typeof Search>

/** A point that was found, and why. */
export interface FoundPoint {
  /** The slug of its authority. */
  authority: string
  slug: string
  title: string
  organ: string
  day: Temporal.PlainDate
  number: string
  stage: 'project' | 'decision'
  subject: string | null
  outcome: string | null
  people: string[]
  places: string[]
  /** What stands around the first of the words. */
  passage: string
}

/** Public points, how many there are, and where the next page begins. */
export interface FoundPoints {
  found: FoundPoint[]
  /** At most 1 000. */
  total: number
  /** Whether there are no more than that. */
  exact: boolean
  /** The key of the next page. */
  next: string | null
  /** The beginnings of the words that were found. */
  stems: string[]
}

const size = 20
/** Past so many, it is said that there are more. */
const counted = 1000

const Key = z.tuple([keyParts.day, keyParts.slug, keyParts.slug])

/**
 * Finds public points, the latest meeting first: of the authority, or of all in a transaction of the portal. Throws `Invalid` where no
 * page gave `after`.
 */
export async function findPoints({ after, ...sought }: Search): Promise<FoundPoints> {
  const asked = { ...sought, q: sought.q.trim().slice(0, longest) }
  const from = { ...asked, ...keyOf(after) }
  const { rows } = await sql<FoundPoint & { stems: string[] }>`
    select * from publications.found(${JSON.stringify(from)}::jsonb, ${size + 1})`.execute(db())
  const { rows: counts } = await sql<{ total: number }>`
    select publications.counted(${JSON.stringify(asked)}::jsonb, ${counted + 1}) as total`.execute(
    db(),
  )
  const total = counts[0]?.total ?? 0
  const found = rows.slice(0, size)
  const last = rows.length > size ? found.at(-1) : undefined
  return {
    found,
    total: Math.min(total, counted),
    exact: total <= counted,
    next: last ? writtenKey([last.day, last.authority, last.slug]) : null,
    stems: rows[0]?.stems ?? [],
  }
}

function keyOf(after: string): { day?: string; after_authority?: string; after_slug?: string } {
  if (!after) return {}
  const [day, after_authority, after_slug] = readKey(Key, after)
  return { day, after_authority, after_slug }
}

/** By what the points of the authority are told apart: its organs, subjects, years and people in office, of which some are public. */
export const facets = (): Promise<Readonly<Facets>> =>
  whilePublic('publications.facets', readFacets)

async function readFacets(): Promise<Facets> {
  const { rows } = await sql<Facets>`
    select coalesce(array_agg(distinct organ), '{}') as organs,
      coalesce(array_agg(distinct subject) filter (where subject is not null), '{}') as subjects,
      coalesce(array_agg(distinct extract(year from day)::int), '{}') as years,
      array(select distinct unnest(people) from publications.entry order by 1) as people
    from publications.entry`.execute(db())
  const { organs = [], subjects = [], years = [], people = [] } = rows[0] ?? {}
  return { organs, subjects, years: years.toSorted((a, b) => b - a), people }
}

interface Facets {
  organs: string[]
  subjects: string[]
  years: number[]
  people: string[]
}
