import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { today } from '#commons/clock'
import {
  afterKey,
  dueOn,
  type Order,
  orderKey,
  type Page,
  pageOf,
  readAfter,
  seen,
} from '#commons/dossiers'

/** How many days before it is due something begins to wait for a person. */
const ahead = 7

/** When something is due, as a person plans their days; `later` does not wait yet. */
export const sections = ['late', 'today', 'tomorrow', 'week', 'none', 'later'] as const
export type Section = (typeof sections)[number]

/** A dossier that waits for the one who acts. */
export interface Waiting {
  id: string
  kind: string
  reference: string
  title: string
  state: string
  section: Section
  service_id: string | null
  service_name: string | null
  created_by: string | null
  due_on: Temporal.PlainDate | null
  changed_at: Temporal.Instant
}

/** How much waits of one kind in one section, and the first day on which any of it is due. */
export interface Tally {
  kind: string
  section: Section
  count: number
  first: Temporal.PlainDate | null
}

export interface Inbox extends Page<Waiting> {
  /** Of all that waits, whatever the page shows of it. */
  tallies: readonly Tally[]
}

export interface Asked {
  /** Dossiers of this kind only. */
  kind?: string | undefined
  /** What is due past the next days, which is else left out; or all of it. */
  when?: 'later' | 'all' | undefined
  /** The key of the page before. */
  after?: string | undefined
}

/** What is due first, then what is never due, what waits longest first. */
const soonest: Order = { name: 'soonest', by: sql`d.rank`, filled: true }

type Row = Waiting & { order_key: string | null }

/**
 * A page of what waits for the one who acts, over all trades, and how much of it there is by kind and by
 * section. One query.
 */
export async function inbox({ kind, when, after }: Asked = {}): Promise<Inbox> {
  const page = db()
    .selectFrom(sql<Waiting>`mine`.as('d'))
    .selectAll('d')
    .select(orderKey(soonest))
    .$if(kind !== undefined, (all) => all.where('d.kind', '=', kind ?? ''))
    .$if(when !== 'all', (all) =>
      all.where('d.section', when === 'later' ? '=' : '<>', sql<Section>`'later'`),
    )
    .$call(afterKey(soonest, after))
  const read = sql<Row & { tallies: [string, Section, number, string | null][] }>`
    with told as materialized (${told()}), mine as materialized (${mine()}), page as ${page}
    select t.tallies, p.*, s.name as service_name
    from (
      select coalesce(json_agg(json_build_array(kind, section, count, first)), '[]') as tallies
      from (
        select kind, section, count(*) as count, min(due_on) as first
        from mine group by kind, section order by kind
      ) c
    ) t
    left join page p on true
    left join commons.service s on s.id = p.service_id
    order by p.rank, p.id`
  const { rows } = await readAfter(after, () => read.execute(db()))
  const tallies = (rows[0]?.tallies ?? []).map(([of, section, count, first]) => ({
    kind: of,
    section,
    count,
    first: first === null ? null : Temporal.PlainDate.from(first),
  }))
  // Where nothing waits, the row has the tallies alone.
  const waits = rows.filter(({ id }) => id !== null)
  return { ...pageOf(soonest, waits), tallies }
}

type Told = Omit<Waiting, 'section' | 'service_name'>

/** What waits, as the one who acts may read it: apart, so that each day is asked for once. */
const told = () =>
  waiting()
    .select(['d.id', 'd.kind', 'd.reference', 'd.title', 'd.state', 'd.changed_at'])
    .select(['d.service_id', 'd.created_by', dueOn().as('due_on')])

/** What waits, each with its section and its place in the order. */
function mine() {
  const now = today()
  const day = (days: number) => sql`${now.add({ days })}::date`
  return db()
    .selectFrom(sql<Told>`told`.as('d'))
    .selectAll('d')
    .select([
      sql<Section>`case when d.due_on is null then 'none' when d.due_on < ${day(0)} then 'late'
        when d.due_on = ${day(0)} then 'today' when d.due_on = ${day(1)} then 'tomorrow'
        when d.due_on <= ${day(ahead)} then 'week' else 'later' end`.as('section'),
      // Ten thousand million seconds are the year 2286: what is never due comes after all that is.
      sql`case when d.due_on is null then 1e10 + extract(epoch from d.changed_at)
        else extract(epoch from d.due_on) end`.as('rank'),
    ])
}

/** How many dossiers wait for the one who acts, by kind; what is due later does not wait yet. */
export async function waitingCounts(): Promise<Map<string, number>> {
  const rows = await waiting()
    .select((e) => ['d.kind', e.fn.countAll<number>().as('count')])
    .where(sql<boolean>`coalesce(${dueOn()} <= ${today().add({ days: ahead })}, true)`)
    .groupBy('d.kind')
    .execute()
  return new Map(rows.map((row) => [row.kind, row.count]))
}

/** The same, of what was counted already. */
export function countsOf(tallies: readonly Tally[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, section, count } of tallies)
    if (section !== 'later') counts.set(kind, (counts.get(kind) ?? 0) + count)
  return counts
}

function waiting() {
  const mineOf = sql`${[...actor().principals]}::text[]`
  return db()
    .selectFrom('commons.dossier as d')
    .where(
      sql<boolean>`d.id in (select dossier_id from commons.awaited where principal = any(${mineOf}))`,
    )
    .where(seen())
}
