import { applied, type OrganKind, reckon } from '#commons/law'
import type { Plan } from './plan.ts'

/** Until when a plan is presented to the council of the municipality (CDLD L1123-27, § 2). */
export const presentation = applied('plan.presentation', 'delay', 'strategy.applies.presentation')
/** Until when the council of the CPAS adopts its plan (organic law, art. 27ter, § 2). */
export const adoption = applied('plan.adoption', 'delay', 'strategy.applies.presentation')

/** Of whom a plan is: its council, what the law asks of it, and the event from which that runs. */
export type PlanBody = 'commune' | 'cpas'
export const lawOfBody = {
  commune: { organ: 'council', delay: presentation, from: 'designated_on' },
  cpas: { organ: 'cpas_council', delay: adoption, from: 'installed_on' },
} as const satisfies Record<
  PlanBody,
  { organ: OrganKind; delay: typeof presentation; from: 'designated_on' | 'installed_on' }
>

/** Whose law holds for a plan: for a shared one, that of both. */
export const bodiesOf = {
  commune: ['commune'],
  cpas: ['cpas'],
  shared: ['commune', 'cpas'],
} as const satisfies Record<Plan['body'], readonly PlanBody[]>

type Dated = Pick<Plan, 'starts_on' | 'ends_on' | 'designated_on'> & {
  installed_on?: Plan['installed_on']
}

/** The designation of the aldermen, or the installation of the council of the CPAS. */
export const begunOn = (plan: Dated, body: PlanBody): Temporal.PlainDate | null =>
  plan[lawOfBody[body].from] ?? null

/**
 * The day whose law holds for a plan: that of the designation or installation, whatever the plan says of
 * its own start; while that is not known, the middle of its term, which lies in the legislature that is meant.
 */
export const ruledOn = (plan: Dated, body: PlanBody): Temporal.PlainDate =>
  begunOn(plan, body) ??
  plan.starts_on.add({ days: Math.floor(plan.starts_on.until(plan.ends_on).days / 2) })

/** The last day to bring a plan before its council, the first of two; null while nothing runs. */
export async function presentationDay(
  plan: Dated & Pick<Plan, 'body'>,
): Promise<Temporal.PlainDate | null> {
  const days: Temporal.PlainDate[] = []
  for (const body of bodiesOf[plan.body]) {
    const { organ, delay } = lawOfBody[body]
    const from = begunOn(plan, body)
    const rule = from && (await delay.on(organ, from))
    if (rule) days.push(reckon(rule, from).date)
  }
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null
}
