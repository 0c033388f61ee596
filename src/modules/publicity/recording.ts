import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { pointCopies } from '#modules/publications'
import './tables.ts'

const Copy = z.object({ hash: z.string() })

/** Keeps when points became public first, by the copies that were just published: in the same transaction. */
export async function recordPublished(events: readonly Event[]): Promise<void> {
  const hashes = events.flatMap(({ data }) => Copy.safeParse(data).data?.hash ?? [])
  await sql`
    insert into publicity.point (meeting, slug, due_on, article, project_at, decision_at)
    select content ->> 'meeting', slug, (content -> 'due' ->> 'day')::date, content -> 'due' ->> 'article',
      case content ->> 'stage' when 'project' then published_at end,
      case content ->> 'stage' when 'decision' then published_at end
    from commons.publication where hash = any(${hashes}::text[]) and publisher = ${pointCopies.name}
    on conflict (tenant_id, meeting, slug) do update set
      due_on = coalesce(excluded.due_on, point.due_on), article = coalesce(excluded.article, point.article),
      project_at = coalesce(point.project_at, excluded.project_at),
      decision_at = coalesce(point.decision_at, excluded.decision_at)`.execute(db())
}
