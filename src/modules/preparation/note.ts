import { actor, bears } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'
import { tell } from '#commons/dossiers'
import { type Item, items, mayEdit, secretariat } from '#modules/deliberations'
import './tables.ts'

export interface Note {
  words: string
  by: string
  at: Temporal.Instant | null
}

const none: Note = { words: '', by: '', at: null }

/** Whether the one who acts reads and writes the marginal notes of a point: the secretariat always, others as long as they write it. */
export const mayNote = (item: Item): boolean => bears(secretariat.principal) || mayEdit(item)

/** The marginal notes of a point. */
export async function noteOf(item: { id: string }): Promise<Note> {
  const row = await db()
    .selectFrom('preparation.note')
    .select(['words', 'by_name as by', 'at'])
    .where('item_id', '=', item.id)
    .executeTakeFirst()
  return row ?? none
}

/** Writes the marginal notes of a point, which is locked, whatever its state: they stand in no act (C08). */
export async function writeNote(item: Item, words: string): Promise<void> {
  ensure(mayNote(item), Forbidden, 'preparation.not_yours')
  const said = words.trim()
  if (said === (await noteOf(item)).words) return
  const row = { words: said, by_name: actor().name, at: Temporal.Now.instant() }
  await db()
    .insertInto('preparation.note')
    .values({ item_id: item.id, ...row })
    .onConflict((clash) => clash.columns(['tenant_id', 'item_id']).doUpdateSet(row))
    .execute()
  await tell(items, item.id, 'note')
}
