import { type Delay, type LegalRule, isDelay, legalRule, reckon } from '#commons/clock'
import type { Plan } from './plan.ts'

/** The last day to present a plan to the council; null while nobody was designated. */
export async function presentationDay(
  plan: Pick<Plan, 'body' | 'starts_on' | 'designated_on'>,
): Promise<Temporal.PlainDate | null> {
  const organ = plan.body === 'cpas' ? 'cpas_council' : 'council'
  const rule: LegalRule | undefined = await legalRule('plan.presentation', organ, plan.starts_on)
  const usable: LegalRule<Delay> | null = rule && isDelay(rule) ? rule : null
  return usable && plan.designated_on ? reckon(usable, plan.designated_on).date : null
}
