import { applied, reckon } from '#commons/law'
import type { Plan } from './plan.ts'

/** Until when a plan is presented to the council (CDLD L1123-27, § 2). */
export const presentation = applied('plan.presentation', 'delay', 'strategy.applies.presentation')

/** The last day to present a plan to the council; null while nobody was designated. */
export async function presentationDay(
  plan: Pick<Plan, 'body' | 'starts_on' | 'designated_on'>,
): Promise<Temporal.PlainDate | null> {
  const organ = plan.body === 'cpas' ? 'cpas_council' : 'council'
  const rule = await presentation.on(organ, plan.starts_on)
  return rule && plan.designated_on ? reckon(rule, plan.designated_on).date : null
}
