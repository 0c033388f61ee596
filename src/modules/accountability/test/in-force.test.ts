import { expect, test } from 'vitest'
import { addTerm } from '#commons/vocabularies'
import { element, loadTree, rewrite } from '#modules/strategy'
import { contentOf } from '../content.ts'
import { seeds } from '../seeds.ts'
import { givenPlan, planNow } from './plan.ts'

test('the fictional plan is in force and awaits no presentation any more', async () => {
  const planned = await givenPlan()
  expect((await planNow(planned)).due_on).not.toBeNull()
  await planned.town.authority.asSystem(() => seeds('beauval'))
  expect(await planNow(planned)).toMatchObject({ state: 'in_force', due_on: null })
})

test('what is frozen of a plan names its categories and transversal plans that are proposed no more', async () => {
  const planned = await givenPlan()
  const { authority } = planned.town
  const { coordinator, school } = planned
  const [category, transversal] = await authority.asSystem(async () => [
    await addTerm('strategy.category', 'Énergie grise'),
    await addTerm('strategy.transversal', 'Plan école'),
  ])
  await authority.asSystem(async () =>
    rewrite(await element(school.id), {
      categories: [category?.id ?? ''],
      plans: [transversal?.id ?? ''],
    }),
  )
  for (const [list, term] of [
    ['strategy.category', category],
    ['strategy.transversal', transversal],
  ] as const) {
    const hidden = { name: term?.name ?? '', hidden: 'true' }
    const sent = await coordinator.visitor.post(`/vocabularies/${list}/terms/${term?.id}`, hidden)
    expect(sent.status).toBe(303)
  }
  const plan = await planNow(planned)
  const { elements } = await authority.asSystem(async () => contentOf(await loadTree(plan)))
  expect(elements.find(({ id }) => id === school.id)).toMatchObject({
    categories: ['Énergie grise'],
    plans: ['Plan école'],
  })
})
