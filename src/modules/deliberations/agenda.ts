import { type RawBuilder, sql } from 'kysely'
import { db } from '#kernel/db'
import { slot } from '#kernel/module'
import { seen } from '#commons/dossiers'
import type { AgendaEntry } from '#commons/ordering'
import type { InsertionMethod } from '#commons/organs'
import type { Purpose } from './purpose.ts'
import type { Matter } from './secret.ts'
import type { SittingRule } from './sitting-rule.ts'
import './tables.ts'

/** A line of an agenda (ordre du jour), as pages and documents show it. */
export interface AgendaLine {
  id: string
  position: number
  /** As it is printed: « 2.1 ». */
  number: string
  title: string
  reference: string
  state: string
  list_type: 'normal' | 'late'
  privacy: 'public' | 'secret'
  poll_type: 'freehand' | 'secret' | 'no_vote'
  purpose: Purpose
  matter: Matter
  /** Its decision is written. */
  worded: boolean
  service_name: string | null
  category_name: string | null
  annexes: number
}

/** The parts of a sitting: what is late after the rest, the closed session (huis clos) last; an organ that sits closed has no public one. */
export type Part = 'public' | 'closed' | 'late' | 'secret'

type Parted = Pick<AgendaLine, 'privacy' | 'list_type'>

/** The part of a sitting in which a point is dealt with. */
function partOf(line: Parted, { closedBy }: Pick<SittingRule, 'closedBy'>): Part {
  if (closedBy === null && line.privacy === 'secret') return 'secret'
  if (line.list_type === 'late') return 'late'
  return closedBy === null ? 'public' : 'closed'
}

/** Points in the order of their agenda, a new part wherever it changes: so are numbers always read in their order. */
export function partsOf<L extends Parted>(
  lines: readonly L[],
  sitting: Pick<SittingRule, 'closedBy'>,
): { part: Part; lines: L[] }[] {
  const found: { part: Part; lines: L[] }[] = []
  for (const line of lines) {
    const part = partOf(line, sitting)
    if (found.at(-1)?.part !== part) found.push({ part, lines: [] })
    found.at(-1)?.lines.push(line)
  }
  return found
}

/** The points of a meeting that the one who acts may read, in their order. One query. */
export async function agendaOf(meetingId: string): Promise<AgendaLine[]> {
  const { rows } = await sql<AgendaLine>`
    select i.id, i.position, i.number, d.title, d.reference, d.state, i.list_type, i.privacy, i.poll_type, i.purpose, i.matter,
      i.decision <> '' as worded,
      s.name as service_name, c.name as category_name,
      (select count(*)::int from commons.annex a
       where a.tenant_id = i.tenant_id and a.dossier_id = i.id and a.removed_at is null) as annexes
    from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    left join commons.service s on s.tenant_id = d.tenant_id and s.id = d.service_id
    left join commons.term c on c.tenant_id = i.tenant_id and c.id = i.category_id
    where i.meeting_id = ${meetingId}
      and ${seen()}
    order by i.position`.execute(db())
  return rows
}

/** Which of the points of a meeting the one who acts may read. */
export async function seenOn(meeting: { id: string }): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select i.id from deliberations.item i join commons.dossier d using (tenant_id, id)
    where i.meeting_id = ${meeting.id} and ${seen()}`.execute(db())
  return new Set(rows.map(({ id }) => id))
}

/** The whole agenda as the engine of order sees it, whoever acts. */
export async function agendaEntries(meetingId: string): Promise<AgendaEntry[]> {
  return entries(sql`i.meeting_id = ${meetingId}`)
}

/** Points as the engine of order sees them, in the order of these ids. */
export async function entriesOf(itemIds: readonly string[]): Promise<AgendaEntry[]> {
  const found = new Map(
    (await entries(sql`i.id = any(${itemIds}::uuid[])`)).map((entry) => [entry.id, entry]),
  )
  return itemIds.flatMap((id) => found.get(id) ?? [])
}

/** To which place of other organs points go on, by their ids, told by who sends them. */
export const goingOn =
  slot<(itemIds: readonly string[]) => Promise<ReadonlyMap<string, number>>>(
    'deliberations-going-on',
  )

type Row = AgendaEntry & { words: string }

async function entries(condition: ReturnType<typeof sql>): Promise<AgendaEntry[]> {
  const { rows } = await sql<Row>`
    select i.id, i.list_type as "listType", i.privacy, d.title,
      coalesce(c.position, 2147483647) as "categoryRank",
      coalesce(s.position, 2147483647) as "serviceRank",
      coalesce(k.position, 2147483647) as "classifierRank",
      array(select a.position from commons.service a where a.id = any(i.associated)) as "associatedRanks",
      array(select m.position from commons.term m where m.id = any(i.committees)) as "committeeRanks",
      array(select min(t.position) from commons.seat t where t.person_id = any(i.in_charge)
        group by t.person_id) as "chargeRanks",
      i.to_discuss as "toDiscuss", i.poll_type as "pollType", left(i.decision, 400) as words,
      (select concat_ws(' ', p.last_name, p.first_name) from commons.person p
        where p.id = d.created_by) as author,
      d.state not in ('validated', 'presented', 'frozen') as decided,
      i.matter = 'discipline' and i.privacy = 'secret' as freed,
      coalesce(i.number like '%.%', false) as below
    from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    left join commons.service s on s.tenant_id = d.tenant_id and s.id = d.service_id
    left join commons.term c on c.tenant_id = i.tenant_id and c.id = i.category_id
    left join commons.term k on k.tenant_id = i.tenant_id and k.id = i.classifier_id
    where ${condition} order by i.position`.execute(db())
  // The tags of the beginning of a text; what is cut in the middle of one is none.
  return rows.map(({ words, ...entry }) => {
    return { ...entry, decision: words.replaceAll(/<[^>]*>?/g, ' ') }
  })
}

/** The same, knowing where they go on, where a method asks. */
export async function knownTo<E extends AgendaEntry>(
  methods: readonly InsertionMethod[],
  some: readonly E[],
): Promise<E[]> {
  if (!methods.some(({ by }) => by === 'on_other_organ')) return [...some]
  const told = await Promise.all(goingOn.all().map((of) => of(some.map(({ id }) => id))))
  const going = new Map(told.flatMap((one) => [...one]))
  return some.map((entry) => {
    const goesOn = going.get(entry.id)
    return goesOn === undefined ? entry : { ...entry, goesOn }
  })
}

/** The ids of all points on an agenda, within a statement. */
export const presentedTo = (meeting: { id: string }): RawBuilder<string[]> =>
  sql<string[]>`array(select id from deliberations.item where meeting_id = ${meeting.id})`

/** The ids of all points on an agenda, in their order. */
export async function presentedIds(meeting: { id: string }): Promise<string[]> {
  const rows = await db()
    .selectFrom('deliberations.item')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.id)
}

/** How many points of a meeting wait for a decision. */
export async function undecidedCount(meeting: { id: string }): Promise<number> {
  const row = await db()
    .selectFrom('deliberations.item as i')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'i.tenant_id').onRef('d.id', '=', 'i.id'),
    )
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('i.meeting_id', '=', meeting.id)
    .where('d.state', 'in', ['presented', 'frozen'])
    .executeTakeFirstOrThrow()
  return row.count
}

/** Validated points of an organ that no agenda bears yet (points disponibles). */
export function availableItems(organId: string) {
  return db()
    .selectFrom('commons.dossier as d')
    .innerJoin('deliberations.item as i', (join) =>
      join.onRef('i.tenant_id', '=', 'd.tenant_id').onRef('i.id', '=', 'd.id'),
    )
    .leftJoin('commons.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.id', '=', 'd.service_id'),
    )
    .select(['d.id', 'd.title', 's.name as service_name', 'i.privacy'])
    .where('d.kind', '=', 'deliberations.item')
    .where('d.state', '=', 'validated')
    .where('i.organ_id', '=', organId)
    .where(seen())
    .orderBy('d.changed_at')
    .execute()
}

/** What of a point the facts of a sitting are held against. */
export interface Point {
  id: string
  meeting_id: string
  /** Its place on the agenda. */
  position: number
  /** As it is printed: « 2.1 ». */
  number: string
  state: string
  list_type: 'normal' | 'late'
  privacy: 'public' | 'secret'
  /** How many times it was called for want of quorum. */
  calling: number
}

/** All points of a meeting or of several, whoever may read which, without their words; locked, nobody votes on them nor decides them. */
export async function pointsOf(
  of: { id: string } | readonly string[],
  { lock = false } = {},
): Promise<Point[]> {
  const { rows } = await sql<Point>`
    select d.id, i.meeting_id, i.position, i.number, d.state, i.list_type, i.privacy, i.calling
    from deliberations.item i join commons.dossier d using (tenant_id, id)
    where i.meeting_id = any(${'id' in of ? [of.id] : of}::uuid[])
    order by d.id ${lock ? sql`for no key update of d` : sql``}`.execute(db())
  return rows
}
