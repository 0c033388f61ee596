import { isPast, type Reckoning, today } from '#commons/clock'
import { hasShape, type LegalRule, reckon, reckonTerm } from '#commons/law'
import { type Plan, type PlanBody, begunOn, bodiesOf, lawOfBody, ruledOn } from '#modules/strategy'
import { type Submission, accepted } from './council.ts'
import { datesOf } from './ruled.ts'
import type { Purpose } from './tables.ts'
import type { Version } from './version.ts'

/** A date that the law sets for a plan, and whether what it asks is done: CDLD L1123-27, § 2; for a CPAS, its organic law. */
export interface PlanDate {
  purpose: Exclude<Purpose, 'update'>
  rule: LegalRule
  /** Whose council the rule is of. */
  body: PlanBody
  /** Null while the day from which the delay runs is not known. */
  reckoning: Reckoning | null
  state: 'done' | 'late' | 'next' | 'later'
}

/**
 * The legal dates of a plan: its presentation, and its evaluations at mid-term and at the end. Those
 * of a shared plan are told for both councils, where the law says them apart; what the one of the
 * authority took note of is done, since the other is informed by hand.
 */
export async function planDates(
  plan: Plan,
  versions: readonly Version[],
  submissions: ReadonlyMap<string, Submission>,
): Promise<PlanDate[]> {
  const found: PlanDate[] = []
  for (const purpose of ['presentation', 'midterm', 'final'] as const) {
    // A plan may be in force without a point of ours: it was presented before it was kept here.
    const done =
      (purpose === 'presentation' && plan.state !== 'draft') ||
      versions.some(({ id, purpose: of }) => of === purpose && accepted(submissions.get(id)))
    for (const { body, rule } of await rulesFor(plan, purpose)) {
      const reckoning = reckoned(rule, plan, body)
      found.push({ purpose, rule, body, reckoning, state: done ? 'done' : stateOf(reckoning) })
    }
  }
  return found
}

/** The rules of the councils of a plan, the same rule once. */
async function rulesFor(plan: Plan, purpose: PlanDate['purpose']) {
  const found = new Map<string, Pick<PlanDate, 'body' | 'rule'>>()
  for (const body of bodiesOf[plan.body]) {
    const rule = await datesOf[purpose][body].on(lawOfBody[body].organ, ruledOn(plan, body))
    const said = JSON.stringify([rule?.article, rule?.value])
    if (rule && !found.has(said)) found.set(said, { body, rule })
  }
  return [...found.values()]
}

/** By what rules a plan is presented, and until when each lets that be done. */
export const presentations = async (plan: Plan) =>
  (await rulesFor(plan, 'presentation')).map(({ rule, body }) => ({
    rule,
    on: reckoned(rule, plan, body)?.date,
  }))

function reckoned(rule: LegalRule, plan: Plan, body: PlanBody): Reckoning | null {
  const from = begunOn(plan, body)
  if (hasShape(rule, 'delay')) return from && reckon(rule, from)
  return hasShape(rule, 'term_share') ? reckonTerm(rule, plan.starts_on, plan.ends_on) : null
}

function stateOf(reckoning: Reckoning | null): PlanDate['state'] {
  if (!reckoning) return 'next'
  if (isPast(reckoning.date)) return 'late'
  const soon = today().add({ months: 6 })
  return Temporal.PlainDate.compare(reckoning.date, soon) <= 0 ? 'next' : 'later'
}

/** For what a plan is likely to be frozen now: what the law expects next, else an update. */
export function expected(dates: readonly PlanDate[]): Purpose {
  const due = dates.find(({ purpose, state }) =>
    purpose === 'presentation' ? state !== 'done' : state === 'late' || state === 'next',
  )
  return due?.purpose ?? 'update'
}
