import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { today } from '#commons/clock'
import { tried } from './destroy.ts'
import { ruled } from './propose.ts'
import './tables.ts'

/** A dossier of whom erasure is asked, and why it stays where it does. */
export interface Erasable {
  id: string
  kind: string
  title: string
  kept: string | null
}

/** What becomes of dossiers whose erasure is asked: each is tried, and left as it was. Those kept without end are none. */
export async function erasable(ids: readonly string[]): Promise<Erasable[]> {
  const rules = new Map(ruled().map((rule) => [rule.kind, rule]))
  const { rows } = await sql<Omit<Erasable, 'kept'> & { held: string | null }>`
    select d.id, d.kind, d.title, h.reason as held from commons.dossier d
      left join commons.legal_hold h on h.dossier_id = d.id and h.lifted_at is null
    where d.id = any(${[...ids]}::uuid[]) and d.kind = any(${[...rules.keys()]}::text[])
    order by d.title, d.id`.execute(db())
  const found: Erasable[] = []
  for (const { held, ...one } of rows) {
    const rule = rules.get(one.kind)
    if (rule) found.push({ ...one, kept: await tried(rule, one, held) })
  }
  return found
}

/**
 * Proposes dossiers to be destroyed before their time, because a request decided so (GDPR art. 17); the second act, with its
 * certificate, is that of all others. Throws `Conflict` where nothing of them can go. Returns how many are proposed.
 */
export async function proposeAsked(ids: readonly string[], requestId: string): Promise<number> {
  const going = (await erasable(ids)).filter(({ kept }) => kept === null)
  ensure(going.length > 0, Conflict, 'retention.nothing_goes')
  await sql`
    insert into commons.elimination (dossier_id, ended_on, over_on, asked_by)
    select unnest(${going.map(({ id }) => id)}::uuid[]), ${today()}, ${today()}, ${requestId}::uuid
    on conflict (tenant_id, dossier_id) do update set asked_by = excluded.asked_by`.execute(db())
  return going.length
}

/** What is proposed because of a request, and not destroyed yet. */
export async function askedBy(requestId: string): Promise<{ id: string; kind: string }[]> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select d.id, d.kind from commons.elimination x join commons.dossier d on d.id = x.dossier_id
    where x.asked_by = ${requestId} order by d.id`.execute(db())
  return rows
}

/** A request that was refused proposes nothing any more. */
export const withdrawAsked = (requestId: string) =>
  sql`delete from commons.elimination where asked_by = ${requestId}`.execute(db())
