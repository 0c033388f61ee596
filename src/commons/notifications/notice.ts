import { type SqlBool, sql } from 'kysely'
import { actor } from '#kernel/access'
import { accountsBearing } from '#kernel/auth'
import { db } from '#kernel/db'
import type { Event, EventType } from '#kernel/events'
import { isId } from '#kernel/http'
import { seen } from '#commons/dossiers'
import './tables.ts'

/** Something that a person is told. */
export interface Notice {
  id: string
  dossier_id: string
  kind: string
  title: string
  reference: string
  type: string
  actor_name: string
  /** The reason that was given. */
  said: string
  at: Temporal.Instant
  seen_at: Temporal.Instant | null
}

/** How many notices a page shows. */
const pageSize = 50

/**
 * Tells of events of one type those whom they are for, who can sign in, who did not do it themselves and who
 * want to know. They are named now: who comes to bear something later is told nothing of before.
 */
export async function deliver(
  type: EventType,
  events: readonly Event[],
  to: (dossierIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>,
): Promise<void> {
  const told = await to(events.flatMap(({ subjectId }) => subjectId ?? []))
  const accounts = await accountsBearing([...told.values()].flat())
  const rows = events.flatMap(({ subjectId, data }) => {
    const principals = new Set(told.get(subjectId ?? ''))
    return accounts
      .filter(({ id, bears }) => id !== actor().id && bears.some((one) => principals.has(one)))
      .map(({ id }) => ({ person: id, dossier: subjectId, said: String(data['comment'] ?? '') }))
  })
  if (rows.length === 0) return
  await sql`
    insert into commons.notice (person_id, dossier_id, type, actor_name, said)
    select p.person, p.dossier, ${type}, ${actor().name}, p.said
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (person uuid, dossier uuid, said text)
    where not exists (
      select from commons.notice_unwanted u where u.person_id = p.person and u.type = ${type})`.execute(
    db(),
  )
}

/** What the one who acts is told of dossiers that they see now. */
const mine = () =>
  db()
    .selectFrom('commons.notice as n')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'n.tenant_id').onRef('d.id', '=', 'n.dossier_id'),
    )
    .where('n.person_id', '=', actor().id)
    .where(seen())

export interface NoticePage {
  notices: Notice[]
  /** What to give as `after` for the next page; null on the last one. */
  next: string | null
}

/** What the one who acts was told, the last first, fifty at a time. */
export async function notices(after?: string): Promise<NoticePage> {
  const found = await mine()
    .select(['n.id', 'n.dossier_id', 'd.kind', 'd.title', 'd.reference'])
    .select(['n.type', 'n.actor_name', 'n.said', 'n.at', 'n.seen_at'])
    .$if(isId(after ?? ''), (query) => query.where('n.id', '<', after ?? ''))
    .orderBy('n.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = found.slice(0, pageSize)
  return { notices: page, next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

/** How much of it is new to them. */
export async function countNew(): Promise<number> {
  const { count } = await mine()
    .where('n.seen_at', 'is', null)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Says that the one who acts has seen what they were told: this, or all up to this one. Others’ stay as they are. */
export async function markSeen(id: string, { andOlder = false } = {}): Promise<void> {
  if (!isId(id)) return
  const which: SqlBoolean = andOlder ? sql`id <= ${id}` : sql`id = ${id}`
  await db()
    .updateTable('commons.notice')
    .set({ seen_at: Temporal.Now.instant() })
    .where('person_id', '=', actor().id)
    .where('seen_at', 'is', null)
    .where(which)
    .execute()
}

type SqlBoolean = ReturnType<typeof sql<SqlBool>>
