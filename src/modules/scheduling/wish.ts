import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { readMany, tell, tellMany } from '#commons/dossiers'
import {
  isOver,
  type Item,
  items,
  mayEdit,
  type Meeting,
  meetings,
  openMeetings,
} from '#modules/deliberations'
import './tables.ts'

/** The meeting for which a point is meant. */
export interface Wish {
  id: string
  title: string
}

/** For which meetings these points are meant (séance souhaitée), by point: one that is over is meant no more. */
export async function wishesOf(itemIds: readonly string[]): Promise<Map<string, Wish>> {
  const { rows } = await sql<Wish & { item_id: string }>`
    select w.item_id, d.id, d.title from scheduling.wish w
    join commons.dossier d on (d.tenant_id, d.id) = (w.tenant_id, w.meeting_id)
    where w.item_id = any(${[...itemIds]}::uuid[]) and d.state not in ('closed', 'cancelled')`.execute(
    db(),
  )
  return new Map(rows.map(({ item_id, ...one }) => [item_id, one]))
}

/** The meeting that is proposed where a point is presented: the one for which it is meant. */
export const wishedFor = async ({ id }: Pick<Item, 'id'>): Promise<string | undefined> =>
  (await wishesOf([id])).get(id)?.id

/** Whoever may rewrite a point says for which meeting it is meant, as long as no agenda bears it. */
export const mayWish = (item: Item): boolean => item.meeting_id === null && mayEdit(item)

/** The meetings for which a point may be meant. */
export const meetingsFor = (item: Pick<Item, 'organ_id'>): Promise<Meeting[]> =>
  openMeetings(item.organ_id)

/** Says for which meeting of its organ a point is meant, or for none; it is locked. History tells it. */
export async function wish(item: Item, meetingId: string | null): Promise<void> {
  ensure(item.meeting_id === null, Conflict, 'scheduling.on_an_agenda')
  ensure(mayWish(item), Forbidden, 'deliberations.item.not_editable')
  const before = (await wishesOf([item.id])).get(item.id)
  if ((before?.id ?? null) === meetingId) return
  if (meetingId === null) return forget(item, before?.title ?? '')
  const [meeting] = await readMany(meetings, [meetingId])
  if (!meeting || isOver(meeting) || meeting.organ_id !== item.organ_id)
    throw Invalid.field('meeting_id', 'scheduling.not_open')
  await db()
    .insertInto('scheduling.wish')
    .values({ item_id: item.id, meeting_id: meeting.id })
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'item_id']).doUpdateSet({ meeting_id: meeting.id }),
    )
    .execute()
  await tell(items, item.id, 'wish', { title: meeting.title })
}

async function forget(item: Item, title: string): Promise<void> {
  await db().deleteFrom('scheduling.wish').where('item_id', '=', item.id).execute()
  await tell(items, item.id, 'unwish', { title })
}

/** Points that went to another organ are meant for no meeting of the one that they left. */
export async function followOrgans(events: readonly Event[]): Promise<void> {
  const wishes = await wishesOf(events.flatMap(({ subjectId }) => subjectId ?? []))
  if (wishes.size === 0) return
  await actAs(system, async () => {
    const known = await readMany(
      meetings,
      [...wishes.values()].map(({ id }) => id),
    )
    for (const item of await readMany(items, [...wishes.keys()], { lock: true })) {
      const meant = known.find(({ id }) => id === wishes.get(item.id)?.id)
      if (meant && meant.organ_id !== item.organ_id) await forget(item, meant.title)
    }
  })
}

/** A meeting is called off: points that were meant for it are meant for any (B09), and their history says so. */
export async function forgetWishes({ id, title }: Pick<Meeting, 'id' | 'title'>): Promise<void> {
  const gone = await db()
    .deleteFrom('scheduling.wish')
    .where('meeting_id', '=', id)
    .returning('item_id')
    .execute()
  await tellMany(
    items,
    'unwish',
    gone.map(({ item_id }) => ({ subjectId: item_id, data: { title } })),
  )
}
