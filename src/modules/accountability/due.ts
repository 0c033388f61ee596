import { readMany } from '#commons/dossiers'
import { cite } from '#commons/law'
import type { DueReason } from '#commons/tasks'
import { t } from '#kernel/i18n'
import { plans } from '#modules/strategy'
import { presentations } from './law.ts'

/** A plan is due on the last day to present it to the council, where the law sets that day. */
export const planDue: DueReason = {
  kind: plans.name,
  of: async (due) => {
    const days = new Map(due.map(({ id, due_on }) => [id, due_on]))
    const found = await Promise.all(
      (await readMany(plans, [...days.keys()])).map(async (plan) => {
        const day = days.get(plan.id)
        const set = (await presentations(plan)).find(({ on }) => on && day?.equals(on))
        if (!set) return null
        return [plan.id, t('accountability.due', { article: cite(set.rule) })] as const
      }),
    )
    return new Map(found.filter((one) => one !== null))
  },
}
