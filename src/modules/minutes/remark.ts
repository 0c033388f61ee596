import { actAs, ensureInPerson, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { isEmpty, type RichText } from '#kernel/richtext'
import { tell } from '#commons/dossiers'
import { agendaOf } from '#modules/deliberations'
import { ensureNotKept } from './at-once.ts'
import { type MinutesRecord, records } from './record.ts'

/** What was said of the points of a meeting, as it is written in its minutes, by point. */
export async function remarksOn({ id }: { id: string }): Promise<Map<string, RichText>> {
  const rows = await db()
    .selectFrom('minutes.remark as k')
    .innerJoin('minutes.record as r', (join) =>
      join.onRef('r.tenant_id', '=', 'k.tenant_id').onRef('r.id', '=', 'k.record_id'),
    )
    .select(['k.item_id', 'k.words'])
    .where('r.meeting_id', '=', id)
    .execute()
  // As `remark` wrote it, from a field that cleans.
  return new Map(rows.map(({ item_id, words }) => [item_id, words as RichText]))
}

/**
 * Writes what was said of a point (interventions, questions), while the minutes are not approved; no words take it away.
 * Throws `NotFound` where the meeting has no such point.
 */
export async function remark(
  record: MinutesRecord,
  itemId: string,
  words: RichText,
): Promise<void> {
  ensureInPerson()
  ensure(record.state !== 'approved', Conflict, 'minutes.record.approved_already')
  const point = (await actAs(system, () => agendaOf(record.meeting_id))).find(
    ({ id }) => id === itemId,
  )
  ensure(point, NotFound, 'errors.not_found')
  await ensureNotKept(record, [itemId])
  if (isEmpty(words))
    await db()
      .deleteFrom('minutes.remark')
      .where('record_id', '=', record.id)
      .where('item_id', '=', itemId)
      .execute()
  else
    await db()
      .insertInto('minutes.remark')
      .values({ record_id: record.id, item_id: itemId, words })
      .onConflict((at) => at.columns(['tenant_id', 'record_id', 'item_id']).doUpdateSet({ words }))
      .execute()
  await tell(records, record.id, 'remark', { title: `${point.number}. ${point.title}` })
}
