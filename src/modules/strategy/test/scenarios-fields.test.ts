import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { fieldsOf } from '../fields.ts'
import { levelRules } from '../level.ts'
import { partiesOf } from '../party.ts'
import { actionWorkflow, workflowOf } from '../workflow.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow, edit, type Fields, newForm, required, ticked } from './sent.ts'
import { idIn, leadsTo, termId, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const add = (who: TestPerson, under: string, level: string, fields: Fields = {}) =>
  addBelow(town, given, who, under, level, fields)
const form = (who: TestPerson, under: string, level: string) => newForm(given, who, under, level)

test('PST-14: a new action is proposed to the managers of its objective among whom the agent works', async () => {
  expect(ticked(await form(town.clerk, 'OO.5', 'action'), 'managers')).toEqual([town.population])
  const both = ticked(await form(town.coordinator, 'OO.5', 'action'), 'managers')
  expect(both.toSorted()).toEqual([town.population, town.works].toSorted())
})

describe('PST-15', () => {
  const managed = async () => {
    const sent = await add(town.worker, 'OO.15', 'action', { managers: [town.works, town.finance] })
    return leadsTo(sent)
  }

  test('an agent keeps one of their own services among the managers; the coordination need not', async () => {
    const path = await managed()
    const fields = { title: 'Planter une haie', managers: [town.finance] }
    const refused = await edit(town.worker, path, fields)
    expect(refused.status).toBe(422)
    expect(words(refused)).toContain('Gardez au moins un de vos services parmi les gestionnaires.')
    expect((await edit(town.coordinator, path, fields)).status).toBe(303)
    const left = await town.authority.asSystem(() => partiesOf([idIn(path)]))
    expect(left.map(({ name }) => name)).toEqual(['Direction financière'])
    expect((await town.worksHead.visitor.get(path)).status).toBe(404)
  })

  test('an action has one managing service at least, also for the coordination', async () => {
    const path = await managed()
    for (const who of [town.worker, town.coordinator]) {
      const refused = await edit(who, path, { title: 'Planter une haie', managers: [''] })
      expect(refused.status).toBe(422)
      expect(words(refused)).toContain(required)
    }
  })
})

describe('PST-16', () => {
  const settle = (level: string, uses: Record<string, string>) =>
    town.coordinator.visitor.post(`/strategy/plans/${given.plan.id}/settings/fields`, {
      level,
      ...Object.fromEntries(Object.entries(uses).map(([field, use]) => [`uses.${field}`, use])),
    })

  test('a field that a plan hides is in no form and on no page, and nobody fills it in', async () => {
    await edit(town.worker, given.path('A.22'), {
      title: 'Parrainer un sentier',
      observation: 'Vu sur place',
    })
    expect(words(await town.worker.visitor.get(given.path('A.22')))).toContain('Vu sur place')
    expect((await settle('action', { observation: 'hidden', budget: 'hidden' })).status).toBe(303)
    for (const who of [town.worker, town.coordinator]) {
      expect((await form(who, 'OO.15', 'action')).text).not.toContain('name="observation"')
      expect((await form(who, 'OO.15', 'action')).text).toContain('name="comments"')
      expect(words(await who.visitor.get(given.path('A.22')))).not.toContain('Vu sur place')
      const sent = await add(who, 'OO.15', 'action', { observation: 'Quand même' })
      expect(sent.status).toBe(403)
      const line = { source_id: await termId(town, 'strategy.source', 'Europe'), year: '2020' }
      const budget = await who.visitor.post(`${given.path('A.22')}/budget`, { ...line, cents: '1' })
      expect(budget.status).toBe(403)
    }
    await settle('action', {})
    expect(words(await town.worker.visitor.get(given.path('A.22')))).toContain('Vu sur place')
  })

  test('a field of the coordination is read by all and filled in by the coordination alone', async () => {
    await settle('action', { comments: 'coordination' })
    await edit(town.coordinator, given.path('A.23'), {
      title: 'Compter les marcheurs',
      managers: [town.works],
      comments: 'Attendre le subside',
    })
    expect((await form(town.worksHead, 'OO.15', 'action')).text).not.toContain('name="comments"')
    const page = await town.worksHead.visitor.get(given.path('A.23'))
    expect(words(page)).toContain('Attendre le subside')
    const sent = await add(town.worksHead, 'OO.15', 'action', { comments: 'Pas d’accord' })
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('Seule la coordination du plan remplit ce champ.')
    await settle('action', {})
  })

  test('indicators of the coordination are measured by the coordination alone', async () => {
    await settle('action', { indicators: 'coordination' })
    const path = `${given.path('A.23')}/indicators`
    const indicator = { label: 'Marcheurs du dimanche', direction: 'up' }
    expect((await town.worksHead.visitor.post(path, indicator)).status).toBe(403)
    expect((await town.coordinator.visitor.post(path, indicator)).status).toBe(303)
    await settle('action', {})
    expect((await town.worksHead.visitor.post(path, indicator)).status).toBe(303)
  })

  test('sub-actions have the fields of actions, their settings and their states', async () => {
    expect(fieldsOf.sub_action).toEqual(fieldsOf.action)
    expect(workflowOf[levelRules.sub_action.kind]).toBe(actionWorkflow)
    await settle('action', { health: 'hidden' })
    expect((await form(town.worksHead, 'A.16', 'sub_action')).text).not.toContain('name="health"')
    await settle('action', {})
    expect((await form(town.worksHead, 'A.16', 'sub_action')).text).toContain('name="health"')
  })

  test('a title and the managers are never hidden', async () => {
    await settle('action', { title: 'hidden', managers: 'hidden' })
    const { text } = await form(town.worksHead, 'OO.15', 'action')
    expect(text).toContain('name="title"')
    expect(text).toContain('name="managers"')
  })
})

test('PST-18: services are named with the one of which they are part, and only mandates that run are proposed', async () => {
  const { text } = await form(town.coordinator, 'OO.10', 'action')
  expect(words({ text })).toContain('Direction financière - Taxes')
  const [, mandataries = ''] = /id="[^"]*mandataries[^"]*"[^>]*>\s*(<option.*?)<\/datalist>/s.exec(
    text,
  ) ?? ['', '']
  expect(mandataries).toContain('Anne Quertin')
  expect(mandataries).not.toContain('Paule Tamines')
  expect(text).toContain('Paule Tamines') // She is still somebody who may be concerned.
  const page = words(await town.councillor.visitor.get(given.path('A.11')))
  expect(page).toContain('Direction financière - Taxes')
})

test('PST-20: objectives and actions show all of their fields until an authority hides some', async () => {
  const settings = await town.coordinator.visitor.get(`/strategy/plans/${given.plan.id}/settings`)
  const { strategic, operational, action } = fieldsOf
  for (const { length } of [strategic, operational, action])
    expect(words(settings)).toContain(`${length} champs montrés`)
})

test('PST-20: an indicator without a figure says 0 of what is expected', async () => {
  const indicators = `${given.path('A.7')}/indicators`
  const added = await town.worker.visitor.post(indicators, {
    label: 'Bâtiments fléchés',
    unit: '',
    source: '',
    direction: 'up',
    baseline: '',
    'targets.2024': '20',
  })
  expect(leadsTo(added)).toBe(given.path('A.7'))
  expect(words(await town.councillor.visitor.get(given.path('A.7')))).toContain('0 / 20')
})
