import { actAs, system } from '#kernel/access'
import { t, timeZone } from '#kernel/i18n'
import { spokenDay } from '#commons/clock'
import { readMany } from '#commons/dossiers'
import { cite, reckon } from '#commons/law'
import type { DueReason } from '#commons/tasks'
import { dayOf, type Meeting, presentedTo } from '#modules/deliberations'
import type { LegalFact } from '#modules/convocations'
import { availableRule } from './agenda-point.ts'
import { recordsApprovedBy } from './approving.ts'
import { meetingOfRecord, records } from './record.ts'
import { versionsOf } from './version.ts'

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

/** That the minutes which a meeting approves are at the disposal of its members, since when, and whether in time (CDLD L1122-16). */
export async function disposalFacts(meeting: Meeting): Promise<LegalFact[]> {
  const approved = [...(await recordsApprovedBy(presentedTo(meeting))).values()]
  if (approved.length === 0 || approved.some(({ state }) => state === 'draft')) return []
  const rule = await availableRule(meeting)
  const read = (await Promise.all(approved.map(versionsOf))).flatMap((versions) =>
    versions.flatMap(({ kind, made_at }) => (kind === 'read' ? [dayIn(made_at)] : [])),
  )
  const last = read.toSorted(Temporal.PlainDate.compare).at(-1)
  if (!rule || !last) return []
  const isLate = Temporal.PlainDate.compare(last, reckon(rule, dayOf(meeting)).date) > 0
  const said = t('minutes.record.since', { day: spokenDay(last) })
  return [{ key: 'council.minutes_available', state: isLate ? 'late' : 'done', said }]
}

const dayIn = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
