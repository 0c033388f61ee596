import type { Selectable } from 'kysely'
import { actor, bears } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { readMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { richTextOf } from '#commons/records'
import { decidedStates, type Item, mayEdit, secretariat } from '#modules/deliberations'
import { type Destination, destinations, destinationsFrom } from './destination.ts'
import type { SendingTable } from './tables.ts'

export type Sending = Omit<Selectable<SendingTable>, 'tenant_id'>

/** What is said when a point is to go on to another organ. */
export interface Wished {
  destination_id: string
  title: string
  motivation: string
  decision: string
  privacy: 'public' | 'secret' | null
  urgent: boolean
  urgency: string
}

const columns = [
  ...(['id', 'item_id', 'destination_id', 'title', 'motivation', 'decision'] as const),
  ...(['privacy', 'urgent', 'urgency', 'wished_by', 'wished_at'] as const),
  ...(['copy_id', 'sent_at', 'halted', 'dropped_at'] as const),
] as const

/** Whether the one who acts may say where a point goes on, as it is now. */
export const mayWish = (item: Item): boolean =>
  mayEdit(item) || (bears(secretariat.principal) && !decidedStates.includes(item.state))

/** Where these points go on, or went: what was not taken back, in the order in which it was wished. */
export function sendingsOf(itemIds: readonly string[]): Promise<Sending[]> {
  if (itemIds.length === 0) return Promise.resolve([])
  return db()
    .selectFrom('sendings.sending')
    .select(columns)
    .where('item_id', 'in', [...itemIds])
    .where('dropped_at', 'is', null)
    .orderBy('wished_at')
    .orderBy('id')
    .execute()
}

/** By which sending a point came to its organ. */
export const cameBy = (item: { id: string }): Promise<Sending | undefined> =>
  db()
    .selectFrom('sendings.sending')
    .select(columns)
    .where('copy_id', '=', item.id)
    .executeTakeFirst()

/** One of a point that is not taken back. Throws `NotFound`. */
export async function sendingNamed(id: string): Promise<Sending> {
  const found = isId(id)
    ? await db()
        .selectFrom('sendings.sending')
        .select(columns)
        .where('id', '=', id)
        .where('dropped_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!found) throw new NotFound()
  return found
}

/** The destinations of these sendings, by their ids. */
export async function destinationsOf(some: readonly Sending[]): Promise<Map<string, Destination>> {
  const ids = [...new Set(some.map(({ destination_id }) => destination_id))]
  return new Map(
    (await readMany(destinations, ids)).map((one) => [one.id as string, one as Destination]),
  )
}

/** The destinations to which a point may still be sent. */
export async function openTo(item: Item): Promise<Destination[]> {
  const taken = new Set((await sendingsOf([item.id])).map(({ destination_id }) => destination_id))
  return (await destinationsFrom(item.organ_id)).filter(({ id }) => !taken.has(id))
}

/**
 * Says that a point, which is locked, goes on to another organ, with other words there where it has any. Said again of the same
 * destination, it counts instead of what was said before, until it was sent.
 */
export async function wish(item: Item, wished: Wished): Promise<Sending> {
  ensure(mayWish(item), Forbidden, 'sendings.not_yours')
  const way = (await destinationsFrom(item.organ_id)).find(({ id }) => id === wished.destination_id)
  if (!way) throw Invalid.field('destination_id', 'http.field.choose')
  if (wished.urgent && wished.urgency.trim() === '')
    throw Invalid.field('urgency', 'sendings.urgency_needed')
  const [before] = (await sendingsOf([item.id])).filter(
    ({ destination_id }) => destination_id === way.id,
  )
  ensure(!before?.sent_at, Conflict, 'sendings.sent_already', { destination: way.title })
  const said = {
    title: wished.title.trim(),
    motivation: await richTextOf(wished.motivation, 'motivation'),
    decision: await richTextOf(wished.decision, 'decision'),
    ...{ privacy: wished.privacy, urgent: wished.urgent },
    urgency: wished.urgent ? wished.urgency.trim() : '',
    wished_by: actor().name,
  }
  const query = before
    ? db().updateTable('sendings.sending').set(said).where('id', '=', before.id).returning(columns)
    : db()
        .insertInto('sendings.sending')
        .values({
          item_id: item.id,
          destination_id: way.id,
          ...said,
          copy_id: null,
          sent_at: null,
          dropped_at: null,
        })
        .returning(columns)
  return query.executeTakeFirstOrThrow()
}

/** Points that follow others take over where those were to go, and did not. */
export async function takeOverWishes(
  pairs: readonly { from: string; to: string }[],
): Promise<void> {
  const next = new Map(pairs.map(({ from, to }) => [from, to]))
  const open = (await sendingsOf([...next.keys()])).filter(({ sent_at }) => sent_at === null)
  if (open.length === 0) return
  await forget(open)
  await wishAgain(open.map((one) => ({ ...one, item_id: next.get(one.item_id) ?? one.item_id })))
}

/** What was wished of these is wished anew, in the same words: they did not go yet. */
export async function wishAgain(some: readonly Sending[]): Promise<void> {
  if (some.length === 0) return
  await db()
    .insertInto('sendings.sending')
    .values(
      some.map(({ id: _id, wished_at: _at, ...rest }) => ({
        ...rest,
        ...{ copy_id: null, sent_at: null, halted: '', dropped_at: null },
      })),
    )
    .execute()
}

/** Says that these go nowhere, or not any more: the same may be sent again. */
export async function forget(some: readonly { id: string }[]): Promise<void> {
  if (some.length === 0) return
  await db()
    .updateTable('sendings.sending')
    .set({ dropped_at: Temporal.Now.instant() })
    .where(
      'id',
      'in',
      some.map(({ id }) => id),
    )
    .execute()
}

/** The place among organs of the first to which each of these points goes on, by their ids. */
export async function placesThere(itemIds: readonly string[]): Promise<Map<string, number>> {
  const some = await sendingsOf(itemIds)
  if (some.length === 0) return new Map()
  const ways = await destinationsOf(some)
  const order = (await organs()).map(({ id }) => id)
  const places = new Map<string, number>()
  for (const { item_id, destination_id } of some) {
    const at = order.indexOf(ways.get(destination_id)?.to_id ?? '') + 1
    places.set(item_id, Math.min(at, places.get(item_id) ?? at))
  }
  return places
}
