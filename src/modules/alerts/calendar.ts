import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { sql } from 'kysely'
import { originInLetters } from '#kernel/auth'
import { db } from '#kernel/db'
import { language, t } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { meetingCopies, publicPoints } from '#modules/publications'
import { askedFor, fits, type Followed, inWords } from './followed.ts'

/** So many meetings to come at most: an authority has some hundred a year. */
const most = 300

interface Row {
  slug: string
  number: number
  title: string
  content: unknown
  published_at: Temporal.Instant
}

/**
 * The public meetings to come as a calendar (iCalendar, RFC 5545): those of the organ that is asked for, and of points that fit. One
 * that is cancelled stays, and says so, until its day. For a public transaction.
 */
export async function calendarOf(what: Followed): Promise<string> {
  const { organ, ...ofPoints } = what
  const asksPoints = Object.values(ofPoints).some((value) => value !== '')
  const fitting = asksPoints ? await slugsOf(what) : undefined
  const { rows } = await sql<Row>`
    select slug, number, title, content, published_at from (
      select distinct on (slug) slug, number, title, content, published_at from commons.publication
      where publisher = ${meetingCopies.name} and withdrawn_at is null order by slug, number desc) as latest
    where (content ->> 'starts_at')::timestamptz >= current_date
      and (${organ} = '' or content -> 'organ' ->> 'name' = ${organ})
    order by content ->> 'starts_at', slug limit ${most}`.execute(db())
  const origin = await originInLetters()
  const { host } = new URL(origin)
  const calendar = ical({
    name: t('alerts.calendar.title', { authority: tenant().shortName }),
    description: inWords(what),
    prodId: { company: 'Beffroi', product: 'Beffroi', language: language().toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const { slug, number, title, content, published_at: at } of rows) {
    const { starts_at, place, state, points } = meetingCopies.content.parse(content)
    if (fitting && !points.some((one) => one.slug !== null && fitting.has(one.slug))) continue
    calendar.createEvent({
      // It stays the same event as its agenda changes: another number says that it did.
      id: `${slug}@${host}`,
      sequence: number - 1,
      stamp: dateOf(at),
      lastModified: dateOf(at),
      start: dateOf(Temporal.Instant.from(starts_at)),
      summary: title,
      ...(place && { location: place }),
      url: `${origin}${meetingCopies.path(slug)}`,
      description: points.map((one) => `${one.number}. ${one.title}`).join('\n'),
      status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** The points of meetings to come that fit. */
async function slugsOf(what: Followed): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ slug: string }>`
    with f as materialized (${askedFor(what)})
    select e.slug from ${publicPoints} e, f where e.day >= current_date and ${fits}`.execute(db())
  return new Set(rows.map(({ slug }) => slug))
}

const dateOf = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
