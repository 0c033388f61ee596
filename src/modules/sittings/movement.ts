import { sql } from 'kysely'
import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { read, tell } from '#commons/dossiers'
import { type Item, type Meeting, items, meetings } from '#modules/deliberations'
import { ensureCorrectable } from './correctable.ts'
import { ensureHolds } from './holds.ts'
import type { Attendee } from './presence.ts'
import { attendance, movementsOf, sittingsChanged } from './sitting.ts'
import { movementSentence } from './said.ts'
import type { MovementKind } from './tables.ts'

/** What is noted of somebody: they come or go before a point, or stand aside for it alone (CDLD L1122-19). */
export interface NotedMovement {
  seat_id: string
  item_id: string
  kind: MovementKind
  at: Temporal.PlainTime | null
  /** Why, where it is said. */
  reason?: string
}

/** Throws `Conflict` where nothing of a sitting is noted: before it is opened, and once its minutes are approved. */
export async function ensureHeld(meeting: Meeting): Promise<void> {
  const { state } = meeting
  ensure(state === 'decided' || state === 'closed', Conflict, 'sittings.movement.not_now')
  await ensureCorrectable(meeting)
}

/** Notes that somebody comes, goes or stands aside. Refuses what contradicts what is noted and voted. */
export async function noteMovement(meeting: Meeting, noted: NotedMovement): Promise<void> {
  ensureInPerson()
  await ensureHeld(meeting)
  const seat = (await attendance(meeting)).find(({ id }) => id === noted.seat_id)
  if (!seat) throw Invalid.field('seat_id', 'sittings.attendance.no_seat')
  const point = await pointOf(meeting, noted.item_id)
  const moved = await movementsOf(meeting)
  if (moved.some((one) => one.seat_id === seat.id && one.item_id === point.id))
    throw Invalid.field('item_id', 'sittings.movement.twice', { number: point.number ?? '' })
  await db()
    .insertInto('sittings.movement')
    .values({ meeting_id: meeting.id, ...noted })
    .execute()
  await ensureHolds(meeting, { seat: seat.id, field: 'seat_id', hour: 'at' })
  await tell(meetings, meeting.id, 'movement', told(noted, seat, point.number))
}

/** What was noted was a mistake: it goes, and history tells what it was. */
export async function removeMovement(meeting: Meeting, id: string): Promise<void> {
  ensureInPerson()
  await ensureHeld(meeting)
  const gone = (await movementsOf(meeting)).find((one) => one.id === id)
  ensure(gone, NotFound, 'errors.not_found')
  await db().deleteFrom('sittings.movement').where('id', '=', id).execute()
  await ensureHolds(meeting)
  const seat = (await attendance(meeting)).find((one) => one.id === gone.seat_id)
  await tell(meetings, meeting.id, 'unmovement', seat ? told(gone, seat, gone.number) : {})
}

/** What history tells: « Mme Montfort quitte la séance. (point 4) » */
const told = (
  one: Pick<NotedMovement, 'kind' | 'seat_id'>,
  seat: Attendee,
  at: string | null,
): EventData => {
  const number = at ?? ''
  const title = inItsLanguage(
    () => `${movementSentence(one, seat)} (${t('sittings.movement.at_point', { number })})`,
  )
  return { title, kind: one.kind, seat: one.seat_id, number }
}

/** A point of a meeting. Throws `Invalid` of this field where it has none such. */
export async function pointOf(meeting: Meeting, itemId: string, field = 'item_id'): Promise<Item> {
  const item = await read(items, itemId).catch((problem: unknown) => {
    if (problem instanceof NotFound) throw Invalid.field(field, 'http.field.choose')
    throw problem
  })
  if (item.meeting_id !== meeting.id) throw Invalid.field(field, 'http.field.choose')
  return item
}

/** A point leaves its agenda: who stood aside for it does so no more. Refuses where something else is noted at it. */
export async function leaveAgenda(itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return
  const gone = await db()
    .deleteFrom('sittings.movement')
    .where('item_id', 'in', itemIds)
    .returning('kind')
    .execute()
  if (gone.length > 0) ensureInPerson()
  sittingsChanged()
  ensure(
    gone.every(({ kind }) => kind === 'withdraws') && !(await isAnchor(itemIds)),
    Conflict,
    'sittings.movement.anchored',
  )
}

/** Whether something of a sitting is noted at one of these points. */
async function isAnchor(itemIds: readonly string[]): Promise<boolean> {
  const ids = sql`any(${[...itemIds]}::uuid[])`
  const { rows } = await sql<{ noted: boolean }>`select
    exists (select from sittings.incident where item_id = ${ids})
    or exists (select from sittings.proxy where from_item_id = ${ids} or until_item_id = ${ids}) as noted`.execute(
    db(),
  )
  return rows[0]?.noted ?? false
}
