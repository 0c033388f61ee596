import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { optionalLine, whilePublic } from '#kernel/http'
import { t } from '#kernel/i18n'
import { publicPoints } from '#modules/publications'

/** What somebody follows, or asks a feed for: of what is said all must fit; empty is anything. */
export interface Followed {
  words: string
  subject: string
  organ: string
  place: string
}

/** The same as it stands in addresses, where the search of decisions says it so. */
export const Query = z.object({
  q: optionalLine(500),
  subject: optionalLine(200),
  organ: optionalLine(200),
  place: optionalLine(200),
})
export type Query = z.output<typeof Query>

export const followedIn = ({ q, subject, organ, place }: Query): Followed => ({
  ...{ words: q.trim(), subject: subject.trim() },
  ...{ organ: organ.trim(), place: place.trim() },
})

/** « ?q=moulin&organ=… », of what is said; empty where nothing is. */
export function queryOf({ words: q, subject, organ, place }: Followed): string {
  const said = Object.entries({ q, subject, organ, place }).filter(([, value]) => value !== '')
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : ''
}

/** « moulin · Voirie · Conseil communal · rue Haute » */
export function inWords({ words, subject, organ, place }: Followed): string {
  const said = [words && t('alerts.quoted', { words }), subject, organ, place].filter(Boolean)
  return said.length > 0 ? said.join(' · ') : t('alerts.anything')
}

/**
 * What is asked, beside how its words are looked for, as the row `f` of `fits`: the same as the search of decisions reads them. For a
 * public transaction, or another.
 */
export const askedFor = ({ words, subject, organ, place }: Followed) => sql`
  select ${words}::text as words, ${subject}::text as subject, ${organ}::text as organ, ${place}::text as place, a.wanted, a.lookup
  from publications.asked(${words}) as a`

/**
 * Whether the public point `e` (`publicPoints`) is one of those that `f` is about: the only place that says so. A street is one that
 * somebody noted, or that its title names.
 */
export const fits = sql<boolean>`(f.words = '' or (e.words @@ f.lookup and e.words @@ f.wanted))
  and (f.subject = '' or e.subject = f.subject) and (f.organ = '' or e.organ = f.organ)
  and (f.place = '' or alerts.at_place(e.places || e.title, f.place))`

/** Throws `Invalid` where words were typed of which none is ever looked for: « de la ». */
export async function ensureSaid({ words }: Followed): Promise<void> {
  if (words === '') return
  const { rows } = await sql<{ says: boolean }>`
    select numnode(lookup) > 0 as says from publications.asked(${words})`.execute(db())
  if (!rows[0]?.says) throw Invalid.field('q', 'alerts.words_say_nothing')
}

/** The streets of public points, of which some are proposed to who types one. */
export const knownPlaces = (): Promise<readonly string[]> =>
  whilePublic('alerts.places', readPlaces)

async function readPlaces(): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    select distinct unnest(places) as place from ${publicPoints} e order by place limit 500`.execute(
    db(),
  )
  return rows.map(({ place }) => place)
}
