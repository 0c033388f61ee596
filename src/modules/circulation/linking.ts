import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { readMany, tellMany } from '#commons/dossiers'
import { link } from '#commons/records'
import { bears } from '#kernel/access'
import { type Item, items, mayEdit, secretariat } from '#modules/deliberations'
import './tables.ts'

/** The other point, as a form asks for it: by its reference or its title. */
export const otherField = link([items.name], { label: 'circulation.other' })

/** Whether the one who acts may say with which points this one has to do. */
export const mayLink = (item: Item): boolean => mayEdit(item) || bears(secretariat.principal)

const pair = (a: string, b: string) =>
  a < b ? { one_id: a, other_id: b } : { one_id: b, other_id: a }

/** The points that have to do with this one, of which the one who acts may read. */
export async function linkedTo({ id }: { id: string }): Promise<Item[]> {
  const rows = await db()
    .selectFrom('circulation.link')
    .select(['one_id', 'other_id'])
    .where((e) => e.or([e('one_id', '=', id), e('other_id', '=', id)]))
    .execute()
  return readMany(
    items,
    rows.map(({ one_id, other_id }) => (one_id === id ? other_id : one_id)),
  )
}

/** Says that two points have to do with one another; either says so of the other (points liés). */
export async function linkTo(item: Item, given: string): Promise<void> {
  ensure(mayLink(item), Forbidden, 'circulation.not_yours')
  const otherId = (await otherField.kept?.(given, 'other')) ?? given
  if (otherId === item.id) throw Invalid.field('other', 'circulation.itself')
  const [other] = await readMany(items, [otherId])
  if (!other) throw Invalid.field('other', 'http.field.choose')
  const added = await db()
    .insertInto('circulation.link')
    .values(pair(item.id, other.id))
    .onConflict((clash) => clash.doNothing())
    .returning('one_id')
    .executeTakeFirst()
  ensure(added, Conflict, 'circulation.linked_already')
  await tellBoth(item, other, 'link')
}

/** Says that two points have nothing to do with one another. */
export async function unlink(item: Item, otherId: string): Promise<void> {
  ensure(mayLink(item), Forbidden, 'circulation.not_yours')
  const [other] = await readMany(items, [otherId])
  const { one_id, other_id } = pair(item.id, otherId)
  const gone = await db()
    .deleteFrom('circulation.link')
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .returning('one_id')
    .executeTakeFirst()
  ensure(gone && other, Conflict, 'circulation.not_linked')
  await tellBoth(item, other, 'unlink')
}

/** Whoever reads the history of one may not read the other: it is named by its id alone. */
const tellBoth = (item: Item, other: Item, verb: 'link' | 'unlink') =>
  tellMany(items, verb, [
    { subjectId: item.id, data: { other: other.id } },
    { subjectId: other.id, data: { other: item.id } },
  ])
