import { sql } from 'kysely'
import { db } from '#kernel/db'
import { today } from '#commons/clock'
import './tables.ts'

/** How much of these kinds is proposed, and since when the first. One query. */
export async function waitingOf(
  kinds: readonly string[],
): Promise<ReadonlyMap<string, { count: number; since: Temporal.PlainDate }>> {
  const { rows } = await sql<{ kind: string; count: number; since: Temporal.PlainDate }>`
    select d.kind, count(*)::int as count, min(x.over_on) as since
    from commons.elimination x join commons.dossier d on d.id = x.dossier_id
    where d.kind = any(${kinds}::text[]) and (x.asked_by is not null or x.over_on < ${today()}) group by d.kind
    union all select kind, count(*)::int, min(proposed_on) from commons.erasure
    where kind = any(${kinds}::text[]) group by kind`.execute(db())
  return new Map(rows.map(({ kind, ...rest }) => [kind, rest]))
}
