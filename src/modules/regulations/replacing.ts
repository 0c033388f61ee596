import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { MessageKey } from '#kernel/i18n'
import { type Posting, type Replacing, replacedBy } from './fields.ts'
import './tables.ts'

/** Why a text cannot do to another what it says: a notice rules nothing, and two texts do not replace one another. */
export async function whyNot(
  { nature, replaces }: Pick<Posting, 'nature' | 'replaces'>,
  own?: string,
): Promise<{ at: number; key: MessageKey } | undefined> {
  for (const [at, one] of replacedBy({ replaces }).entries()) {
    if (nature === 'notice' && (await rules(one))) return { at, key: 'regulations.notice_replaces' }
    if (own && one.how === 'replaces' && (await comesBack(one, own)))
      return { at, key: 'regulations.replaces_mutually' }
  }
  return undefined
}

/** Whether a text is more than a notice. */
async function rules({ posting_id }: Replacing): Promise<boolean> {
  const { rows } = await sql`
    select from regulations.posting where id = ${posting_id}::uuid and nature <> 'notice'`.execute(
    db(),
  )
  return rows.length > 0
}

/** Whether a text says that it replaces another, itself or by those that it replaces. */
async function comesBack({ posting_id }: Replacing, own: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    with recursive line (id) as (
      select ${posting_id}::uuid
      union select (r->>'posting_id')::uuid
      from line l join regulations.posting p on p.id = l.id, jsonb_array_elements(p.replaces) r
      where r->>'how' = 'replaces'
    )
    select exists (select from line where id = ${own}::uuid) as there`.execute(db())
  return rows[0]?.there ?? false
}

const neverBinds = sql`coalesce(least(e.archived_on, e.expires_on) < e.in_force_on, false)`

/**
 * For a query `with recursive`: `holding`, what texts do to others, without those that never bind (replaced from a day not after the one on
 * which they would, archived or over before it), and without notices that would end a rule. Each text is replaced at most once: so
 * this begins at the last ones and meets each text once.
 */
export const holding = sql`
  bound (slug, never) as (
    select e.slug, ${neverBinds} from regulations.entry e
    where exists (select from regulations.chain c where c.new_slug = e.slug)
      and not exists (select from regulations.chain c where c.old_slug = e.slug and c.whole)
    union all
    select e.slug, ${neverBinds} or not b.never and (n.nature <> 'notice' or e.nature = 'notice')
      and coalesce(coalesce(c.holds_on, n.published_on) <= e.in_force_on, false)
    from bound b
    join regulations.entry n on n.slug = b.slug
    join regulations.chain c on c.new_slug = b.slug and c.whole
    join regulations.entry e on e.slug = c.old_slug
  ),
  holding as (
    select c.old_slug, c.new_slug, c.whole, c.note, c.holds_on
    from regulations.chain c
    join regulations.entry n on n.slug = c.new_slug
    join regulations.entry o on o.slug = c.old_slug
    left join bound b on b.slug = c.new_slug
    where not coalesce(b.never, false) and (n.nature <> 'notice' or o.nature = 'notice')
  )`
