import { db } from '#kernel/db'
import {
  afterKey,
  lastChanged,
  orderKey,
  type Page,
  pageOf,
  readAfter,
  seen,
} from '#commons/dossiers'
import { records } from './record.ts'

interface ListedRecord {
  id: string
  title: string
  state: string
  meeting_id: string
  organ_id: string
  due_on: Temporal.PlainDate | null
  approved_on: Temporal.PlainDate | null
}

/** A page of the minutes that the one who acts may see, the last changed first. */
export async function listRecords(after?: string): Promise<Page<ListedRecord>> {
  const page = db()
    .selectFrom('commons.dossier as d')
    .innerJoin('minutes.record as r', (join) =>
      join.onRef('r.tenant_id', '=', 'd.tenant_id').onRef('r.id', '=', 'd.id'),
    )
    .select(['d.id', 'd.title', 'd.state', 'r.meeting_id', 'r.organ_id', 'd.due_on'])
    .select(['r.approved_on', orderKey(lastChanged)])
    .where('d.kind', '=', records.name)
    .where(seen())
    .$call(afterKey(lastChanged, after))
  return pageOf(lastChanged, await readAfter(after, () => page.execute()))
}
