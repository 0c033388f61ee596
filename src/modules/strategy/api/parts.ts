import { permission } from '#kernel/access'
import { annexApi } from '#commons/annexes'
import { NewBudgetLine, removeLine } from '#commons/budgets'
import {
  addIndicator,
  NewIndicator,
  NewMeasure,
  noteMeasure,
  removeIndicator,
} from '#commons/indicators'
import { addBudgetLine, ensureCosts } from '../budget.ts'
import { type Element, actions, mayEdit } from '../element.ts'
import { ensureFills } from '../fields.ts'
import { planOf } from '../plan.ts'
import { removal, verb } from './elements.ts'
import { api } from './routes.ts'

verb(['post', '/budget', 'Add a line to its budget'], NewBudgetLine, addBudgetLine)
removal(['/budget/:line', 'Take a line off its budget'], async (one, line) => {
  await ensureCosts(one)
  await removeLine(one, line)
})

/** Throws where a plan has nothing measured there, or not by the one who acts. */
const ensureMeasures = async (one: Element) =>
  ensureFills((await planOf(one)).fields, one.level, 'indicators')

verb(['post', '/indicators', 'Give it an indicator'], NewIndicator, async (one, fresh) => {
  await ensureMeasures(one)
  await addIndicator(one, fresh)
})
verb(
  ['post', '/indicators/:indicator/measures', 'Note a figure of an indicator'],
  NewMeasure,
  async (one, measure, c) => {
    await ensureMeasures(one)
    await noteMeasure(one, c.req.param('indicator') ?? '', measure)
  },
)
removal(['/indicators/:indicator', 'Take an indicator off it'], async (one, indicator) => {
  await ensureMeasures(one)
  await removeIndicator(one, indicator)
})

annexApi(api, '/elements', actions, {
  reads: permission('strategy.read'),
  edits: permission('strategy.element.edit'),
  mayEdit,
  what: 'element',
})
