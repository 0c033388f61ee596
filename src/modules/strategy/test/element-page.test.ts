import { expect, test } from 'vitest'
import { fromField } from '#kernel/richtext'
import { read } from '#commons/dossiers'
import { addTerm } from '#commons/vocabularies'
import { element, rewrite, type NewElement } from '../element.ts'
import { elementFields, labelLists } from '../element-fields.tsx'
import { shownElsewhere } from '../pages/element-side.tsx'
import { plans, rewritePlan } from '../plan.ts'
import { givenElement, givenPlan, mainWords } from './small-plan.ts'
import { words } from './town.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('each field of an element stands on its page', async () => {
  const small = await givenPlan()
  const strategic = await givenElement(small, 'strategic', small.volet, {})
  const managers = [small.works]
  const objective = await givenElement(small, 'operational', strategic.id, { managers })
  const action = await givenElement(small, 'action', objective.id, { title: 'Isoler', managers })
  const one = await small.authority.asSystem(async () => {
    await rewritePlan(await read(plans, small.plan.id), { body: 'shared' })
    const answers: Partial<NewElement> = {
      ...{
        description: fromField('<p>Les toits</p>').html,
        body: 'cpas',
        comments: 'Avec les parents',
      },
      ...{ planned_begin: day('2026-01-02'), due_on: day('2027-03-04') },
      ...{ effective_begin: day('2026-05-06'), effective_end: day('2026-07-08') },
      ...{ progress: 43, progress_reason: 'Compté sur place', effort: 37, fte: 2.5 },
      ...{ health: 'risk', health_reason: 'Le devis tarde', priority: 2, sdgs: [13] },
      ...{
        observation: 'Chantier lent',
        budget_comments: 'Subside promis',
        remark: 'Vu au collège',
      },
      categories: [(await addTerm(labelLists.categories, 'Toitures du parc')).id],
      plans: [(await addTerm(labelLists.plans, 'Plan toitures du parc')).id],
    }
    return rewrite(await element(action.id), answers)
  })
  const page = mainWords(await small.coordinator.visitor.get(`/strategy/elements/${one.id}`))
  for (const [name, field] of Object.entries(elementFields)) {
    const value: never = Reflect.get(one, name) as never // Of whichever field.
    if (JSON.stringify(value) === JSON.stringify(field.absent ?? null)) {
      // One that this test does not answer yet: it is among the rest, which the page shows whole.
      expect(shownElsewhere).not.toContain(name)
      continue
    }
    const told = await small.authority.asSystem(async () =>
      String(await (await field.shown([value]))(value)),
    )
    expect(page, name).toContain(words({ text: told }))
  }
})
