import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { seen } from '#commons/dossiers'

/** A dossier that waits for the one who acts. */
export interface Waiting {
  id: string
  kind: string
  reference: string
  title: string
  state: string
  service_name: string | null
  due_on: Temporal.PlainDate | null
  changed_at: Temporal.Instant
}

/** The most that an inbox shows; nobody treats more in a day. */
const most = 200

/** What waits for the one who acts, over all trades: what is due first comes first. */
export function inbox(): Promise<Waiting[]> {
  return waiting()
    .leftJoin('commons.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.id', '=', 'd.service_id'),
    )
    .select(['d.id', 'd.kind', 'd.reference', 'd.title', 'd.state', 'd.due_on', 'd.changed_at'])
    .select('s.name as service_name')
    .orderBy('d.due_on', (order) => order.asc().nullsLast())
    .orderBy('d.changed_at')
    .orderBy('d.id')
    .limit(most)
    .execute()
}

/** How many dossiers wait for the one who acts, by kind. */
export async function waitingCounts(): Promise<Map<string, number>> {
  const rows = await waiting()
    .select((e) => ['d.kind', e.fn.countAll<number>().as('count')])
    .groupBy('d.kind')
    .execute()
  return new Map(rows.map((row) => [row.kind, row.count]))
}

function waiting() {
  const mine = sql`${[...actor().principals]}::text[]`
  return db()
    .selectFrom('commons.dossier as d')
    .where(
      sql<boolean>`d.id in (select dossier_id from commons.awaited where principal = any(${mine}))`,
    )
    .where(seen())
}
