import { permission } from '#kernel/access'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load } from '#commons/dossiers'
import { addBudgetLine, removeBudgetLine } from '../budget.ts'
import { actions, elementPath } from '../element.ts'
import { addIndicator, noteMeasure, removeIndicator } from '../indicator.ts'
import { NewBudgetLine, NewIndicator, NewMeasure } from '../schema.ts'
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
  return redirect(c, elementPath(one))
})

pages.post('/elements/:id/indicators', edits, form(NewIndicator, elementPage), async (c, fresh) => {
  const one = await load(c, actions)
  await addIndicator(one, fresh)
  return redirect(c, elementPath(one), { key: 'strategy.indicator.added' })
})

pages.post(
  '/elements/:id/indicators/:indicator/measures',
  edits,
  form(NewMeasure, elementPage),
  async (c, measure) => {
    const one = await load(c, actions)
    await noteMeasure(one, c.req.param('indicator') ?? '', measure)
    return redirect(c, elementPath(one), { key: 'strategy.measure.noted' })
  },
)

pages.post('/elements/:id/indicators/:indicator/removal', edits, async (c) => {
  const one = await load(c, actions)
  await removeIndicator(one, c.req.param('indicator') ?? '')
  return redirect(c, elementPath(one))
})
