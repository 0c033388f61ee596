import { isPast, type Reckoning, today } from '#commons/clock'
import { applied, hasShape, type LegalRule, type OrganKind, reckon, reckonTerm } from '#commons/law'
import type { Plan } from '#modules/strategy'
import { type Submission, accepted } from './council.ts'
import type { Purpose } from './tables.ts'
import type { Version } from './version.ts'

/** A date that the law sets for a plan (CDLD L1123-27, § 2), and whether what it asks is done. */
export interface PlanDate {
  purpose: Exclude<Purpose, 'update'>
  rule: LegalRule
  /** Whose council the rule is of. */
  body: 'commune' | 'cpas'
  /** Null while the day from which the delay runs is not known. */
  reckoning: Reckoning | null
  state: 'done' | 'late' | 'next' | 'later'
}

const presentation = applied('plan.presentation', 'delay', 'accountability.applies.date')
const midterm = applied('plan.midterm_evaluation', 'term_share', 'accountability.applies.date')
const final = applied('plan.final_evaluation', 'term_share', 'accountability.applies.date')
const laws = { presentation, midterm, final }

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
      const reckoning = reckoned(rule, plan)
      found.push({ purpose, rule, body, reckoning, state: done ? 'done' : stateOf(reckoning) })
    }
  }
  return found
}

const councils = { commune: 'council', cpas: 'cpas_council' } as const satisfies Record<
  PlanDate['body'],
  OrganKind
>
const bodies = { commune: ['commune'], cpas: ['cpas'], shared: ['commune', 'cpas'] } as const

/** The rules of the councils of a plan, the same rule once. */
async function rulesFor(plan: Plan, purpose: PlanDate['purpose']) {
  const found = new Map<string, Pick<PlanDate, 'body' | 'rule'>>()
  for (const body of bodies[plan.body]) {
    const rule = await laws[purpose].on(councils[body], plan.starts_on)
    const said = JSON.stringify([rule?.article, rule?.value])
    if (rule && !found.has(said)) found.set(said, { body, rule })
  }
  return [...found.values()]
}

/** By what rules a plan is presented, and until when each lets that be done. */
export const presentations = async (plan: Plan) =>
  (await rulesFor(plan, 'presentation')).map(({ rule }) => ({
    rule,
    on: reckoned(rule, plan)?.date,
  }))

function reckoned(rule: LegalRule, plan: Plan): Reckoning | null {
  if (hasShape(rule, 'delay')) return plan.designated_on && reckon(rule, plan.designated_on)
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
