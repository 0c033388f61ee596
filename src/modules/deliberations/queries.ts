import { type SqlBool, sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'
import { db } from '#kernel/db'
import { readable } from '#commons/dossiers'
import './tables.ts'

export interface ListedMeeting {
  id: string
  title: string
  reference: string
  state: string
  starts_at: Temporal.Instant
  place: string
  /** How many of its points the one who acts may read. */
  items: number
}

/** The meetings that the one who acts may see, the latest first. One query. */
export async function listMeetings(most = 60): Promise<ListedMeeting[]> {
  const mine = sql`(${isSystem()} or d.readers && ${[...actor().principals]}::text[])`
  const { rows } = await sql<ListedMeeting>`
    select d.id, d.title, d.reference, d.state, m.starts_at, m.place,
      (select count(*)::int from deliberations.item i
       join commons.dossier d using (tenant_id, id)
       where i.tenant_id = m.tenant_id and i.meeting_id = m.id and ${mine}) as items
    from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    where ${mine}
    order by m.starts_at desc limit ${most}`.execute(db())
  return rows
}

/** The open meetings of an organ, to which a point can be presented, the next first. */
export function acceptingMeetings(organId: string) {
  return db()
    .selectFrom('commons.dossier as d')
    .innerJoin('deliberations.meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'd.tenant_id').onRef('m.id', '=', 'd.id'),
    )
    .select(['d.id', 'd.title', 'd.state', 'm.starts_at'])
    .where('d.kind', '=', 'deliberations.meeting')
    .where('m.organ_id', '=', organId)
    .where('d.state', '<>', 'closed')
    .where(readable)
    .orderBy('m.starts_at')
    .execute()
}

export interface ItemFilter {
  state?: string | undefined
  service?: string | undefined
  /** Only those of these services: « mine ». */
  services?: readonly string[] | undefined
  /** The key of the last row of the page before, as `next` gave it. */
  after?: string | undefined
}

export interface ListedItem {
  id: string
  title: string
  reference: string
  state: string
  service_name: string | null
  category_name: string | null
  changed_at: Temporal.Instant
  /** The key of this row, exact to the microsecond. */
  changed_key: string
}

const pageSize = 50

export interface ItemPage {
  items: ListedItem[]
  /** What to give as `after` for the next page; null on the last one. */
  next: string | null
}

/** One page of points, the last changed first, by key: as fast on page 1 000 as on page 1. */
export async function listItems(filter: ItemFilter): Promise<ItemPage> {
  const found = await pageOfItems(filter)
  const items = found.slice(0, pageSize)
  const last = found.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? `${last.changed_key}_${last.id}` : null }
}

const key = /^([\d:. +-]+)_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

/** The instant and the id of a key; undefined where it is none of ours. */
function keyOf(after: string | undefined): { changedAt: string; id: string } | undefined {
  const [, changedAt = '', id = ''] = key.exec(after ?? '') ?? []
  try {
    Temporal.Instant.from(changedAt.replace(' ', 'T'))
    return { changedAt, id }
  } catch {
    return undefined
  }
}

function pageOfItems(filter: ItemFilter): Promise<ListedItem[]> {
  return db()
    .selectFrom(chosen(filter).as('d'))
    .innerJoin('deliberations.item as i', (join) =>
      join.onRef('i.tenant_id', '=', 'd.tenant_id').onRef('i.id', '=', 'd.id'),
    )
    .leftJoin('commons.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.id', '=', 'd.service_id'),
    )
    .leftJoin('commons.term as c', (join) =>
      join.onRef('c.tenant_id', '=', 'i.tenant_id').onRef('c.id', '=', 'i.category_id'),
    )
    .select(['d.id', 'd.title', 'd.reference', 'd.state', 'd.changed_at'])
    .select(['s.name as service_name', 'c.name as category_name'])
    .select(sql<string>`d.changed_at::text`.as('changed_key'))
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
}

/** The rows of the page, chosen before anything is joined to them. */
function chosen(filter: ItemFilter) {
  const { state } = filter
  const after = keyOf(filter.after)
  const services = wantedServices(filter)
  return db()
    .selectFrom('commons.dossier as d')
    .select(['d.tenant_id', 'd.id', 'd.title', 'd.reference', 'd.state', 'd.service_id'])
    .select('d.changed_at')
    .where('d.kind', '=', 'deliberations.item')
    .where(readable)
    .$if(Boolean(state), (query) => query.where('d.state', '=', state ?? ''))
    .$if(services !== undefined, (query) => query.where(ofServices(services ?? [])))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(d.changed_at, d.id) < (${after?.changedAt ?? ''}::timestamptz, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(pageSize + 1)
}

/** The services that both filters leave; undefined where neither is set. */
function wantedServices({ service, services }: ItemFilter): readonly string[] | undefined {
  if (!service) return services
  return services ? services.filter((one) => one === service) : [service]
}

/** Of one service, the index gives the rows in their order; of several, PostgreSQL must sort. */
function ofServices(services: readonly string[]) {
  const [only] = services
  return only && services.length === 1
    ? sql<SqlBool>`d.service_id = ${only}`
    : sql<SqlBool>`d.service_id = any(${[...services]}::uuid[])`
}
