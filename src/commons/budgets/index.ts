import type { Module } from '#kernel/module'
import './locales/index.ts'

export { type Amounts, added, amountKey, amountOf, sumOf, sumsBy } from './amounts.ts'
export { BudgetCard } from './budget-card.tsx'
export { budgetRoutes, NewBudgetLine, TypedLine } from './editing.ts'
export {
  addLine,
  amountsOf,
  type BudgetLine,
  budgetLines,
  budgetVerbs,
  removeLine,
} from './line.ts'

/** The money that a dossier asks for, in lines by year and source. */
export const budgets: Module = {
  name: 'budgets',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers', 'vocabularies'],
}
