import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import type { Seat } from '#commons/organs'
import { sittingsChanged } from './sitting.ts'
import './tables.ts'

type Name = Pick<Seat, 'civility' | 'first_name' | 'last_name'>

/** Keeps that a member of another organ is called to sit for one point, in place of whoever was. */
export async function noteCalled(
  item: { id: string; meeting_id: string | null },
  seat: Seat,
  article: string,
): Promise<void> {
  await eraseCalled([item.id])
  const { title, civility, first_name, last_name } = seat
  await db()
    .insertInto('sittings.called')
    .values({
      ...{ meeting_id: item.meeting_id ?? '', item_id: item.id, seat_id: seat.id, article },
      ...{ title, civility, first_name, last_name },
    })
    .execute()
  sittingsChanged()
}

/** Nobody is called for these points any more. Returns who was. No program undoes what people noted. */
export async function eraseCalled(itemIds: readonly string[]): Promise<Name[]> {
  if (itemIds.length === 0) return []
  const gone = await db()
    .deleteFrom('sittings.called')
    .where('item_id', 'in', itemIds)
    .returning(['civility', 'first_name', 'last_name'])
    .execute()
  if (gone.length > 0) ensureInPerson()
  sittingsChanged()
  return gone
}
