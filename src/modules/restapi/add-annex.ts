import { may, permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { type Annex, addAnnexes, annexesOf, removeAnnex } from '#commons/annexes'
import { read } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import { need } from './acting.ts'
import { badRequest } from './failure.ts'
import { type AnnexSent, bytesOf } from './sent.ts'
import { idOfUid } from './uid.ts'

const edits = permission('deliberations.item.edit')

/** A file as annexes take it. Throws `Refused` where it is none, or is to be read by fewer than its point. */
export function newAnnex(sent: AnnexSent): { name: string; title: string; bytes: Uint8Array } {
  if (sent.confidential)
    throw badRequest('restapi.annex.confidential', {
      name: sent.title || sent.file?.filename || '',
    })
  const { name, bytes } = bytesOf(sent)
  return { name, title: sent.title, bytes }
}

/** Adds an annex to a point that the one who acts may edit, as its own page does. */
export async function addAnnexTo(
  itemId: string,
  sent: AnnexSent,
): Promise<{ item: Item; annex: Annex }> {
  const item = await editable(itemId)
  const [annex] = await addAnnexes([{ ...newAnnex(sent), dossier: item }])
  if (!annex) throw new Error(`No annex was added to ${item.id}`)
  return { item, annex }
}

/** Withdraws an annex of such a point. Throws `NotFound`. */
export async function withdrawAnnex(itemId: string, annexUid: string): Promise<void> {
  const item = await editable(itemId)
  await removeAnnex(item, idOfUid(annexUid) ?? '')
}

async function editable(itemId: string): Promise<Item> {
  need(edits, 'act')
  const item = await read(items, itemId, { lock: true })
  ensure(may(edits, item), Forbidden, 'annexes.not_editable')
  return item
}

/** One annex of a point. */
export const annexNamed = async (itemId: string, uid: string): Promise<Annex | undefined> =>
  (await annexesOf(itemId)).find(({ id }) => id === idOfUid(uid))
