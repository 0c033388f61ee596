import { sql } from 'kysely'
import { z } from 'zod'
import { asRows, db } from '#kernel/db'
import type { Event } from '#kernel/events'
import './tables.ts'

const Following = z.object({ follows: z.uuid() })

/**
 * What was said of a point is said of the one that comes back in its place, or goes on to another organ: that it is kept back and why,
 * under which title it leaves, what is masked of its words. Its files are others, and somebody says anew which of them leave.
 */
export async function carryOver(events: readonly Event[]): Promise<void> {
  const pairs = events.flatMap(({ subjectId, data }) => {
    const said = Following.safeParse(data).data
    return said && subjectId ? [{ old: said.follows, fresh: subjectId }] : []
  })
  if (pairs.length === 0) return
  await sql`
    insert into publications.choice (item_id, withheld, title, annexes, chosen_by, chosen_at)
    select p.fresh, c.withheld, c.title, '{}', c.chosen_by, c.chosen_at
    from jsonb_to_recordset(${asRows(pairs)}) as p (old uuid, fresh uuid)
    join publications.choice c on c.item_id = p.old where c.withheld <> '' or c.title <> ''
    on conflict do nothing`.execute(db())
  await sql`
    insert into publications.judgement (item_id, words, kind, verdict, judged_by, judged_name, judged_at)
    select p.fresh, j.words, j.kind, j.verdict, j.judged_by, j.judged_name, j.judged_at
    from jsonb_to_recordset(${asRows(pairs)}) as p (old uuid, fresh uuid)
    join publications.judgement j on j.item_id = p.old
    on conflict do nothing`.execute(db())
}
