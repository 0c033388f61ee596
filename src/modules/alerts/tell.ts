import { sql } from 'kysely'
import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { formatDate, inLanguage, languageOf, reference, t } from '#kernel/i18n'
import { enqueue, task } from '#kernel/jobs'
import { recall } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import { publicationsOfMany } from '#commons/publication'
import { pointCopies, publicPoints } from '#modules/publications'
import { fits } from './followed.ts'
import { type Letter, write } from './letter.tsx'
import { becameOf } from './became.ts'
import { type Subscriber, wayOf } from './subscriber.ts'
import './tables.ts'

/** So many subscribers are looked after in one job; the next one takes the rest. */
const batch = 500
/** So many points a letter names; the rest is counted. */
const mostLines = 50
/** In days: what is published later after its meeting comes from an archive, and is no news. */
const fresh = 180

const Copy = z.object({ hash: z.string() })

/**
 * Has those told who follow what was just published, once that commits: of a point as a project, then of what became of it. Another
 * copy of the same stage corrects the one before, which is no news.
 */
export async function followPublished(events: readonly Event[]): Promise<void> {
  const hashes = events.flatMap(({ data }) => Copy.safeParse(data).data?.hash ?? [])
  const { rows } = await sql<{ slug: string }>`
    select distinct p.slug from commons.publication p
    where p.hash = any(${hashes}::text[]) and p.publisher = ${pointCopies.name}
      and exists (select from alerts.follow)
      and not exists (
        select from commons.publication o
        where o.publisher = p.publisher and o.slug = p.slug and o.number < p.number and o.withdrawn_at is null
          and o.content ->> 'stage' = p.content ->> 'stage')`.execute(db())
  await willTell(rows.map(({ slug }) => slug))
}

const willTell = async (slugs: readonly string[]) => {
  if (slugs.length > 0) await actAs(system, () => enqueue(tellNews, { slugs: [...slugs] }))
}

/**
 * What must not be read any more is told to nobody: letters that name it and wait to leave are taken back, and written again without
 * it. Who is being told of it just now ends first, by the lock of its row.
 */
export async function followWithdrawn(events: readonly Event[]): Promise<void> {
  const copies = await publicationsOfMany(events.flatMap(({ subjectId }) => subjectId ?? []))
  const slugs = [...copies.values()]
    .flat()
    .flatMap(({ publisher, slug }) => (publisher === pointCopies.name ? slug : []))
  if (slugs.length === 0) return
  await sql`select from ${publicPoints} e where slug = any(${slugs}::text[]) order by slug for update`.execute(
    db(),
  )
  const letters = await db()
    .selectFrom('alerts.told')
    .select('mail_id')
    .distinct()
    .where('slug', 'in', slugs)
    .execute()
  const back = await recall(letters.flatMap(({ mail_id: id }) => id ?? []))
  if (back.length === 0) return
  const untold = await db()
    .deleteFrom('alerts.told')
    .where('mail_id', 'in', back)
    .returning('slug')
    .execute()
  const gone = new Set(slugs)
  const others = new Set(untold.flatMap(({ slug }) => (gone.has(slug) ? [] : slug)))
  await willTell([...others])
}

/** Writes to those who follow one of these points, each once of each stage: one letter, whatever else is in it. */
export const tellNews = task(
  'alerts.tell_news',
  z.object({ slugs: z.array(z.string()), after: z.uuid().nullish() }),
  async ({ slugs, after = null }) => {
    const { told, last } = await noteTold(slugs, after)
    if (told.length > 0) await writeTo(told)
    if (last) await actAs(system, () => enqueue(tellNews, { slugs, after: last }))
  },
)

interface Told {
  subscriber_id: string
  slug: string
}

/**
 * Notes who is told of what, of the subscribers after this one: what their lines of this table say already is told to nobody again.
 * `last`: after whom there may be more.
 */
async function noteTold(
  slugs: readonly string[],
  after: string | null,
): Promise<{ told: Told[]; last: string | null }> {
  const some = await db()
    .selectFrom('alerts.subscriber')
    .select('id')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(batch)
    .execute()
  const ids = some.map(({ id }) => id)
  const { rows: told } = await sql<Told>`
    with e as materialized (
      select slug, stage, title, subject, organ, places, words from ${publicPoints} p
      where slug = any(${[...slugs]}::text[]) and day > current_date - ${fresh}::int order by slug for share),
    theirs as materialized (
      select * from alerts.follow where subscriber_id = any(${ids}::uuid[])),
    looked as materialized (
      select w.words, a.wanted, a.lookup
      from (select distinct words from theirs) w cross join lateral publications.asked(w.words) a)
    insert into alerts.told (subscriber_id, slug, stage)
    select distinct f.subscriber_id, e.slug, e.stage
    from e join (select theirs.*, looked.wanted, looked.lookup from theirs join looked using (words)) f on ${fits}
    on conflict do nothing returning subscriber_id, slug`.execute(db())
  return { told, last: ids.length === batch ? (ids.at(-1) ?? null) : null }
}

/** A point as a letter names it. */
interface Point {
  slug: string
  title: string
  stage: 'project' | 'decision'
  outcome: string | null
  organ: string
  day: Temporal.PlainDate
  number: string
}

/** « 2 » before « 10 ». */
const byNumber = new Intl.Collator('fr', { numeric: true })

async function writeTo(told: readonly Told[]): Promise<void> {
  const slugs = [...new Set(told.map(({ slug }) => slug))]
  const { rows: points } = await sql<Point>`
    select slug, title, stage, outcome, organ, day, number from ${publicPoints} e where slug = any(${slugs}::text[])
    order by day desc, organ, slug`.execute(db())
  const inOrder = points.toSorted((a, b) => byNumber.compare(a.number, b.number))
  const of = Map.groupBy(told, ({ subscriber_id: id }) => id)
  const people = await db()
    .selectFrom('alerts.subscriber')
    .select(['id', 'email', 'language', 'origin'])
    .where('id', 'in', [...of.keys()])
    .execute()
  const sent: { subscriber: string; mail: string }[] = []
  for (const [spoken, some] of Map.groupBy(people, ({ language: one }) => one)) {
    const letters = await inLanguage(languageOf(spoken) ?? reference, async () => {
      const made = []
      for (const one of some) {
        const mine = new Set(of.get(one.id)?.map(({ slug }) => slug))
        made.push(
          await letterTo(
            one,
            inOrder.filter(({ slug }) => mine.has(slug)),
          ),
        )
      }
      return write(made)
    })
    for (const [at, mail] of letters.entries()) sent.push({ subscriber: some[at]?.id ?? '', mail })
  }
  await sql`
    update alerts.told t set mail_id = s.mail
    from jsonb_to_recordset(${asRows(sent)}) as s (subscriber uuid, mail uuid)
    where t.subscriber_id = s.subscriber and t.slug = any(${slugs}::text[]) and t.mail_id is null`.execute(
    db(),
  )
}

async function letterTo(
  { id, email, origin }: Subscriber,
  points: readonly Point[],
): Promise<Letter> {
  const way = await wayOf(id)
  const shown = points.slice(0, mostLines)
  const lists = Map.groupBy(shown, ({ organ, day }) =>
    t('alerts.letter.meeting', { organ, day: formatDate(day) }),
  )
  const authority = tenant().shortName
  const others = points.length - shown.length
  return {
    address: email,
    subject: t('alerts.letter.news.subject', { authority, count: points.length }),
    paragraphs: [
      t('alerts.letter.news.lead', { authority: tenant().name, count: points.length }),
      ...[...lists].map(([title, some]) => ({
        title,
        entries: some.map((point) => ({
          text: becameOf(point),
          href: `${origin}${pointCopies.path(point.slug)}`,
        })),
      })),
      ...(others > 0
        ? [{ text: t('alerts.letter.others', { count: others }), href: `${origin}/decisions` }]
        : []),
      { text: t('alerts.letter.change'), href: `${origin}/alerts/mine/${way}` },
      { text: t('alerts.letter.end'), href: `${origin}/alerts/out/${way}` },
    ],
    unsubscribe: `${origin}/alerts/out/${way}`,
  }
}
