import { type RawBuilder, sql } from 'kysely'
import { db } from '#kernel/db'
import { formatDate, t } from '#kernel/i18n'
import { clean, emptyText, type RichText } from '#kernel/richtext'
import { dayOf, type Meeting, presentedTo } from '#modules/deliberations'
import { actAs, system } from '#kernel/access'
import { readMany } from '#commons/dossiers'
import { approvalRule } from './guards.ts'
import { meetingOfRecord, type MinutesRecord, records } from './record.ts'

/** A point that approves minutes, and what its own minutes say of it, by its state. */
export interface Approving {
  record: MinutesRecord
  words: (state: string) => RichText
}

/** The minutes that points approve, by point; the points may be an array of ids in SQL. Two queries, whatever their number. */
export async function recordsApprovedBy(
  itemIds: readonly string[] | RawBuilder<string[]>,
  reading = { lock: false },
): Promise<Map<string, MinutesRecord>> {
  const known = 'execute' in itemIds ? undefined : [...itemIds]
  if (known?.length === 0) return new Map()
  const among = known ? sql`${known}::uuid[]` : itemIds
  const rows = await db()
    .selectFrom('minutes.approval')
    .select(['item_id', 'record_id'])
    .where('item_id', '=', sql<string>`any(${among})`)
    .execute()
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ record_id }) => record_id)
  const found = await actAs(system, () => readMany(records, ids, reading))
  return new Map(
    rows.flatMap(({ item_id, record_id }) => {
      const record = found.find(({ id }) => id === record_id)
      return record ? [[item_id, record] as const] : []
    }),
  )
}

/** The points of a meeting that approve minutes. */
export async function approvalsIn(meeting: Meeting): Promise<Map<string, Approving>> {
  const all = await recordsApprovedBy(presentedTo(meeting))
  const found = new Map<string, Approving>()
  for (const [id, record] of all) {
    const approved = await meetingOfRecord(record)
    const corrected = record.read_version !== null && isCorrected(record)
    const { article } = await approvalRule(approved)
    const params = { day: formatDate(dayOf(approved)), article }
    found.set(id, {
      record,
      words: (state) => {
        if (state === 'accepted_modified' || (state === 'accepted' && corrected))
          return said(t('minutes.approving.corrected', params))
        if (state === 'accepted') return said(t('minutes.approving.silently', params))
        return state === 'refused' ? said(t('minutes.approving.refused', params)) : emptyText
      },
    })
  }
  return found
}

/** Whether another text than the one that was read is to be approved; an approved one was kept anew. */
export const isCorrected = ({ versions, read_version, how }: MinutesRecord): boolean =>
  how === '' ? versions > (read_version ?? versions) : how === 'corrected'

const said = (text: string): RichText => clean(`<p>${text}</p>`).html
