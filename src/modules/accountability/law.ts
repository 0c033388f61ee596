import {
  type LegalRule,
  type Reckoning,
  isDelay,
  isPast,
  isTermShare,
  legalRule,
  reckon,
  reckonTerm,
  today,
} from '#commons/clock'
import type { Submission } from './council.ts'
import type { Plan } from '#modules/strategy'
import type { Purpose } from './tables.ts'
import type { Version } from './version.ts'

/** A date that the law sets for a plan (CDLD L1123-27, § 2), and whether what it asks is done. */
export interface PlanDate {
  purpose: Exclude<Purpose, 'update'>
  rule: LegalRule
  reckoning: Reckoning
  state: 'done' | 'late' | 'next' | 'later'
}

const rules = {
  presentation: 'plan.presentation',
  midterm: 'plan.midterm_evaluation',
  final: 'plan.final_evaluation',
} as const

const decided = ['accepted', 'accepted_modified']

/** The legal dates of a plan: its presentation, and its evaluations at mid-term and at the end. */
export async function planDates(
  plan: Plan,
  versions: readonly Version[],
  submissions: ReadonlyMap<string, Submission>,
): Promise<PlanDate[]> {
  const organ = plan.body === 'cpas' ? 'cpas_council' : 'council'
  const found: PlanDate[] = []
  for (const purpose of ['presentation', 'midterm', 'final'] as const) {
    const rule = await legalRule(rules[purpose], organ, plan.starts_on)
    const reckoning = rule && reckoned(rule, plan)
    if (!rule || !reckoning) continue
    const done = versions.some(
      ({ id, purpose: of }) => of === purpose && decided.includes(submissions.get(id)?.state ?? ''),
    )
    found.push({ purpose, rule, reckoning, state: stateOf(reckoning.date, done) })
  }
  return found
}

function reckoned(rule: LegalRule, plan: Plan): Reckoning | null {
  if (isDelay(rule)) return plan.designated_on && reckon(rule, plan.designated_on)
  return isTermShare(rule) ? reckonTerm(rule, plan.starts_on, plan.ends_on) : null
}

function stateOf(date: Temporal.PlainDate, done: boolean): PlanDate['state'] {
  if (done) return 'done'
  if (isPast(date)) return 'late'
  const soon = today().add({ months: 6 })
  return Temporal.PlainDate.compare(date, soon) <= 0 ? 'next' : 'later'
}
