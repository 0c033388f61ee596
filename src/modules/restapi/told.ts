import { actor } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { db } from '#kernel/db'
import type { Annex } from '#commons/annexes'
import { read, readMany } from '#commons/dossiers'
import { type Item, items, type Meeting, meetings } from '#modules/deliberations'
import { base } from './config.ts'
import { badRequest, Refused } from './failure.ts'
import type { Params } from './params.ts'
import { toldAnnexes } from './tell-annex.ts'
import { itemTellings, itemUrl } from './tell-item.ts'
import { meetingTellings } from './tell-meeting.ts'
import { told } from './telling.ts'
import { idsOf } from './uid.ts'
import type { What } from './search.ts'
import './tables.ts'

/** What a UID names, of what the one who acts may see. */
export type Named =
  | { what: 'item'; id: string; item: Item }
  | { what: 'meeting'; id: string; meeting: Meeting }

/**
 * The point or meeting of a UID. Throws `NotFound` where there is none that may be seen: nobody is told of others that they
 * are there, but whoever made one (403). Throws `Refused` where it is not what is `wanted`.
 */
export async function whatIs(uid: string, wanted?: What): Promise<Named> {
  const ids = await idsOf([uid])
  const [item] = await readMany(items, ids)
  if (item && wanted !== 'meeting') return { what: 'item', id: item.id, item }
  const [meeting] = item ? [] : await readMany(meetings, ids)
  if (meeting && wanted !== 'item') return { what: 'meeting', id: meeting.id, meeting }
  if (item ?? meeting) throw badRequest('restapi.other_type', { uid })
  if (await isMine(ids)) throw new Refused(403, 'restapi.uid_unseen', { uid })
  throw new NotFound('restapi.uid_unknown', { uid })
}

/** Whether a point was written by the program that asks, which may no longer read it. */
async function isMine(ids: readonly string[]): Promise<boolean> {
  const { id } = actor()
  if (ids.length === 0 || !id) return false
  const found = await db()
    .selectFrom('restapi.identifier')
    .select('item_id')
    .where('item_id', 'in', [...ids])
    .where('made_by', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/** The points or meetings of these ids in this order, as is asked. */
export async function toldMany(
  what: What,
  ids: readonly string[],
  asked: Params,
): Promise<object[]> {
  const tellings =
    what === 'item'
      ? await itemTellings(await readMany(items, ids))
      : await meetingTellings(await readMany(meetings, ids))
  const answers: object[] = []
  for (const id of ids) {
    const telling = tellings.get(id)
    if (telling) answers.push(await told(telling, asked))
  }
  return answers
}

export async function toldItem(id: string, asked: Params): Promise<object> {
  const [one] = await toldMany('item', [id], asked)
  if (!one) throw new NotFound()
  return one
}

export async function toldMeeting(id: string, asked: Params): Promise<object> {
  const [one] = await toldMany('meeting', [id], asked)
  if (!one) throw new NotFound()
  return one
}

/** Annexes of a point, as is asked. */
export async function toldAnnexesOf(
  itemId: string,
  some: readonly Annex[],
  asked: Params,
): Promise<object[]> {
  const item = await read(items, itemId)
  const telling = (await itemTellings([item])).get(item.id)
  if (!telling) throw new NotFound()
  return toldAnnexes(some, { url: itemUrl(await base(), itemId), telling }, asked)
}

export async function toldAnnex(itemId: string, annex: Annex, asked: Params): Promise<object> {
  const [one] = await toldAnnexesOf(itemId, [annex], asked)
  if (!one) throw new NotFound()
  return one
}
