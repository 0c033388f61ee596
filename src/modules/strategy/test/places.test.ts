import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { orderChildren } from '../placement.ts'
import { type GivenPlan, givenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow, type Fields } from './sent.ts'
import { idIn, leadsTo, nodeOf, onElement, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const add = (who: TestPerson, under: string, level: string, fields: Fields = {}) =>
  addBelow(town, given, who, under, level, fields)
const places = (reference: string) => `${given.path(reference)}/places`
const move = (reference: string, from: string, to: string) =>
  town.coordinator.visitor.post(`${places(reference)}/move`, { from, parent: to })
const mirror = (reference: string, parent: string) =>
  town.coordinator.visitor.post(`${places(reference)}/mirrors`, { parent })
const titles = async (reference: string) =>
  (await nodeOf(town, given.plan, given.id(reference))).children.map(({ title }) => title)

describe('where an element stands', () => {
  test('a task is never below itself, nor below what depends on it', async () => {
    const parent = leadsTo(await add(town.worker, 'A.22', 'task', { title: 'Écrire la charte' }))
    const child = await town.worker.visitor.post(`${parent}/children`, {
      level: 'task',
      title: 'Relire la charte',
    })
    for (const to of [idIn(leadsTo(child)), idIn(parent)]) {
      const sent = { from: given.id('A.22'), parent: to }
      const refused = await town.worker.visitor.post(`${parent}/places/move`, sent)
      expect(refused.status).toBe(409)
      expect(words(refused)).toContain(
        'Un élément ne peut être placé sous lui-même ni sous ce qui en dépend.',
      )
    }
  })

  test('two tasks that each go below the other at the same time do not both', async () => {
    const task = async (title: string, under: string) =>
      leadsTo(await town.worker.visitor.post(`${under}/children`, { level: 'task', title }))
    const [one, other] = [
      await task('Planter', given.path('A.22')),
      await task('Arroser', given.path('A.22')),
    ]
    const [below, beside] = [await task('Creuser', one), await task('Puiser', other)]
    const moved = await Promise.all([
      town.worker.visitor.post(`${one}/places/move`, { parent: idIn(beside) }),
      town.worker.visitor.post(`${other}/places/move`, { parent: idIn(below) }),
    ])
    expect(moved.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  test('tasks stand below tasks so deep, and no deeper', async () => {
    let path = given.path('A.22')
    let answer = await town.worker.visitor.get(path)
    for (let depth = 0; depth < 20 && answer.status !== 409; depth++) {
      answer = await town.worker.visitor.post(`${path}/children`, {
        level: 'task',
        title: 'Encore',
      })
      if (answer.status === 303) path = leadsTo(answer)
    }
    expect(words(answer)).toContain('Cet endroit est déjà trop profond dans le plan.')
  })

  test('a sub-action that comes to an action takes its tasks over', async () => {
    expect(await titles('A.21')).toEqual(['Choisir l’imprimeur'])
    const moved = await move('SA.19', given.id('A.16'), given.id('A.21'))
    expect(moved.status).toBe(303)
    expect(await titles('A.21')).toEqual(['Baliser'])
    expect(await titles('SA.19')).toEqual(['Commander les balises', 'Choisir l’imprimeur'])
    expect(await titles('A.16')).not.toContain('Baliser')
  })

  test('a new sub-action takes over the tasks of its action, and who works on it works on them', async () => {
    await add(town.worker, 'A.23', 'task', { title: 'Acheter un compteur' })
    const sent = await add(town.worker, 'A.23', 'sub_action', {
      title: 'Compter le dimanche',
      bearers: 'Basile Hercot',
    })
    expect(await titles('A.23')).toEqual(['Compter le dimanche'])
    const below = await nodeOf(town, given.plan, idIn(leadsTo(sent)))
    expect(below.children.map(({ title }) => title)).toEqual(['Acheter un compteur'])
  })

  test('a sub-action is not linked to an action that has tasks, nor a task put beside sub-actions', async () => {
    const linked = await mirror('SA.18', given.id('A.7'))
    expect(linked.status).toBe(409)
    expect(words(linked)).toContain('elle ne reçoit pas de sous-action d’ailleurs')
    const added = await add(town.worker, 'A.16', 'task')
    expect(added.status).toBe(409)
    expect(words(added)).toContain('ses tâches se placent sous celles-ci')
    const moved = await move('T.draw', given.id('A.7'), given.id('A.16'))
    expect(moved.status).toBe(409)
    expect(await titles('A.7')).toContain('Dessiner les pictogrammes')
  })

  test('an element in one place is moved without a word on from where, one in several is not', async () => {
    const path = `${places('A.6')}/move`
    const { visitor } = town.coordinator
    expect((await visitor.post(path, { parent: given.id('OO.2') })).status).toBe(303)
    expect(await titles('OO.2')).toContain('Abaisser le seuil de la maison communale')
    expect((await visitor.post(path, { parent: given.id('OO.5') })).status).toBe(303)
    await mirror('A.6', given.id('OO.2'))
    expect((await visitor.post(path, { parent: given.id('OO.10') })).status).toBe(409)
    await visitor.post(`${places('A.6')}/removal`, { parent: given.id('OO.2') })
    expect(await titles('OO.5')).toContain('Abaisser le seuil de la maison communale')
  })

  test('a task and a volet have no mirror, and each level stands below its own', async () => {
    expect((await mirror('T.survey', given.id('SA.18'))).status).toBe(409)
    for (const [reference, to] of [
      ['A.8', given.id('OS.1')],
      ['A.8', given.id('SA.17')],
      ['A.8', given.external],
      ['OO.2', given.id('OO.5')],
      ['SA.17', given.id('OO.15')],
      ['OS.1', given.id('OS.9')],
    ] as const) {
      const refused = await mirror(reference, to)
      expect(refused.status).toBe(409)
      expect(words(refused)).toContain('ne se place pas sous')
    }
  })

  test('a parent of another plan, an unknown one and one that is no id are refused', async () => {
    const other = await givenPlan(town)
    const refused = await mirror('A.8', other.id('OO.2'))
    expect(refused.status).toBe(409)
    expect(words(refused)).toContain('Cet endroit est dans un autre plan.')
    expect((await move('A.8', given.id('OO.5'), other.id('OO.2'))).status).toBe(409)
    expect((await mirror('A.8', '018f2f5e-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await mirror('A.8', 'A.3')).status).toBe(422)
    expect((await move('A.8', given.id('OO.2'), given.id('OO.2'))).status).toBe(409)
  })

  test('children are put in an order, past the end is last, and a stranger has none', async () => {
    const order = (id: string, position: string) =>
      town.coordinator.visitor.post(`${given.path('OO.5')}/order`, { id, position })
    await order(given.id('A.8'), '1')
    expect((await titles('OO.5'))[0]).toBe('Installer une boucle magnétique au guichet')
    await order(given.id('A.8'), '9999')
    expect((await titles('OO.5')).at(-1)).toBe('Installer une boucle magnétique au guichet')
    expect((await order(given.id('A.16'), '1')).status).toBe(409)
    expect((await order(given.id('A.8'), '0')).status).toBe(422)
    await onElement(town, town.coordinator, given.id('OO.5'), ({ id }) =>
      orderChildren(id, given.id('A.8'), 2),
    )
    expect((await titles('OO.5'))[1]).toBe('Installer une boucle magnétique au guichet')
  })
})
