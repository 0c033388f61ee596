import { beforeEach, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { read } from '#commons/dossiers'
import { enforce } from '#commons/workflow'
import { tasks } from '../element.ts'
import { taskWorkflow } from '../workflow.ts'
import { plans } from '../plan.ts'
import { type ElementFilter, filtered } from '../queries.ts'
import { type PlanNode, loadTree } from '../tree.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { edit } from './sent.ts'
import { leadsTo, linkTo, nodeOf, onElement, termId, type Town, treeFor, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeEach(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const node = (reference: string) => nodeOf(town, given.plan, given.id(reference))

/** All that is below an element, or above it, each once. */
function around(from: PlanNode, way: 'children' | 'parents'): PlanNode[] {
  const found = new Set<PlanNode>()
  const visit = (one: PlanNode) =>
    one[way].forEach((next) => {
      if (found.has(next)) return
      found.add(next)
      visit(next)
    })
  visit(from)
  return [...found]
}

const deadlines = (from: PlanNode, way: 'children' | 'parents') =>
  around(from, way).flatMap(({ due_on }) => (due_on ? [String(due_on)] : []))

test('PST-11: the deadlines below an element are those of all that serves it, mirrors too, and the last one stands for it', async () => {
  const last = async (reference: string) =>
    deadlines(await node(reference), 'children')
      .toSorted()
      .at(-1)
  expect(deadlines(await node('OO.15'), 'children')).toHaveLength(12)
  expect(await last('OO.15')).toBe('2024-06-30')
  expect(await last('A.16')).toBe('2020-10-31')
  expect(await last('SA.17')).toBe('2020-04-30')
  expect(String((await node('OS.14')).deadline?.date)).toBe('2024-12-31')

  const mirrors = `${given.path('SA.19')}/places/mirrors`
  await town.coordinator.visitor.post(mirrors, { parent: given.id('A.20') })
  expect(deadlines(await node('OO.15'), 'children')).toHaveLength(12)
  expect(await last('A.20')).toBe('2020-10-31')
})

test('PST-12: the deadlines above a task are those of its sub-action, its action and its objective', async () => {
  expect(deadlines(await node('T.survey'), 'parents')).toEqual([
    '2020-06-30',
    '2024-06-30',
    '2024-12-31',
  ])
})

test('PST-17: a word that an element uses cannot be removed, and the refusal names the element', async () => {
  const remove = (list: string, id: string) =>
    town.coordinator.visitor.post(`/vocabularies/${list}/terms/${id}/removal`)
  for (const [list, name, field] of [
    ['strategy.category', 'Environnement', 'categories'],
    ['strategy.transversal', 'Plan de gestion', 'plans'],
  ] as const) {
    const id = await termId(town, list, name)
    await edit(town.coordinator, given.path('A.22'), {
      title: 'Parrainer un sentier',
      [field]: [id],
    })
    const refused = await remove(list, id)
    expect(refused.status).toBe(409)
    expect(words(refused)).toContain('Parrainer un sentier')
    expect(await termId(town, list, name)).toBe(id)
  }
  const source = await termId(town, 'strategy.source', 'Province')
  expect(words(await remove('strategy.source', source))).toContain('Rassembler les guichets')
  expect(await termId(town, 'strategy.source', 'Province')).toBe(source)

  const unused = await termId(town, 'strategy.category', 'Sports')
  await remove('strategy.category', unused)
  expect(await termId(town, 'strategy.category', 'Sports')).not.toBe(unused)
})

describe('PST-22', () => {
  const found = (who: TestPerson, filter: ElementFilter, on = '2020-07-15') =>
    town.authority.as(who, async () => {
      const tree = await loadTree(await read(plans, given.plan.id), {
        on: Temporal.PlainDate.from(on),
      })
      return filtered(tree, filter).map(({ reference }) => reference)
    })

  test('« mine » is what one administers, bears or manages with one’s service, and nothing else', async () => {
    expect(await found(town.steward, { view: 'mine' })).toEqual(['OO.15'])
    expect(await found(town.bearer, { view: 'mine' })).toEqual(['A.20'])
    expect(await found(town.outsider, { view: 'mine' })).toEqual([])
    expect(await found(town.accountant, { view: 'mine' })).toEqual(['OO.10', 'A.12', 'A.13'])
    expect(await found(town.taxClerk, { view: 'mine' })).toEqual(['A.11'])
    expect(await found(town.worker, { view: 'mine' })).toEqual(
      await found(town.coordinator, { service: town.works }),
    )
  })

  test('objectives and actions of which something just below is late are found by the planned end', async () => {
    expect(await found(town.coordinator, { view: 'late_below' }, '2020-04-01')).toEqual(['SA.17'])
    expect(await found(town.coordinator, { view: 'late_below' })).toEqual(['A.16', 'SA.17'])
    expect(await found(town.coordinator, { view: 'late', level: 'sub_action' })).toEqual(['SA.17'])
    expect(await found(town.coordinator, { view: 'late_below' }, '2023-01-01')).toEqual([
      'OO.15',
      'A.16',
      'SA.17',
      'SA.18',
      'SA.19',
    ])
  })

  test('what is over is late no more', async () => {
    for (const name of ['T.map', 'T.survey'])
      for (const verb of ['assign', 'realize'] as const)
        await onElement(town, town.worker, given.id(name), (one) =>
          enforce(tasks, taskWorkflow, one, verb),
        )
    expect(await found(town.coordinator, { view: 'late_below' }, '2020-05-15')).toEqual([])
  })

  test('mandataries find their objectives, and the actions of these that name nobody else', async () => {
    await edit(town.coordinator, given.path('OO.2'), {
      title: 'Optimiser l’accueil au guichet',
      managers: [town.population],
      mandataries: 'Anne Quertin',
    })
    expect(await found(town.alderman, { view: 'mandatary' })).toEqual(['OO.2', 'A.3', 'A.4'])
    expect(await found(town.councillor, { view: 'mandatary' })).toEqual([])
  })

  test('words, states, services, goals and labels narrow a list, alone and together', async () => {
    expect(await found(town.councillor, { q: 'SENTIERS' })).toEqual(['OO.15', 'A.16', 'A.21'])
    expect(await found(town.councillor, { q: 'sentiers', state: 'ongoing' })).toEqual([
      'OO.15',
      'A.16',
    ])
    expect(await found(town.councillor, { service: town.taxes })).toEqual(['A.11'])
    expect(await found(town.councillor, { state: 'terminated' })).toEqual(['A.13'])
    expect(await found(town.councillor, { level: 'task' })).toHaveLength(7)
    expect(await found(town.councillor, { sdg: '3' })).toEqual([])
  })
})

describe('an element in two places', () => {
  beforeEach(async () => {
    const mirrors = `${given.path('A.7')}/places/mirrors`
    const sent = await town.coordinator.visitor.post(mirrors, { parent: given.id('OO.2') })
    expect(sent.status).toBe(303)
    const told = await town.coordinator.visitor.get(leadsTo(sent))
    expect(told.text).toContain('L’élément est visible à cet endroit aussi. Répartissez maintenant')
  })

  const pictograms = 'A.7 Placer des pictogrammes de guidance'

  test('PST-25: is the same in both, with its number and its tasks', async () => {
    for (const objective of ['OO.5', 'OO.2']) {
      const page = await town.councillor.visitor.get(given.path(objective))
      expect(words(page)).toContain(pictograms)
      expect(page.text).toContain(given.path('A.7'))
    }
    const tree = words(
      await town.councillor.visitor.get(`/strategy/plans/${given.plan.id}?show=tasks`),
    )
    expect(tree.split(pictograms)).toHaveLength(3)
    expect(tree.split('Dessiner les pictogrammes')).toHaveLength(3)
    const { nodes } = await treeFor(town, town.councillor, given.plan)
    expect(nodes.filter(({ title }) => title === 'Dessiner les pictogrammes')).toHaveLength(1)
  })

  test('PST-26: has its new title in both, and so has a task below it', async () => {
    await edit(town.worker, given.path('A.7'), { title: 'Poser des pictogrammes' })
    await edit(town.worker, given.path('T.draw'), { title: 'Choisir les pictogrammes' })
    for (const objective of ['OO.5', 'OO.2'])
      expect(words(await town.councillor.visitor.get(given.path(objective)))).toContain(
        'Poser des pictogrammes',
      )
    const tree = words(
      await town.councillor.visitor.get(`/strategy/plans/${given.plan.id}?show=tasks`),
    )
    expect(tree.split('Choisir les pictogrammes')).toHaveLength(3)
    expect(tree).not.toContain('Dessiner les pictogrammes')
  })

  test('says where it stands, with a link to each place; a strategic objective under its volet', async () => {
    const page = await town.councillor.visitor.get(given.path('A.7'))
    expect(words(page)).toContain('Places dans le plan')
    expect(linkTo(page, 'OO.2 Optimiser l’accueil au guichet')).toBe(given.path('OO.2'))
    expect(linkTo(page, 'OO.5 Rendre les bâtiments accessibles à tous')).toBe(given.path('OO.5'))
    expect(words(page)).toContain('(100 %)')
    expect(words(page)).toContain('(0 %)')
    expect(words(await town.councillor.visitor.get(given.path('OS.1')))).toContain('Volet externe')
    const volet = await town.councillor.visitor.get(`/strategy/elements/${given.external}`)
    expect(words(volet)).not.toContain('Places dans le plan')
  })

  test('is there once only: placing it there again is refused', async () => {
    const mirrors = `${given.path('A.7')}/places/mirrors`
    const again = await town.coordinator.visitor.post(mirrors, { parent: given.id('OO.5') })
    expect(again.status).toBe(409)
    expect(again.text).toContain('L’élément est déjà à cet endroit.')
    const move = { from: given.id('OO.5'), parent: given.id('OO.2') }
    const moved = await town.coordinator.visitor.post(`${given.path('A.7')}/places/move`, move)
    expect(moved.status).toBe(409)
  })
})
