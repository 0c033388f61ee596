import { Conflict, ensure } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import { availableItems, type Item, items, type Meeting, presentMany } from '#modules/deliberations'
import { type Wish, wishesOf } from './wish.ts'

/** A validated point that no agenda bears yet (point disponible). */
export type Available = Awaited<ReturnType<typeof availableItems>>[number] & {
  /** The meeting for which it is meant. */
  wish: Wish | undefined
}

/** The points that wait for a meeting of its organ: those that are meant for it, for none, and for another one. */
export async function availableTo(
  meeting: Pick<Meeting, 'id' | 'organ_id'>,
): Promise<{ wished: Available[]; others: Available[]; later: Available[] }> {
  const all = await availableItems(meeting.organ_id)
  const wishes = await wishesOf(all.map(({ id }) => id))
  const told = all.map((one): Available => ({ ...one, wish: wishes.get(one.id) }))
  return {
    wished: told.filter(({ wish }) => wish?.id === meeting.id),
    others: told.filter(({ wish }) => !wish),
    later: told.filter(({ wish }) => wish && wish.id !== meeting.id),
  }
}

/** Presents all that is meant for a meeting, which is locked, in the order in which it was changed. */
export async function presentWished(meeting: Meeting): Promise<Item[]> {
  const { wished } = await availableTo(meeting)
  const points = await readMany(
    items,
    wished.map(({ id }) => id),
  )
  ensure(points.length > 0, Conflict, 'scheduling.available.none_wished')
  const order = new Map(wished.map(({ id }, at) => [id as string, at]))
  return presentMany(
    points.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    meeting,
  )
}
