import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { toPlainText } from '#kernel/richtext'
import type { Publication } from '#commons/publication'
import type { PublicPosting } from './content.ts'
import './tables.ts'

type Named = Pick<Publication, 'slug' | 'hash' | 'title' | 'published_at'>

/** Has everybody find a text by what its latest copy says, in the transaction that published it. */
export async function enter(copy: Named, content: PublicPosting): Promise<void> {
  const { slug, hash, title } = copy
  const { nature, type, matter, body, published_on, in_force, expires_on, consultation } = content
  const plain = [toPlainText(content.text), consultation].filter(Boolean).join('\n')
  const row = {
    ...{ slug, hash, title, nature, type, matter, body, published_on, expires_on, plain },
    in_force_on: in_force?.on ?? null,
    at: copy.published_at.toString(),
  }
  await sql`
    insert into regulations.entry (slug, hash, nature, type, matter, body, title, published_on, published_at, in_force_on, expires_on,
      plain, words)
    select slug, hash, nature, type, matter, body, title, published_on, at, in_force_on, expires_on, plain,
      kernel.found_under(title, concat_ws(' ', type, matter), plain)
    from jsonb_to_recordset(${asRows([row])}) as e (slug text, hash text, nature text, type text, matter text, body text, title text,
      published_on date, at timestamptz, in_force_on date, expires_on date, plain text)
    on conflict (tenant_id, slug) do update set hash = excluded.hash, nature = excluded.nature, type = excluded.type,
      matter = excluded.matter, body = excluded.body, title = excluded.title, published_on = excluded.published_on,
      published_at = excluded.published_at, in_force_on = excluded.in_force_on, expires_on = excluded.expires_on,
      archived_on = null, plain = excluded.plain, words = excluded.words`.execute(db())
}

/** Has nobody find texts any more, by their slugs; what they did to others goes with them. */
export async function leaveOut(slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return
  await db()
    .deleteFrom('regulations.entry')
    .where('slug', 'in', [...slugs])
    .execute()
}

/** Says since when a text no longer stands; null: it stands again. */
export async function setAside(slug: string, archived_on: Temporal.PlainDate | null) {
  await db()
    .updateTable('regulations.entry')
    .set({ archived_on })
    .where('slug', '=', slug)
    .execute()
}
