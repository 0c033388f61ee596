import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { read, readMany, refreshMany, tell, tellMany } from '#commons/dossiers'
import { change, changeMany, enforceMany } from '#commons/workflow'
import { agendaEntries, entriesOf, knownTo } from './agenda.ts'
import { type Item, items } from './item.ts'
import { isLate } from './convoking.ts'
import {
  allItems,
  dayOf,
  isOver,
  itemReference,
  type Meeting,
  meetings,
  organKind,
  organOf,
} from './meeting.ts'
import {
  insert,
  isLawful,
  keepsDecided,
  moveLawfully,
  type MoveRefusal,
  type Place,
  placed,
  without,
} from '#commons/ordering'
import type { InsertionMethod } from '#commons/organs'
import { sittingRule } from './sitting-rule.ts'
import { itemWorkflow } from './workflow.ts'

/**
 * Presents points to a meeting (présenter), in this order: each lands where the organ's order puts it. Once the
 * agenda is frozen they are late (points en urgence) and frozen at once; so they are where it was, and was opened again after
 * the last day to convoke. The meeting is locked, the points are
 * not: they are with those of the agenda, in their order. So many queries, however many points.
 */
export async function presentMany(
  points: readonly Pick<Item, 'id'>[],
  meeting: Meeting,
  by: typeof changeMany = changeMany,
): Promise<Item[]> {
  ensureGoesOn(meeting)
  const ids = points.map(({ id }) => id)
  const locked = await allItems(meeting, ids)
  const newcomers = ids.map((id) => named(id, locked))
  for (const { organ_id } of newcomers)
    ensure(meeting.organ_id === organ_id, Conflict, 'deliberations.item.other_organ')
  const { insertion, kind } = await organOf(meeting)
  const list_type = (await isLate(meeting)) ? 'late' : 'normal'
  const callings = await callingsOf(newcomers, meeting)
  const entries = (await knownTo(insertion, await entriesOf(ids))).map(
    (entry) => ({ ...entry, listType: list_type }) as const,
  )
  const agenda = await knownTo(insertion, await agendaEntries(meeting.id))
  const places = insert(agenda, entries, insertion, await sittingRule(kind, dayOf(meeting)))
  ensure(keepsDecided(agenda, places), Conflict, 'deliberations.order.decided_behind')
  const placeOf = new Map(places.map((one) => [one.id, one]))
  const presented = await by(
    items,
    itemWorkflow,
    'present',
    newcomers.map((dossier) => ({
      dossier,
      patch: {
        meeting_id: meeting.id,
        position: placeOf.get(dossier.id)?.position,
        number: placeOf.get(dossier.id)?.number,
        list_type,
        calling: callings.get(dossier.id) ?? 1,
      },
    })),
  )
  await place(places)
  if (meeting.state === 'created') return presented
  const late = presented.map((dossier) => ({ dossier }))
  await enforceMany(items, itemWorkflow, 'freeze', late)
  await renumber(meeting)
  const fresh = new Map((await readMany(items, ids)).map((one) => [one.id, one]))
  return presented.flatMap(({ id }) => fresh.get(id) ?? [])
}

const ensureGoesOn = (meeting: Meeting) =>
  ensure(!isOver(meeting), Conflict, 'deliberations.meeting.closed_already')

/**
 * How many times points are called, with this meeting: one that its forerunner bore, and that lapsed there for want of
 * quorum, once more than there (CDLD L1122-17: « mis pour la troisième fois à l’ordre du jour »).
 */
async function callingsOf(
  some: readonly Item[],
  { repeats_id }: Meeting,
): Promise<Map<string, number>> {
  const before = new Map(
    some.flatMap((one) => (one.predecessor_id ? [[one.predecessor_id, one.id]] : [])),
  )
  if (!repeats_id || before.size === 0) return new Map()
  const rows = await db()
    .selectFrom('deliberations.item')
    .select(['id', 'calling'])
    .where('id', 'in', [...before.keys()])
    .where('meeting_id', '=', repeats_id)
    .execute()
  return new Map(rows.map(({ id, calling }) => [before.get(id) ?? '', calling + 1]))
}

/** Puts a point of the house on an agenda, before all others of its part: nobody is asked for its category nor its service. */
export async function inscribe(point: Pick<Item, 'id'>, meeting: Meeting): Promise<void> {
  await presentMany([point], meeting, enforceMany)
  if (meeting.state === 'created') await moveItem(meeting, point.id, 1)
}

/** Presents one point. */
export async function present(point: Pick<Item, 'id'>, meeting: Meeting): Promise<Item> {
  const [presented] = await presentMany([point], meeting)
  ensure(presented, NotFound, 'errors.not_found')
  return presented
}

function named(id: string, some: readonly Item[]): Item {
  const item = some.find((one) => one.id === id)
  ensure(item, Conflict, 'deliberations.item.not_presented')
  return item
}

/**
 * Takes a point off its agenda; its references go, and those who hear of it forget its vote; those behind it move up (E08). Locks the
 * meeting before its points, as all that orders an agenda does: give it a point that is not locked.
 */
export async function withdraw({ id, meeting_id }: Item, comment = ''): Promise<Item> {
  ensure(meeting_id, Conflict, 'deliberations.item.not_presented')
  const meeting = await read(meetings, meeting_id, { lock: true })
  const item = named(id, await allItems(meeting))
  ensureGoesOn(meeting)
  const agenda = await agendaEntries(meeting.id)
  const left = placed(without(agenda, id))
  ensure(keepsDecided(agenda, left), Conflict, 'deliberations.order.decided_after')
  const withdrawn = await change(items, itemWorkflow, item, 'withdraw', {
    ...{ comment, patch: offAgenda },
  })
  await place(left)
  await renumber(meeting)
  return withdrawn
}

/**
 * Moves a point on its agenda, to a place of the list, 1 being the first, or to a number, « 2.1 » being below « 2 »; not once the
 * meeting is closed (A06), nor past what is decided, nor a public point behind the closed session (CDLD L1122-22).
 */
export async function moveItem(
  meeting: Meeting,
  itemId: string,
  to: number | string,
): Promise<string> {
  ensureGoesOn(meeting)
  await allItems(meeting)
  const keeping = await sittingRule(await organKind(meeting), dayOf(meeting))
  const moved = moveLawfully(await agendaEntries(meeting.id), itemId, to, keeping)
  if (!moved.moved) throw new Conflict(`deliberations.order.${moved.reason satisfies MoveRefusal}`)
  await place(moved.places)
  await renumber(meeting)
  const number = moved.places.find(({ id }) => id === itemId)?.number ?? ''
  await tell(items, itemId, 'move', { number })
  return number
}

/**
 * A point that is of another part of the sitting now takes its place in it, where it is on an agenda (CDLD L1122-22). Whoever
 * rewrites it need not see the meeting.
 */
export async function placeAnew({ id, meeting_id }: Item): Promise<void> {
  if (!meeting_id) return
  const meeting = await actAs(system, () => read(meetings, meeting_id, { lock: true }))
  await allItems(meeting)
  const { insertion, kind } = await organOf(meeting)
  const agenda = await knownTo(insertion, await agendaEntries(meeting.id))
  const [entry] = agenda.filter((one) => one.id === id)
  const rule = await sittingRule(kind, dayOf(meeting))
  if (!entry || isLawful(agenda, rule)) return
  const places = insert(agenda, [entry], insertion, rule)
  ensure(keepsDecided(agenda, places), Conflict, 'deliberations.order.decided_behind')
  await place(places)
  await renumber(meeting)
  const number = places.find((one) => one.id === id)?.number ?? ''
  await tell(items, id, 'move', { number })
}

/** Orders a whole agenda anew by methods, which the law comes before. Throws `Conflict` where a decided point would move. */
export async function reorderAgenda(
  meeting: Meeting,
  methods: readonly InsertionMethod[],
): Promise<void> {
  ensureGoesOn(meeting)
  const all = await allItems(meeting)
  const agenda = await knownTo(methods, await agendaEntries(meeting.id))
  const rule = await sittingRule(await organKind(meeting), dayOf(meeting))
  const places = insert([], agenda, methods, rule)
  ensure(keepsDecided(agenda, places), Conflict, 'deliberations.order.decided_behind')
  const before = new Map(all.map(({ id, number }) => [id as string, number]))
  const moved = places.filter(({ id, number }) => before.get(id) !== number)
  await place(places)
  await renumber(meeting)
  await tellMany(
    items,
    'move',
    moved.map(({ id, number }) => ({ subjectId: id, data: { number } })),
  )
}

/** The meeting on whose agenda a point is. Throws `Conflict` where it is on none. */
export function meetingOf(item: Item): Promise<Meeting> {
  ensure(item.meeting_id, Conflict, 'deliberations.item.not_presented')
  return read(meetings, item.meeting_id)
}

/** What a point is that no agenda bears any more. */
export const offAgenda = {
  ...{ meeting_id: null, position: null, number: null },
  ...({ list_type: 'normal', reference: '' } as const),
}

/** Writes the places of points, and their numbers. */
export async function place(places: readonly Place[]): Promise<void> {
  const ids = places.map(({ id }) => id)
  const positions = places.map(({ position }) => position)
  const numbers = places.map(({ number }) => number)
  await sql`update deliberations.item i set position = p.position, number = p.number
    from unnest(${ids}::uuid[], ${positions}::integer[], ${numbers}::text[]) as p (id, position, number)
    where i.id = p.id and (i.position, i.number) is distinct from (p.position, p.number)`.execute(
    db(),
  )
}

/** References follow the order once they are given (A20). */
export async function renumber(meeting: Meeting): Promise<void> {
  if (meeting.state === 'created') return
  const { acronym } = await organOf(meeting)
  const referenceAt = await itemReference(acronym, meeting)
  const found = await db()
    .selectFrom('deliberations.item')
    .select(['id', 'number'])
    .where('meeting_id', '=', meeting.id)
    .execute()
  const wanted = found.map((one) => ({ id: one.id, reference: referenceAt(one) }))
  const { rows } = await sql<{ id: string }>`
    update commons.dossier d set reference = w.reference
    from jsonb_to_recordset(${asRows(wanted)}) as w (id uuid, reference text)
    where d.id = w.id and d.reference <> w.reference
    returning d.id`.execute(db())
  await refreshMany(items, rows)
}
