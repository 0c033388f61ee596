import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { accountsBearing } from '#kernel/auth'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import type { Event, EventType } from '#kernel/events'
import { isId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { pathOf, seen } from '#commons/dossiers'
import { willWrite } from './by-mail.ts'
import { wordsOf } from './of-house.ts'
import './tables.ts'

/**
 * What a person is told of a dossier: the latest, which stands for those that go with it; or of something of the
 * house, which stands for itself.
 */
export interface Notice {
  id: string
  dossier_id: string | null
  kind: string | null
  title: string
  reference: string
  /** Where it is shown. */
  href: string
  /** What was done, where the house has words of its own for it; else it is said by `type`. */
  words: string | null
  type: string
  actor_name: string
  /** The reason that was given. */
  said: string
  at: Temporal.Instant
  /** Null as long as any of the dossier is new. */
  seen_at: Temporal.Instant | null
  /** How many others of the dossier stand before it: of those that are new, else of all. */
  others: number
}

/** How many dossiers a page shows. */
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
  const { rows: written } = await sql<{ mail: string | null }>`
    insert into commons.notice (person_id, dossier_id, type, actor_name, said, mail)
    select p.person, p.dossier, ${type}, ${actor().name}, p.said, w.how
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (person uuid, dossier uuid, said text)
    left join commons.notice_wish w on w.person_id = p.person and w.type = ${type}
    where w.how is distinct from 'none'
    returning mail`.execute(db())
  if (written.some(({ mail }) => mail === 'mail')) await willWrite()
}

/** What the one who acts is told of dossiers that they see now, and of the house. */
const mine = () =>
  db()
    .selectFrom('commons.notice as n')
    .leftJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'n.tenant_id').onRef('d.id', '=', 'n.dossier_id'),
    )
    .where('n.person_id', '=', actor().id)
    .where(sql<boolean>`(n.dossier_id is null or ${seen()})`)

/** What goes together: what is told of one dossier; something of the house stands alone. */
const together = sql<string>`coalesce(n.dossier_id, n.id)`

export interface NoticePage {
  notices: Notice[]
  /** What to give as `after` for the next page; null on the last one. */
  next: string | null
}

/** What the one who acts was told, a line a dossier, the last first, fifty at a time. Throws `Invalid` where no page gave `after`. */
export async function notices(after?: string): Promise<NoticePage> {
  if (after && !isId(after)) throw Invalid.field('after', 'dossiers.no_page')
  const told = mine()
    .select(['n.id', 'n.dossier_id', 'n.href', 'n.about', 'd.kind', 'd.title', 'd.reference'])
    .select(['n.type', 'n.actor_name', 'n.said', 'n.at', 'n.seen_at'])
    .select(
      sql<number>`row_number() over (
        partition by ${together} order by n.seen_at is null desc, n.id desc)`.as('place'),
    )
    .select(
      sql<number>`count(*) over (partition by ${together}, n.seen_at is null) - 1`.as('others'),
    )
  const found = await db()
    .selectFrom(told.as('t'))
    .select(['id', 'dossier_id', 'href', 'about', 'kind', 'title', 'reference'])
    .select(['type', 'actor_name', 'said', 'at', 'seen_at', 'others'])
    .where('place', '=', 1)
    .$if(Boolean(after), (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = found.slice(0, pageSize).map(({ about, href, title, reference, ...one }) => {
    const own = wordsOf(one.type)
    return {
      ...one,
      title: title ?? (own ? t(own.title) : ''),
      reference: reference ?? '',
      href: href ?? (one.kind && one.dossier_id ? pathOf(one.kind, one.dossier_id) : '/'),
      words: own ? own.words(about) : null,
    }
  })
  return { notices: page, next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

/** Of how many dossiers something is new to them. */
export async function countNew(): Promise<number> {
  const { count } = await mine()
    .where('n.seen_at', 'is', null)
    .select(sql<number>`count(distinct ${together})`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Says that the one who acts has seen what they were told up to this one: of its dossier, or of all.
 * What came after it stays new, and others’ stay as they are.
 */
export async function markSeen(id: string, { andOlder = false } = {}): Promise<void> {
  if (!isId(id)) return
  await db()
    .updateTable('commons.notice')
    .set({ seen_at: Temporal.Now.instant() })
    .where('person_id', '=', actor().id)
    .where('seen_at', 'is', null)
    .where('id', '<=', id)
    .$if(!andOlder, (query) =>
      query.where(sql<string>`coalesce(dossier_id, id)`, '=', (e) =>
        e
          .selectFrom('commons.notice as this')
          .select(sql<string>`coalesce(this.dossier_id, this.id)`.as('of'))
          .where('this.id', '=', id)
          .where('this.person_id', '=', actor().id),
      ),
    )
    .execute()
}
