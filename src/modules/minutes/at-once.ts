import { actAs, actor, ensureInPerson, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { inItsLanguage } from '#kernel/tenancy'
import { tell } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import { agendaOf, type Item, type Meeting, pointsOf } from '#modules/deliberations'
import type { MinutesData } from './data.ts'
import { approvalRule } from './guards.ts'
import { type MinutesRecord, records } from './record.ts'
import { hashOf } from './version.ts'

/** The points of minutes that were approved in the sitting itself, with the hash of what they said. */
export async function keptAtOnce({ id }: Pick<MinutesRecord, 'id'>): Promise<Map<string, string>> {
  const rows = await db()
    .selectFrom('minutes.at_once')
    .select(['item_id', 'hash'])
    .where('record_id', '=', id)
    .execute()
  return new Map(rows.map(({ item_id, hash }) => [item_id, hash]))
}

/** Throws `Conflict` where one of these points was approved in the sitting itself: its words stand. */
export async function ensureNotKept(record: MinutesRecord, ids: readonly string[]): Promise<void> {
  const kept = await keptAtOnce(record)
  ensure(!ids.some((id) => kept.has(id)), Conflict, 'minutes.at_once.kept')
}

/** What stands in the way of taking back what was decided of a point. */
export async function keptObstacle({ id }: Pick<Item, 'id'>): Promise<Obstacle | null> {
  const row = await db()
    .selectFrom('minutes.at_once')
    .select('item_id')
    .where('item_id', '=', id)
    .executeTakeFirst()
  return row ? { key: 'minutes.at_once.kept' } : null
}

type Composing = (meeting: Meeting) => Promise<MinutesData>

/** The hashes of what minutes say of each point, by its number. */
async function hashesOf(meeting: Meeting, compose: Composing): Promise<Map<string, string>> {
  const data = await actAs(system, () => inItsLanguage(() => compose(meeting)))
  const said = new Map(
    data.parts.flatMap(({ points }) =>
      points.map((point) => [point.number, hashOf(JSON.stringify(point))] as const),
    ),
  )
  const lines = await actAs(system, () => agendaOf(meeting.id))
  return new Map(lines.map(({ id, number }) => [id, said.get(number) ?? '']))
}

/**
 * Approves what the minutes say of decided points in the sitting itself (rédaction séance tenante), where the law of the organ
 * lets it: their words stand from now on. Throws `Invalid` where one is not decided.
 */
export async function approveAtOnce(
  record: MinutesRecord,
  meeting: Meeting,
  itemIds: readonly string[],
  compose: Composing,
): Promise<void> {
  ensureInPerson()
  const { value, article } = await approvalRule(meeting)
  ensure(value.atOnce, Conflict, 'minutes.at_once.not_here', { article })
  ensure(meeting.state === 'decided', Conflict, 'minutes.at_once.not_in_session')
  // Nobody takes back a decision nor notes a presence meanwhile.
  await pointsOf(meeting, { lock: true })
  const lines = await actAs(system, () => agendaOf(meeting.id))
  const chosen = lines.filter(({ id }) => itemIds.includes(id))
  if (chosen.length === 0) throw Invalid.field('items', 'http.field.choose')
  const open = chosen.find(({ state }) => state === 'presented' || state === 'frozen')
  if (open) throw Invalid.field('items', 'minutes.at_once.undecided', { number: open.number })
  const kept = await keptAtOnce(record)
  const fresh = chosen.filter(({ id }) => !kept.has(id))
  ensure(fresh.length > 0, Conflict, 'minutes.at_once.kept_already')
  const hashes = await hashesOf(meeting, compose)
  await db()
    .insertInto('minutes.at_once')
    .values(
      fresh.map(({ id }) => ({
        ...{ record_id: record.id, item_id: id },
        ...{ hash: hashes.get(id) ?? '', noted_by: actor().name },
      })),
    )
    .execute()
  const title = fresh.map(({ number }) => number).join(', ')
  await tell(records, record.id, 'keep_at_once', { title })
}

/** Throws `Conflict` where something that was approved in the sitting itself reads otherwise now. */
export async function ensureStillSaid(
  record: MinutesRecord,
  meeting: Meeting,
  compose: Composing,
): Promise<void> {
  const kept = await keptAtOnce(record)
  if (kept.size === 0) return
  const hashes = await hashesOf(meeting, compose)
  const changed = [...kept].some(([id, hash]) => hashes.get(id) !== hash)
  ensure(!changed, Conflict, 'minutes.at_once.kept')
}
