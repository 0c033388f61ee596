import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { formatDate, t } from '#kernel/i18n'
import { clean, emptyText } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { create, readMany, write } from '#commons/dossiers'
import { applied, type Delay, type LegalRule, reckon } from '#commons/law'
import {
  dayOf,
  inscribe,
  isOver,
  type Item,
  items,
  lawfulPrivacy,
  type Meeting,
  meetings,
  nextMeeting,
  organKind,
  withdraw,
} from '#modules/deliberations'
import { approvalRule } from './guards.ts'
import { type MinutesRecord, records } from './record.ts'

const availableLaw = applied('council.minutes_available', 'delay', 'minutes.applies.available')
const againLaw = applied(
  'council.minutes_available_reconvocation',
  'delay',
  'minutes.applies.available',
)

/** The delay in which minutes are at disposal before a meeting (CDLD L1122-16); undefined where no rule is known. */
export async function availableRule(meeting: Meeting): Promise<LegalRule<Delay> | undefined> {
  const kind = await organKind(meeting)
  const again = meeting.rank > 1 ? await againLaw.on(kind, dayOf(meeting)) : undefined
  return again ?? availableLaw.on(kind, dayOf(meeting))
}

/**
 * Minutes that wait for their approval have a point on the next agenda of their organ that is open: it is written by itself,
 * and goes on to another where its meeting was called off. Heard whenever a meeting is planned, moved, opened for points again, closed or called off.
 */
export async function awaitApproval(events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
  await actAs(system, () =>
    inItsLanguage(async () => awaitAll(await readMany(meetings, ids), new Set(ids))),
  )
}

async function awaitAll(
  some: readonly { organ_id: string }[],
  fresh: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const organId of new Set(some.map(({ organ_id }) => organ_id))) await awaitIn(organId, fresh)
}

/** `fresh` are meetings that were planned, moved or opened again just now: one that comes sooner takes the point over. */
async function awaitIn(organId: string, fresh: ReadonlySet<string>): Promise<void> {
  const waiting = await unapproved(organId)
  if (waiting.length === 0) return
  const held = await readMany(
    meetings,
    waiting.map(({ meeting_id }) => meeting_id),
  )
  const order = held.toSorted((a, b) => Temporal.Instant.compare(b.starts_at, a.starts_at))
  // The oldest stands first: each goes before all others.
  for (const meeting of order) {
    const record = waiting.find(({ meeting_id }) => meeting_id === meeting.id)
    if (record && meeting.state === 'closed') await awaitNext(record, meeting, fresh)
  }
}

async function awaitNext(
  record: MinutesRecord,
  meeting: Meeting,
  fresh: ReadonlySet<string>,
): Promise<void> {
  // What was written here after the fact was approved elsewhere, or is said to be.
  if (meeting.noted_after) return
  if ((await approvalRule(meeting)).value.approved === 'closing') return
  const point = await pointOf(record)
  if (point?.state === 'cancelled') return
  const [standing] = await readMany(meetings, point?.meeting_id ? [point.meeting_id] : [])
  const next = await nextMeeting(meeting)
  const isOpen = standing?.state === 'created'
  const sooner = next && fresh.has(next.id) && standing?.id !== next.id
  // It was moved before the meeting whose minutes it was to approve.
  const before = standing && !isAfter(standing, meeting)
  if (point && isOpen && (sooner || before)) await withdraw(point)
  else if (standing) return awaitDay(record, standing.state === 'cancelled' ? undefined : standing)
  if (next) await inscribe(point ?? (await writePoint(record, meeting)), next)
  await awaitDay(record, next)
}

/** The last day on which they are put at disposal stands in the inbox, as long as that is to be done. */
async function awaitDay(record: MinutesRecord, next: Meeting | undefined): Promise<void> {
  const rule = next && (await availableRule(next))
  const wanted = record.state === 'draft' && next && rule ? reckon(rule, dayOf(next)).date : null
  if (wanted?.toString() === record.due_on?.toString()) return
  await write(records, record, { due_on: wanted }, 'await', next ? { title: next.title } : {})
}

/** Whether a meeting is held after another: it alone approves the minutes of that one (CDLD L1122-16). */
export const isAfter = (one: Meeting, other: Meeting): boolean =>
  Temporal.Instant.compare(one.starts_at, other.starts_at) > 0

async function unapproved(organId: string): Promise<MinutesRecord[]> {
  const rows = await db()
    .selectFrom('minutes.record')
    .select('id')
    .where('organ_id', '=', organId)
    .where('approved_on', 'is', null)
    .execute()
  return readMany(
    records,
    rows.map(({ id }) => id),
  )
}

/** The point that is to approve minutes: on an agenda, waiting for one, or decided by a meeting that is not over. */
export async function pointOf(record: Pick<MinutesRecord, 'id'>): Promise<Item | undefined> {
  const rows = await db()
    .selectFrom('minutes.approval')
    .select('item_id')
    .where('record_id', '=', record.id)
    .execute()
  const all = await actAs(system, () =>
    readMany(
      items,
      rows.map(({ item_id }) => item_id),
    ),
  )
  const latest = all.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
  if (!latest || !over.has(latest.state) || !latest.meeting_id) return latest
  // What a meeting decided of it stands once that is over.
  const [meeting] = await actAs(system, () => readMany(meetings, [latest.meeting_id ?? '']))
  return meeting && isOver(meeting) ? undefined : latest
}

const over = new Set(['accepted', 'accepted_modified', 'refused', 'delayed', 'removed', 'treated'])

async function writePoint(record: MinutesRecord, meeting: Meeting): Promise<Item> {
  const day = formatDate(dayOf(meeting))
  const { organ_id } = meeting
  const words = t('minutes.approving.words', { day })
  const item = await create(
    items,
    { title: t('minutes.approving.title', { day }), state: 'validated', created_by: null },
    {
      ...{ organ_id, purpose: 'takes_note', poll_type: 'no_vote', matter: 'other' },
      privacy: await lawfulPrivacy({ organ_id, privacy: 'public' }),
      motivation: emptyText,
      decision: clean(`<p>${words}</p>`).html,
    },
  )
  await db()
    .insertInto('minutes.approval')
    .values({ item_id: item.id, record_id: record.id })
    .execute()
  return item
}

/** A point that was put off comes back as another: it approves what that one was to approve. */
export async function followPoints(events: readonly Event[]): Promise<void> {
  const follows = new Map(
    events.flatMap(({ subjectId, data }) =>
      subjectId && typeof data['follows'] === 'string' ? [[data['follows'], subjectId]] : [],
    ),
  )
  if (follows.size === 0) return
  const rows = await db()
    .selectFrom('minutes.approval')
    .select(['item_id', 'record_id'])
    .where('item_id', 'in', [...follows.keys()])
    .execute()
  if (rows.length === 0) return
  await db()
    .insertInto('minutes.approval')
    .values(
      rows.map(({ item_id, record_id }) => ({ item_id: follows.get(item_id) ?? '', record_id })),
    )
    .execute()
  const copies = await actAs(system, () => readMany(items, [...follows.values()]))
  await actAs(system, () => inItsLanguage(() => awaitAll(copies)))
}
