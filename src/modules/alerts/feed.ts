import { Feed } from 'feed'
import { sql } from 'kysely'
import { originInLetters } from '#kernel/auth'
import { db } from '#kernel/db'
import { language, t } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { pointCopies, publicPoints } from '#modules/publications'
import { askedFor, fits, type Followed, inWords, queryOf } from './followed.ts'
import { becameOf } from './became.ts'

/** So many of the latest points a feed holds: readers come by each hour. */
const most = 50

/** A point as a feed tells it. */
interface Entry {
  slug: string
  title: string
  stage: 'project' | 'decision'
  outcome: string | null
  organ: string
  subject: string | null
  passage: string
  published_at: Temporal.Instant
}

/** What became public last, of what is asked for. For a public transaction. */
async function latestEntries(what: Followed): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    with f as materialized (${askedFor(what)})
    select e.slug, e.title, e.stage, e.outcome, e.organ, e.subject, left(e.body, 500) as passage, e.published_at
    from ${publicPoints} e, f where ${fits}
    order by e.published_at desc, e.slug limit ${most}`.execute(db())
  return rows
}

/** Where feeds of the same are, by their types, for the head of a page that shows it. */
export const feedLinks = (what: Followed): { type: string; href: string; title: string }[] =>
  (['atom', 'rss'] as const).map((format) => ({
    type: typeOf[format],
    href: `/feeds/decisions.${format}${queryOf(what)}`,
    title: t(`alerts.feed.${format}`),
  }))

export const typeOf = { atom: 'application/atom+xml', rss: 'application/rss+xml' } as const

/** What a feed of Atom reads as HTML, of plain words. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * What became public last of what is asked for, as a document of this format. `decision` is an entry of its own beside `project`:
 * readers show an entry once. For a public transaction.
 */
export async function feedOf(what: Followed, format: 'atom' | 'rss'): Promise<string> {
  const entries = await latestEntries(what)
  const origin = await originInLetters()
  const self = `${origin}/feeds/decisions.${format}${queryOf(what)}`
  const [latest] = entries
  const said = inWords(what)
  const feed = new Feed({
    id: `${origin}/feeds/decisions${queryOf(what)}`,
    title: t('alerts.feed.title', { authority: tenant().shortName }),
    description: said,
    link: `${origin}/decisions${queryOf(what)}`,
    language: language(),
    updated: dateOf(latest?.published_at ?? Temporal.Instant.fromEpochMilliseconds(0)),
    author: { name: tenant().name },
    feedLinks: { [format]: self },
    generator: 'Beffroi',
  })
  for (const entry of entries) {
    const { slug, stage, organ, subject, passage, published_at: at } = entry
    const href = `${origin}${pointCopies.path(slug)}`
    const name = becameOf(entry)
    feed.addItem({
      title: escaped(name),
      id: `${href}#${stage}`,
      link: href,
      date: dateOf(at),
      published: dateOf(at),
      description: escaped(passage || name),
      // In RSS an author is an address of mail.
      ...(format === 'atom' && { author: [{ name: organ }] }),
      category: [organ, subject].flatMap((term) => (term ? [{ name: term, term }] : [])),
    })
  }
  return format === 'atom' ? feed.atom1() : feed.rss2()
}

const dateOf = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
