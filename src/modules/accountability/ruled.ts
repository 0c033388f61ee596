import { applied, type CouncilAct, type OrganKind } from '#commons/law'
import { type Plan, type PlanBody, lawOfBody, ruledOn } from '#modules/strategy'
import type { Purpose } from './tables.ts'

const presentation = applied('plan.presentation', 'delay', 'accountability.applies.date')
const adoption = applied('plan.adoption', 'delay', 'accountability.applies.date')
const midterm = applied('plan.midterm_evaluation', 'term_share', 'accountability.applies.date')
const final = applied('plan.final_evaluation', 'term_share', 'accountability.applies.date')

/** What the law sets a date for, by whose plan it is. */
export const datesOf = {
  presentation: { commune: presentation, cpas: adoption },
  midterm: { commune: midterm, cpas: midterm },
  final: { commune: final, cpas: final },
} as const

const councilAct = applied('plan.council_act', 'council_act', 'accountability.applies.council_act')
const sittings = applied('council.sitting', 'sitting', 'accountability.applies.sitting')

/** What a council is asked to do with a version of a plan. */
export interface AskedOfCouncil {
  /** A plan is adopted or taken note of, as an update of it is; of an evaluation note is taken. */
  act: CouncilAct['act']
  presentedBy: CouncilAct['presentedBy']
  /** How the act cites the law; null where nobody read what the law says. */
  cited: string | null
  publication: string | null
  /** Whether it is told in an open sitting. */
  open: boolean
}

/** What the law has a council do with a version of a plan; where it is not known here, take note of it. */
export async function askedOf(
  plan: Plan,
  purpose: Purpose,
  organ: OrganKind,
): Promise<AskedOfCouncil> {
  const body: PlanBody = organ === 'cpas_council' ? 'cpas' : 'commune'
  const day = ruledOn(plan, body)
  const rule = await councilAct.on(organ, day)
  const open = (await sittings.on(organ, day))?.value.open ?? true
  const evaluation = purpose === 'midterm' || purpose === 'final'
  const read = evaluation
    ? (await datesOf[purpose][body].on(lawOfBody[body].organ, day))?.verified
    : rule?.verified
  return {
    act: (!evaluation && rule?.value.act) || 'takes_note',
    presentedBy: rule?.value.presentedBy ?? null,
    cited: (read && rule?.value.cited) || null,
    publication: rule?.value.publication ?? null,
    open,
  }
}
