import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { keyParts, readKey, whilePublic, writtenKey } from '#kernel/http'
import { longest } from '#kernel/search'
import { today } from '#commons/clock'
import { holding } from '../replacing.ts'
import '../tables.ts'

export const standings = ['in_force', 'to_come', 'over'] as const

/** What everybody asks of the texts of an authority. */
export interface Sought {
  q: string
  type?: string | undefined
  year?: number | undefined
  standing?: (typeof standings)[number] | undefined
  after?: string | undefined
}

/** A text that was found. */
export interface FoundText {
  slug: string
  title: string
  nature: string
  type: string | null
  body: string
  published_on: Temporal.PlainDate
  in_force_on: Temporal.PlainDate | null
  standing: Standing
  passage: string
}

/** How a text stands today; a notice stands until it is over. */
export type Standing = 'in_force' | 'to_come' | 'replaced' | 'over' | 'notice' | 'unknown'

const size = 20
const counted = 1000

const Key = z.tuple([keyParts.day, keyParts.slug])

/** How `e` stands today: said in one place, for lists and pages. What is replaced from the day on which it would bind never does. */
const standing = () => sql<Standing>`case
  when e.archived_on is not null or e.expires_on < ${today()} then 'over'
  when r.old_slug is not null and coalesce(r.holds_on, ${today()}) <= greatest(${today()}, e.in_force_on) then 'replaced'
  when e.nature = 'notice' then 'notice'
  when e.in_force_on is null then 'unknown'
  when e.in_force_on > ${today()} then 'to_come'
  else 'in_force' end`

/** The texts `e`, each with what replaces it (`r`): for a query that begins with `holding`. */
const texts = sql`regulations.entry e left join holding r on r.old_slug = e.slug and r.whole`

/** Those which a word of the search means: what is over or replaced is no longer in force. */
const meant = {
  in_force: ['in_force', 'notice', 'unknown'],
  to_come: ['to_come'],
  over: ['over', 'replaced'],
} as const

/** Finds texts, the latest first. For a public transaction. Throws `Invalid` where no page gave `after`. */
export async function findTexts(sought: Sought) {
  const { type = null, year = null, after } = sought
  const q = sought.q.trim().slice(0, longest)
  const [day, slug] = after ? readKey(Key, after) : [null, null]
  const wanted = sought.standing ? [...meant[sought.standing]] : null
  const where = sql`(${q} = '' or (e.words @@ a.lookup and e.words @@ a.wanted))
    and (${type}::text is null or e.type = ${type})
    and (${wanted}::text[] is null or ${standing()} = any(${wanted}::text[]))
    and (${year}::int is null or (e.published_on >= make_date(${year}, 1, 1) and e.published_on < make_date(${year} + 1, 1, 1)))`
  const { rows } = await sql<FoundText & { stems: string[]; total: number }>`
    with recursive ${holding},
    a as materialized (
      select lookup, wanted, array(select distinct m[1] from regexp_matches(lookup::text, '''([[:alnum:]]+)''', 'g') as m) as stems
      from regulations.asked(${q})),
    counted as (select count(*)::int as total from (select from ${texts} cross join a where ${where} limit ${counted + 1}) as there)
    select e.slug, e.title, e.nature, e.type, e.body, e.published_on, e.in_force_on, ${standing()} as standing, a.stems, counted.total,
      left(e.plain, 260) as passage
    from ${texts} cross join a cross join counted
    where ${where} and (${day}::date is null or (e.published_on, e.slug) < (${day}::date, ${slug}))
    order by e.published_on desc, e.slug desc limit ${size + 1}`.execute(db())
  const found = rows.slice(0, size)
  const last = rows.length > size ? found.at(-1) : undefined
  const total = rows[0]?.total ?? 0
  return {
    found,
    total: Math.min(total, counted),
    exact: total <= counted,
    next: last ? writtenKey([last.published_on, last.slug]) : null,
    stems: rows[0]?.stems ?? [],
  }
}

/** By what the texts of the authority are told apart. */
export const facets = (): Promise<Readonly<Facets>> => whilePublic('regulations.facets', readFacets)

interface Facets {
  types: string[]
  years: number[]
}

async function readFacets(): Promise<Facets> {
  const { rows } = await sql<Facets>`
    select coalesce(array_agg(distinct type order by type) filter (where type is not null), '{}') as types,
      coalesce(array_agg(distinct extract(year from published_on)::int), '{}') as years
    from regulations.entry`.execute(db())
  const { types = [], years = [] } = rows[0] ?? {}
  return { types, years: years.toSorted((a, b) => b - a) }
}

/** How a text stands today; undefined of one that is not public. */
export async function standingOf(slug: string): Promise<Standing | undefined> {
  const { rows } = await sql<{ standing: Standing }>`
    with recursive ${holding}
    select ${standing()} as standing from ${texts} where e.slug = ${slug}`.execute(db())
  return rows[0]?.standing
}

/** For so long a text hangs on the board after its publication; a notice as long as it stands. */
const daysOnBoard = 30
/** More than hang at once. */
const mostOnBoard = 200

/** What hangs on the board today (tableau d’affichage), the latest first. For a public transaction. */
export async function onBoard(): Promise<FoundText[]> {
  const { rows } = await sql<FoundText>`
    with recursive ${holding}
    select e.slug, e.title, e.nature, e.type, e.body, e.published_on, e.in_force_on, ${standing()} as standing, '' as passage
    from ${texts}
    where ${standing()} not in ('over', 'replaced')
      and (e.nature = 'notice' or e.published_on > ${today().subtract({ days: daysOnBoard })})
    order by e.published_on desc, e.slug desc limit ${mostOnBoard}`.execute(db())
  return rows
}
