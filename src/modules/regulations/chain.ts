import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { PublicPosting } from './content.ts'
import { isReplaced } from './guards.ts'
import { holding } from './replacing.ts'
import './tables.ts'

/**
 * Says what a text that was published replaces or changes, in the place of what it said before. Throws `Conflict` where another one
 * replaces the same: who publishes holds the lock of the chain of copies, so of two at once the second is told.
 */
export async function enchain(slug: string, { replaces, in_force }: PublicPosting): Promise<void> {
  await db().deleteFrom('regulations.chain').where('new_slug', '=', slug).execute()
  for (const { slug: old_slug, how, note } of replaces) {
    const whole = how === 'replaces'
    ensure(!whole || !(await isReplaced(old_slug, slug)), Conflict, 'regulations.replaced_already')
    const holds_on = in_force ? Temporal.PlainDate.from(in_force.on) : null
    await db()
      .insertInto('regulations.chain')
      .values({ new_slug: slug, old_slug, whole, note, holds_on })
      .execute()
  }
}

/** A text in the line of those that replace one another. */
export interface Link {
  slug: string
  title: string
  published_on: Temporal.PlainDate
  in_force_on: Temporal.PlainDate | null
}

/** All that replaced one another around a text, the oldest first, itself among them. For a public transaction. */
export async function lineOf(slug: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    with recursive line (slug) as (
      select ${slug}::text
      union select case when c.old_slug = l.slug then c.new_slug else c.old_slug end
      from line l join regulations.chain c on c.whole and l.slug in (c.old_slug, c.new_slug)
    )
    select e.slug, e.title, e.published_on, e.in_force_on from line join regulations.entry e using (slug)
    order by e.published_at, e.slug`.execute(db())
  return rows
}

/** What texts are called, by their public names; nothing of those that are withdrawn. For a public transaction. */
export async function titlesOf(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await db()
    .selectFrom('regulations.entry')
    .select(['slug', 'title'])
    .where('slug', 'in', [...slugs])
    .execute()
  return new Map(rows.map(({ slug, title }) => [slug, title]))
}

/** What another text does to one. */
export interface Change extends Link {
  note: string
  holds_on: Temporal.PlainDate | null
}

/** The text that replaces one, and those that change a part of it; none that never binds. For a public transaction. */
export async function changesTo(
  slug: string,
): Promise<{ replacedBy: Change | undefined; amendedBy: Change[] }> {
  const { rows } = await sql<Change & { whole: boolean }>`
    with recursive ${holding}
    select e.slug, e.title, e.published_on, e.in_force_on, c.whole, c.note, c.holds_on
    from holding c join regulations.entry e on e.slug = c.new_slug
    where c.old_slug = ${slug} order by e.published_at, e.slug`.execute(db())
  return {
    replacedBy: rows.find(({ whole }) => whole),
    amendedBy: rows.filter(({ whole }) => !whole),
  }
}
