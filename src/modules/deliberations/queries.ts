import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { slot } from '#kernel/module'
import {
  afterKey,
  type Order,
  orderKey,
  type Page,
  pageOf,
  read,
  readAfter,
  readMany,
  seen,
} from '#commons/dossiers'
import type { Item } from './item.ts'
import { type Meeting, type MeetingColumns, meetings, overStates } from './meeting.ts'
import './tables.ts'

export interface ListedMeeting {
  id: string
  title: string
  reference: string
  state: string
  organ_id: string
  starts_at: Temporal.Instant
  place: string
  /** How many of its points the one who acts may read. */
  items: number
}

const latest: Order = { name: '-starts_at', by: sql`m.starts_at`, down: true, filled: true }

const visibleMeetings = () =>
  db()
    .selectFrom('commons.dossier as d')
    .innerJoin('deliberations.meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'd.tenant_id').onRef('m.id', '=', 'd.id'),
    )
    .where('d.kind', '=', 'deliberations.meeting')
    .where(seen())

/** A page of the meetings that the one who acts may see, the latest first. One query. */
export async function listMeetings(after?: string): Promise<Page<ListedMeeting>> {
  const points = sql<number>`(select count(*)::int from deliberations.item i
    join commons.dossier p using (tenant_id, id)
    where i.tenant_id = m.tenant_id and i.meeting_id = m.id and ${seen('p')})`
  const page = visibleMeetings()
    .select(['d.id', 'd.title', 'd.reference', 'd.state', 'm.organ_id', 'm.starts_at', 'm.place'])
    .select([points.as('items'), orderKey(latest)])
    .$call(afterKey(latest, after))
  return pageOf(latest, await readAfter(after, () => page.execute()))
}

/** How many meetings the one who acts may see. */
export async function countMeetings(): Promise<number> {
  const row = await visibleMeetings()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** The meetings that the one who acts may see, by name, the latest first. */
export async function allMeetings(): Promise<[id: string, title: string][]> {
  const rows = await visibleMeetings()
    .select(['d.id', 'd.title'])
    .orderBy('m.starts_at', 'desc')
    .execute()
  return rows.map(({ id, title }) => [id, title])
}

/** The open meetings to which a point can be presented, of an organ or of all, the next first. */
export function acceptingMeetings(organId?: string) {
  return db()
    .selectFrom('commons.dossier as d')
    .innerJoin('deliberations.meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'd.tenant_id').onRef('m.id', '=', 'd.id'),
    )
    .select(['d.id', 'd.title', 'd.state', 'm.starts_at'])
    .where('d.kind', '=', 'deliberations.meeting')
    .$if(organId !== undefined, (rest) => rest.where('m.organ_id', '=', organId ?? ''))
    .where('d.state', 'not in', overStates)
    .where(seen())
    .orderBy('m.starts_at')
    .execute()
}

/** Where a point stands, for another trade that sent it to an organ. */
export interface Standing {
  id: string
  title: string
  reference: string
  state: string
  /** Of its organ, in the meeting on whose agenda it is. */
  organ: string
  starts_at: Temporal.Instant | null
  decided_at: Temporal.Instant | null
  /** Whether the one who acts may open it. */
  visible: boolean
}

/** Where these points stand, whoever may read them: their state is no secret, their words are. */
export async function standingOf(itemIds: readonly string[]): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing>`
    select d.id, d.title, d.reference, d.state, o.name as organ, m.starts_at, i.decided_at,
      ${seen()} as visible
    from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    join commons.organ o on o.tenant_id = i.tenant_id and o.id = i.organ_id
    left join deliberations.meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
    where i.id = any(${[...itemIds]}::uuid[])`.execute(db())
  return new Map(rows.map((row) => [row.id, row]))
}

/** The next meeting of an organ in one of these states, locked. */
export async function comingMeeting(
  organId: string,
  states: readonly string[],
): Promise<Meeting | undefined> {
  const { rows } = await sql<{ id: string }>`
    select m.id from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    where m.organ_id = ${organId} and m.starts_at > now() and d.state = any(${[...states]}::text[])
    order by m.starts_at`.execute(db())
  const [first] = rows
  return first && read(meetings, first.id, { lock: true })
}

/** The meeting for which a point is meant, told by who knows that; undefined: none. */
export const proposedMeetings = slot<(item: Pick<Item, 'id'>) => Promise<string | undefined>>(
  'deliberations-proposed-meetings',
)

/** Where a point is presented: to the meeting that is named, the one for which it is meant, else the next whose agenda is open (B05). */
export async function meetingFor(
  item: Pick<Item, 'id' | 'organ_id'>,
  named?: string,
): Promise<Meeting> {
  const id = named ?? (await proposedFor(item))
  if (id) return read(meetings, id, { lock: true })
  const next = await comingMeeting(item.organ_id, ['created'])
  ensure(next, Conflict, 'deliberations.meeting.none')
  return next
}

export async function proposedFor(item: Pick<Item, 'id'>): Promise<string | undefined> {
  for (const propose of proposedMeetings.all()) {
    const id = await propose(item)
    if (id) return id
  }
  return undefined
}

/** A point of a chain, as the one who acts may see it. */
export interface ChainLink {
  id: string
  title: string
  reference: string
  state: string
  organ: string
  /** How many steps after the first of the chain. */
  step: number
}

/** How far a chain is followed. */
const longest = 50

/** All points that a point comes from and that come of it, over all organs, of which the one who acts may read; the first first. */
export async function wholeChain(item: { id: string }): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    with recursive up as (
      select id, predecessor_id, 0 as step from deliberations.item where id = ${item.id}
      union select i.id, i.predecessor_id, up.step - 1 from deliberations.item i
        join up on up.predecessor_id = i.id where up.step > ${-longest}
    ), down as (
      select id, 0 as step from up where predecessor_id is null or step = ${-longest}
      union select i.id, down.step + 1 from deliberations.item i
        join down on i.predecessor_id = down.id where down.step < ${longest}
    )
    select d.id, d.title, d.reference, d.state, o.name as organ, down.step
    from down join commons.dossier d on d.id = down.id
    join deliberations.item i on i.id = d.id
    join commons.organ o on o.id = i.organ_id
    where ${seen()} order by down.step, d.created_at`.execute(db())
  return rows
}

/** The meetings of an organ that go on, the next to come first. */
export async function openMeetings(organId: string): Promise<Meeting[]> {
  const found = await readMany<MeetingColumns>(
    meetings,
    sql<string[]>`array(select m.id from deliberations.meeting m join commons.dossier d
      using (tenant_id, id) where m.organ_id = ${organId} and d.state <> all(${[...overStates]}::text[]))`,
  )
  return found.toSorted((a, b) => Temporal.Instant.compare(a.starts_at, b.starts_at))
}

/** The points among these of which an amount is said, in cents. */
export async function amountsOf(
  ids: readonly string[],
): Promise<{ id: string; organ_id: string; amount: number }[]> {
  const { rows } = await sql<{ id: string; organ_id: string; amount: number }>`
    select id, organ_id, amount from deliberations.item
    where id = any(${[...ids]}::uuid[]) and amount is not null`.execute(db())
  return rows
}

/** Whether any meeting was ever planned. */
export async function hasMeetings(): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from deliberations.meeting) as held`.execute(db())
  return rows[0]?.held ?? false
}

/** The points of an organ in a state, whoever may read them. */
export async function waitingFor(organId: string, state: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from deliberations.item i join commons.dossier d using (tenant_id, id)
    where i.organ_id = ${organId} and d.state = ${state}`.execute(db())
  return rows.map(({ id }) => id)
}

/** The levels of validation at which points wait now. */
export async function levelsInUse(): Promise<[level: string, level: string][]> {
  const { rows } = await sql<{ level: string }>`
    select distinct level from deliberations.item where level <> '' order by level`.execute(db())
  return rows.map(({ level }) => [level, level])
}
