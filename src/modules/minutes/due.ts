import { actAs, system } from '#kernel/access'
import { t } from '#kernel/i18n'
import { readMany } from '#commons/dossiers'
import { cite } from '#commons/law'
import type { DueReason } from '#commons/tasks'
import { availableRule } from './agenda-point.ts'
import { meetingOfRecord, records } from './record.ts'

/** Minutes are due on the last day on which they are put at disposal before the next meeting (CDLD L1122-16). */
export const recordDue: DueReason = {
  kind: records.name,
  of: async (due) => {
    const ids = due.map(({ id }) => id)
    const all = await actAs(system, () => readMany(records, ids))
    const said = all.map(async (record) => {
      const rule = await availableRule(await meetingOfRecord(record))
      return [record.id as string, rule ? cite(rule) : t('minutes.record.due_on')] as const
    })
    return new Map(await Promise.all(said))
  },
}
