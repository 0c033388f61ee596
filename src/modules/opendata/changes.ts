import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { keyParts, readKey, writtenKey } from '#kernel/http'
import type { Published } from '#commons/publication'
import { lineOf, pathOf, told } from './reading.ts'
import type { Site } from './site.ts'

/** How many changes come at once. */
const size = 50

/** Where a change stands: what was withdrawn comes before what was published at the same moment. */
const Key = z.tuple([
  keyParts.exactMoment,
  z.enum(['withdrawn', 'published']),
  keyParts.name,
  keyParts.slug.or(z.literal('')),
  keyParts.number,
])
type Key = z.output<typeof Key>

const first: Key = ['1970-01-01T00:00:00.000Z', 'withdrawn', '', '', 0]

interface Gone {
  publisher: string
  slug: string
  withdrawn_at: Temporal.Instant
  said: string
}

const names = told.map(({ name }) => name)

/**
 * What was published and withdrawn after a key, in the order in which it came; `next` is the key to go on from, always. A line that says
 * `withdrawn` takes away all copies of its address that came before it. Throws `Invalid` where nobody gave the key.
 */
export async function changesAfter(site: Site, after: string | undefined) {
  const key = after ? readKey(Key, after) : first
  const [published, withdrawn] = [await publishedAfter(key), await withdrawnAfter(key)]
  const all = [
    ...withdrawn.map((gone) => ({ key: keyOfGone(gone), change: goneLine(site, gone) })),
    ...published.map((copy) => ({
      key: keyOfCopy(copy),
      change: { change: 'published' as const, ...lineOf(site, copy) },
    })),
  ].toSorted((a, b) => compared(a.key, b.key))
  const some = all.slice(0, size)
  const last = some.at(-1)?.key ?? key
  return {
    items: some.map(({ change }) => change),
    next: writtenKey(last),
    more: all.length > size,
  }
}

const moment = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 })
const keyOfGone = ({ withdrawn_at, publisher, slug }: Gone): Key => [
  moment(withdrawn_at),
  'withdrawn',
  publisher,
  slug,
  0,
]
const keyOfCopy = ({ published_at, publisher, slug, number }: Published): Key => [
  moment(published_at),
  'published',
  publisher,
  slug,
  number,
]

const goneLine = (site: Site, gone: Gone) => ({
  change: 'withdrawn' as const,
  url: site + pathOf(gone),
  ...{ publisher: gone.publisher, slug: gone.slug },
  ...{ withdrawn_at: gone.withdrawn_at.toString(), said: gone.said },
})

/** One more than is told, so that it is known whether there are more. */
async function publishedAfter([at, kind, publisher, slug, number]: Key): Promise<Published[]> {
  // Past a withdrawal stands all that was published at that moment.
  const from =
    kind === 'published' ? sql`(${at}::timestamptz, ${publisher}, ${slug}, ${number})` : null
  const { rows } = await sql<Published>`
    select p.publisher, p.slug, p.number, p.title, p.content, p.hash, p.previous_hash, p.published_at
    from commons.publication p
    where p.withdrawn_at is null and p.publisher = any(${names}) and p.published_at >= ${at}::timestamptz
      and ${from ? sql`(p.published_at, p.publisher, p.slug, p.number) > ${from}` : sql`true`}
    order by p.published_at, p.publisher, p.slug, p.number limit ${size + 1}`.execute(db())
  return rows
}

async function withdrawnAfter([at, kind, publisher, slug]: Key): Promise<Gone[]> {
  const past =
    kind === 'published'
      ? sql`w.withdrawn_at > ${at}::timestamptz`
      : sql`(w.withdrawn_at, w.publisher, w.slug) > (${at}::timestamptz, ${publisher}, ${slug})`
  const { rows } = await sql<Gone>`
    select w.publisher, w.slug, w.withdrawn_at, w.said from commons.publication_withdrawal w
    where w.publisher = any(${names}) and ${past}
    order by w.withdrawn_at, w.publisher, w.slug limit ${size + 1}`.execute(db())
  return rows
}

/** Withdrawals before what was published at that moment; what is of one kind stays in the order of the database. */
function compared([at, kind]: Key, [other, against]: Key): number {
  if (at !== other) return at < other ? -1 : 1
  return kind === against ? 0 : kind === 'withdrawn' ? -1 : 1
}
