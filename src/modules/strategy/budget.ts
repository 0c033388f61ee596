import { ensure, Forbidden } from '#kernel/errors'
import { addLine, type BudgetLine } from '#commons/budgets'
import { type Element, mayEdit } from './element.ts'
import { ensureFills } from './fields.ts'
import { planOf } from './plan.ts'

/** The vocabulary of where the money comes from. */
export const sources = 'strategy.source'

/** Adds a line to what an element asks for. Throws `Invalid` where the source is none of the authority's. */
export async function addBudgetLine(one: Element, line: Omit<BudgetLine, 'id'>): Promise<void> {
  await ensureCosts(one)
  await addLine(one, sources, line)
}

/** Throws where the one who acts may not change what an element asks for, or its plan asks for no money there. */
export async function ensureCosts(one: Element): Promise<void> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  ensureFills((await planOf(one)).fields, one.level, 'budget')
}
