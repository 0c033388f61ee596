import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { read } from '#commons/dossiers'
import { enforce } from '#commons/workflow'
import { actions } from '../element.ts'
import { actionWorkflow } from '../workflow.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow, edit, type Fields, newForm, required, ticked } from './sent.ts'
import {
  idIn,
  leadsTo,
  linkTo,
  nodeOf,
  onElement,
  seen,
  termId,
  type Town,
  treeFor,
  words,
} from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const add = (who: TestPerson, under: string, level: string, fields: Fields = {}) =>
  addBelow(town, given, who, under, level, fields)
const form = (who: TestPerson, under: string, level: string) => newForm(given, who, under, level)

const noDeadline = 'La date d’échéance n’est pas renseignée sur cet élément.'
const tooLate =
  'La date d’échéance de cet élément est postérieure à celle d’au moins un de ses parents.'

const labelled = async () => {
  const category = await termId(town, 'strategy.category', 'Mobilité')
  const plan = await termId(town, 'strategy.transversal', 'Plan communal de mobilité')
  return { category, plan }
}

describe('PST-23', () => {
  test('the form of an action takes the categories and plans of its objective', async () => {
    const { category, plan } = await labelled()
    await edit(town.coordinator, given.path('OO.15'), {
      title: 'Entretenir les sentiers et les chemins',
      categories: [category],
      plans: [plan],
    })
    const page = await form(town.worker, 'OO.15', 'action')
    expect(ticked(page, 'categories')).toEqual([category])
    expect(ticked(page, 'plans')).toEqual([plan])
  })

  test.for([
    ['title', { title: ' ' }],
    ['managers', { managers: [''] }],
    ['managers', { managers: [] }],
  ] as const)(
    'an action without %s is refused, and the form keeps the rest',
    async ([, without]) => {
      const fields = { comments: 'Avec l’école', ...without } as Fields
      const refused = await add(town.worker, 'OO.15', 'action', fields)
      expect(refused.status).toBe(422)
      expect(words(refused)).toContain(required)
      expect(words(refused)).toContain('Avec l’école')
    },
  )

  test('an action gets its number and is found under it', async () => {
    const sent = await add(town.worker, 'OO.15', 'action', { title: 'Creuser une mare' })
    const { reference } = await seen(town, idIn(leadsTo(sent)))
    expect(reference).toMatch(/^A\.\d+$/)
    const told = words(await town.worker.visitor.get(leadsTo(sent)))
    expect(told).toContain(`${reference} Creuser une mare`)
  })
})

describe('PST-24', () => {
  const states = ['created', 'ongoing', 'achieved'] as const
  const objectives = new Map<string, string>()

  beforeAll(async () => {
    for (const state of states) {
      const sent = await add(town.coordinator, 'OS.14', 'operational', {
        title: `Objectif ${state}`,
        due_on: '2022-06-30',
      })
      const path = leadsTo(sent)
      if (state !== 'created')
        await town.coordinator.visitor.post(`${path}/steps`, {
          verb: state === 'ongoing' ? 'begin' : 'achieve',
        })
      objectives.set(state, path)
    }
  })

  const addTo = ({ visitor }: TestPerson, state: string, due: string) =>
    visitor.post(`${objectives.get(state)}/children`, {
      level: 'action',
      title: 'Poser un banc',
      managers: [town.works],
      due_on: due,
    })

  test.for(states)(
    'an action without a deadline or too late is saved in an objective %s, with a warning',
    async (state) => {
      for (const who of [town.coordinator, town.dg, town.worker, town.worksHead])
        for (const [due, warning] of [
          ['', noDeadline],
          ['2022-12-31', tooLate],
        ] as const) {
          const sent = await addTo(who, state, due)
          expect(sent.status).toBe(303)
          const page = await who.visitor.get(leadsTo(sent))
          // Once as the answer to what was sent, once on the page, where it stays.
          expect(page.text.split(warning)).toHaveLength(3)
          expect((await who.visitor.get(leadsTo(sent))).text.split(warning)).toHaveLength(2)
        }
    },
  )

  test('a deadline that fits is saved without a warning', async () => {
    const sent = await addTo(town.worker, 'ongoing', '2022-06-30')
    const page = await town.worker.visitor.get(leadsTo(sent))
    expect(page.text).toContain('«\u00A0Poser un banc\u00A0» est enregistré.')
    expect(page.text).not.toContain(tooLate)
  })

  test('a strategic objective has no deadline, and is not blamed for it', async () => {
    const saved = await edit(town.coordinator, given.path('OS.9'), { title: 'Tenir ses comptes' })
    const page = await town.coordinator.visitor.get(leadsTo(saved))
    expect(page.text).toContain('«\u00A0Tenir ses comptes\u00A0» est enregistré.')
    expect(page.text).not.toContain(noDeadline)
  })

  test('a beginning after the end is saved with a warning', async () => {
    const sent = await add(town.worker, 'OO.15', 'action', {
      planned_begin: '2020-02-01',
      due_on: '2020-01-31',
    })
    expect((await town.worker.visitor.get(leadsTo(sent))).text).toContain(
      'La date de début prévue vient après la date d’échéance de cet élément.',
    )
  })
})

test('PST-27: a task is added below an action and below a sub-action, whatever their state', async () => {
  const path: Record<string, readonly (keyof typeof actionWorkflow.transitions)[]> = {
    created: [],
    to_be_scheduled: ['schedule'],
    ongoing: ['begin'],
    terminated: ['terminate'],
    stopped: ['reopen', 'stop'],
  }
  const action = idIn(leadsTo(await add(town.worker, 'OO.15', 'action')))
  const parent = await add(town.worker, 'OO.15', 'action', { title: 'Planter des haies' })
  const within = await town.worker.visitor.post(`${leadsTo(parent)}/children`, {
    level: 'sub_action',
    title: 'Choisir les essences',
    managers: [town.works],
  })
  for (const id of [action, idIn(leadsTo(within))])
    for (const [state, verbs] of Object.entries(path)) {
      for (const verb of verbs)
        await onElement(town, town.worker, id, (one) =>
          enforce(actions, actionWorkflow, one, verb, { comment: 'Ainsi' }),
        )
      expect((await seen(town, id)).state).toBe(state)
      const sent = await town.worker.visitor.post(`/strategy/elements/${id}/children`, {
        level: 'task',
        title: `Tâche ${state}`,
      })
      expect(sent.status).toBe(303)
    }
  const tasks = (await nodeOf(town, given.plan, action)).children.map(({ title }) => title)
  expect(tasks).toEqual(Object.keys(path).map((state) => `Tâche ${state}`))
})

describe('PST-30', () => {
  test('the form of a sub-action takes the categories and plans of its action, and can be left', async () => {
    const { category, plan } = await labelled()
    await edit(town.coordinator, given.path('A.16'), {
      title: 'Remettre en état les sentiers communaux',
      categories: [category],
      plans: [plan],
    })
    const page = await form(town.worker, 'A.16', 'sub_action')
    expect(ticked(page, 'categories')).toEqual([category])
    expect(ticked(page, 'plans')).toEqual([plan])
    expect(linkTo(page, 'Annuler')).toBe(given.path('A.16'))
    const refused = await add(town.worker, 'A.16', 'sub_action', { title: '', managers: [''] })
    expect(refused.status).toBe(422)
    expect(words(refused).split(required)).toHaveLength(3)
  })

  test('all that its form says is in the tree at once', async () => {
    const { category } = await labelled()
    const sent = await add(town.worker, 'A.16', 'sub_action', {
      title: 'Élaguer',
      categories: [category],
      sdgs: ['11', '15'],
      planned_begin: '2020-02-01',
      due_on: '2020-03-31',
      effective_begin: '2020-02-03',
      effective_end: '2020-03-15',
      progress: '40',
      progress_reason: 'Compté sur place',
    })
    const node = await nodeOf(town, given.plan, idIn(leadsTo(sent)))
    expect(node).toMatchObject({
      title: 'Élaguer',
      categories: [category],
      sdgs: [11, 15],
      done: 40,
    })
    const { planned_begin, due_on, effective_begin, effective_end } = node
    expect([planned_begin, due_on, effective_begin, effective_end].map(String)).toEqual([
      '2020-02-01',
      '2020-03-31',
      '2020-02-03',
      '2020-03-15',
    ])
    expect(node.parties.map(({ part, name }) => [part, name])).toEqual([['manager', 'Travaux']])
    const found = await town.authority.as(town.worker, () => read(actions, node.id))
    expect(found.service_id).toBe(town.works)
  })
})

test('PST-32: the deadline of a task is compared with all above it; what does not fit is saved with a warning', async () => {
  const save = async (due: string) => {
    const fields = { title: 'Parcourir les sentiers', due_on: due }
    const saved = await edit(town.worker, given.path('T.survey'), fields)
    expect(saved.status).toBe(303)
    return (await town.worker.visitor.get(leadsTo(saved))).text
  }
  expect(await save('2020-07-31')).toContain(tooLate)
  expect(String((await seen(town, given.id('T.survey'))).due_on)).toBe('2020-07-31')
  const above = words(await town.worker.visitor.get(given.path('SA.17')))
  expect(above).toContain(
    'La date d’échéance de cet élément est antérieure à celle d’au moins un de ses',
  )
  expect(await save('')).toContain(noDeadline)
  expect(await save('2020-04-30')).not.toContain(tooLate)
})

test('the tree tells a deadline that comes from below', async () => {
  const page = words(await town.councillor.visitor.get(`/strategy/plans/${given.plan.id}`))
  expect(page).toContain('(hérité)')
  const { nodes } = await treeFor(town, town.councillor, given.plan)
  expect(nodes.find(({ id }) => id === given.id('OS.14'))?.deadline?.inherited).toBe(true)
})
