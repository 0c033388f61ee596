import { permission } from '#kernel/access'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load } from '#commons/dossiers'
import { addBudgetLine, removeBudgetLine } from '../budget.ts'
import { actions, elementPath } from '../element.ts'
import { NewBudgetLine } from '../schema.ts'
import { elementPage } from './element.tsx'
import { pages } from './routes.ts'

const edits = permission('strategy.element.edit')

pages.post('/elements/:id/budget', edits, form(NewBudgetLine, elementPage), async (c, line) => {
  const one = await load(c, actions)
  await addBudgetLine(one, line)
  return redirect(c, elementPath(one), { key: 'strategy.budget.added' })
})

pages.post('/elements/:id/budget/:line/removal', edits, async (c) => {
  const one = await load(c, actions)
  await removeBudgetLine(one, c.req.param('line') ?? '')
  return redirect(c, elementPath(one), { key: 'strategy.budget.removed' })
})
