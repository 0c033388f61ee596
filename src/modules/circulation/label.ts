import { actor, bears, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { administrator } from '#commons/directory'
import { readMany, tell } from '#commons/dossiers'
import { type Item, items, mayEdit, secretariat } from '#modules/deliberations'
import './tables.ts'

export const tones = ['neutral', 'info', 'good', 'warn', 'bad'] as const
export type LabelTone = (typeof tones)[number]

/** A word by which points are marked (étiquette), with its colour. */
export interface Label {
  id: string
  name: string
  tone: LabelTone
  /** Of the one who acts alone; else of the authority. */
  own: boolean
}

/** How many labels of their own a person has at most, and an authority. */
const most = 60

/** Whether the one who acts keeps the labels of the authority. */
export const keepsAll = (): boolean =>
  bears(secretariat.principal) || bears(administrator.principal)
/** Whether the one who acts may rename or take a label away. */
export const mayKeep = ({ own }: Label): boolean => own || keepsAll()
/** Whether the one who acts may put a label on a point: their own on all that they see. */
export const mayPut = (label: Label, item: Item): boolean =>
  label.own || mayEdit(item) || bears(secretariat.principal)

/** The labels of the authority and those of the one who acts. */
export async function labels(): Promise<Label[]> {
  const { id: me } = actor()
  const rows = await db()
    .selectFrom('circulation.label')
    .select(['id', 'name', 'tone', 'person_id'])
    .where((e) => e.or([e('person_id', 'is', null), ...(me ? [e('person_id', '=', me)] : [])]))
    .execute()
  return rows
    .map(({ person_id, ...one }) => ({ ...one, own: person_id !== null }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** One of them. Throws `NotFound` where it is another’s own. */
export async function labelNamed(id: string): Promise<Label> {
  const found = isId(id) ? (await labels()).find((one) => one.id === id) : undefined
  if (!found) throw new NotFound()
  return found
}

interface NewLabel {
  name: string
  tone: LabelTone
  own: boolean
}

/** Adds a label of the one who acts, or of the authority. */
export async function addLabel({ name, tone, own }: NewLabel): Promise<Label> {
  ensure(own || keepsAll(), Forbidden, 'circulation.labels_kept')
  if (own) ensureInPerson()
  const person_id = own ? actor().id : null
  ensure(!own || person_id, Forbidden, 'errors.forbidden')
  const standing = (await labels()).filter((one) => one.own === own)
  if (standing.length >= most) throw Invalid.field('name', 'circulation.too_many', { most })
  const added = await db()
    .insertInto('circulation.label')
    .values({ name, tone, person_id })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw Invalid.field('name', 'circulation.label_taken', { name })
  return { id: added.id, name, tone, own }
}

/** Takes a label away, from all points that bear it. */
export async function dropLabel(label: Label): Promise<void> {
  ensure(mayKeep(label), Forbidden, 'circulation.labels_kept')
  await db().deleteFrom('circulation.label').where('id', '=', label.id).execute()
}

/** The labels on a point that the one who acts sees. */
export async function labelsOn(item: { id: string }): Promise<Label[]> {
  const rows = await db()
    .selectFrom('circulation.labelled')
    .select('label_id')
    .where('item_id', '=', item.id)
    .execute()
  const on = new Set(rows.map(({ label_id }) => label_id))
  return (await labels()).filter(({ id }) => on.has(id))
}

/** Puts these labels on a point, which is locked, and takes the others off that the one who acts may put there. */
export async function labelWith(item: Item, labelIds: readonly string[]): Promise<void> {
  const all = await labels()
  const wanted = new Set(labelIds)
  if (labelIds.some((id) => !all.some((one) => one.id === id)))
    throw Invalid.field('labels', 'http.field.choose')
  const on = new Set((await labelsOn(item)).map(({ id }) => id))
  const changed = all.filter(({ id }) => wanted.has(id) !== on.has(id))
  // What the one who acts may not take off stays, whatever the form left out.
  const own = changed.filter((one) => mayPut(one, item))
  ensure(
    changed.every((one) => !wanted.has(one.id) || own.includes(one)),
    Forbidden,
    'circulation.not_yours',
  )
  for (const label of own) {
    const row = { label_id: label.id, item_id: item.id }
    if (wanted.has(label.id))
      await db()
        .insertInto('circulation.labelled')
        .values(row)
        .onConflict((clash) => clash.doNothing())
        .execute()
    else
      await db()
        .deleteFrom('circulation.labelled')
        .where((e) => e.and(row))
        .execute()
    // What is one’s own stands in nobody’s history.
    if (!label.own)
      await tell(items, item.id, wanted.has(label.id) ? 'label' : 'unlabel', { title: label.name })
  }
}

/** The points that bear a label, of which the one who acts may read. */
export async function labelledWith(label: Label): Promise<Item[]> {
  const rows = await db()
    .selectFrom('circulation.labelled')
    .select('item_id')
    .where('label_id', '=', label.id)
    .execute()
  return readMany(
    items,
    rows.map(({ item_id }) => item_id),
  )
}

/** Puts a label on many points at once, on those of them where the one who acts may. Gives how many bear it then. */
export async function labelMany(label: Label, itemIds: readonly string[]): Promise<number> {
  const some = await readMany(items, itemIds, { lock: true })
  ensure(some.length > 0, Conflict, 'circulation.none_chosen')
  let count = 0
  for (const item of some) {
    if (!mayPut(label, item)) continue
    const on = await labelsOn(item)
    await labelWith(item, [...on.map(({ id }) => id), label.id])
    count += 1
  }
  return count
}
