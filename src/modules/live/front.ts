import { actAs, ensureInPerson, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { signal } from '#kernel/signals'
import { readMany } from '#commons/dossiers'
import { type Item, items, type Meeting } from '#modules/deliberations'
import { ensureRuns } from './runs.ts'
import './tables.ts'

/** The point that is before the room, whoever may read it; undefined while none was called. */
export async function frontOf(meeting: { id: string }): Promise<Item | undefined> {
  const row = await db()
    .selectFrom('live.front')
    .select('item_id')
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  const [item] = row ? await anyItem(row.item_id) : []
  return item?.meeting_id === meeting.id ? item : undefined
}

/** A point as the screens of its meeting need it; who may read its words is asked where they are shown. */
export const anyItem = (id: string): Promise<Item[]> => actAs(system, () => readMany(items, [id]))

/** Calls a point: all screens look at it. It is no fact of the minutes, so that nothing of it stands in history. */
export async function callPoint(meeting: Meeting, item: Item): Promise<void> {
  ensureInPerson()
  ensure(meeting.state === 'decided', Conflict, 'sittings.vote.not_in_session')
  ensure(item.meeting_id === meeting.id, Conflict, 'live.point.elsewhere')
  await ensureRuns(meeting, item.position ?? 0)
  await putInFront(meeting, item)
  await signal([meeting.id])
}

/** Writes it; the last of two who call at once is where the screens are. */
export async function putInFront(meeting: Meeting, { id }: Item): Promise<void> {
  await db()
    .insertInto('live.front')
    .values({ meeting_id: meeting.id, item_id: id })
    .onConflict((on) => on.columns(['tenant_id', 'meeting_id']).doUpdateSet({ item_id: id }))
    .execute()
}
