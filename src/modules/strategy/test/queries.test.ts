import { beforeEach, expect, test } from 'vitest'
import { addTerm, terms } from '#commons/vocabularies'
import { mirror } from '../placement.ts'
import { prepared } from '#test/harness'
import { found, givenElement, givenPlan, inDays, type SmallPlan } from './small-plan.ts'

let small: SmallPlan
let strategic: string
let objective: string

const givenObjective = prepared(async () => {
  const given = await givenPlan()
  const top = await givenElement(given, 'strategic', given.volet, { path: ['begin'] })
  const below = await givenElement(given, 'operational', top.id, {
    title: 'Objectif des finances',
    path: ['begin'],
    managers: [given.finance],
    mandataries: 'Ada Mayeur',
  })
  return { authority: given.authority, given, top: top.id, below: below.id }
})

beforeEach(async () => {
  ;({ given: small, top: strategic, below: objective } = await givenObjective())
})

const action = (sketch: Parameters<typeof givenElement>[3], parent = objective) =>
  givenElement(small, 'action', parent, {
    managers: [small.finance],
    path: ['schedule', 'begin'],
    ...sketch,
  })

test('PST-22: mine is what my services manage or what I bear, and nothing of others', async () => {
  await action({ title: 'Des travaux', managers: [small.works] })
  await action({ title: 'Portée par l’agent', bearers: 'Ada Agnan' })
  await action({ title: 'Qui intéresse l’agent', concerned: 'Ada Agnan' })
  await action({ title: 'Des finances' })
  expect(await found(small, small.agent, { view: 'mine' })).toEqual([
    'Des travaux',
    'Portée par l’agent',
  ])
  expect(await found(small, small.accountant, { view: 'mine' })).not.toContain('Des travaux')
  expect(await found(small, small.coordinator, { view: 'mine' })).toEqual([])
})

test('PST-22: the administrative manager finds the objective that they answer for', async () => {
  await givenElement(small, 'operational', strategic, {
    title: 'Objectif de l’agent',
    managers: [small.finance],
    administrators: 'Ada Agnan',
  })
  for (const view of ['mine', 'administrator'])
    expect(await found(small, small.agent, { view })).toEqual(['Objectif de l’agent'])
  expect(await found(small, small.agent, { view: 'bearer' })).toEqual([])
})

test('PST-22: who bears a task or an action finds them apart', async () => {
  const { id } = await action({ title: 'Portée', bearers: 'Ada Agnan' })
  await action({ title: 'Des finances' })
  const task = { title: 'Sa tâche', bearers: 'Ada Agnan', due_on: inDays(-1) }
  await givenElement(small, 'task', id, task)
  expect(await found(small, small.agent, { view: 'bearer' })).toEqual(['Portée'])
  expect(await found(small, small.agent, { view: 'bearer', level: 'task' })).toEqual(['Sa tâche'])
  expect(await found(small, small.agent, { view: 'late', level: 'task' })).toEqual(['Sa tâche'])
})

test('an action without a mandatary of its own has the one of its objective', async () => {
  await action({ title: 'Sans mandataire' })
  await action({ title: 'D’un autre', mandataries: 'Ada Coudray' })
  expect(await found(small, small.mayor, { view: 'mandatary' })).toEqual([
    'Objectif des finances',
    'Sans mandataire',
  ])
})

test('late is what should be over and is not; late to begin, what should have begun', async () => {
  await action({ title: 'Dépassée', due_on: inDays(-1) })
  await action({ title: 'D’aujourd’hui', due_on: inDays(0) })
  await action({ title: 'Finie', due_on: inDays(-9), path: ['schedule', 'begin', 'terminate'] })
  await action({ title: 'Pas commencée', planned_begin: inDays(-1), path: ['schedule'] })
  const late = await found(small, small.coordinator, { view: 'late', level: 'action' })
  expect(late).toEqual(['Dépassée'])
  const starts = await found(small, small.coordinator, { view: 'starts_late' })
  expect(starts).toEqual(['Pas commencée'])
})

test('PST-22: objectives with late actions are those whose action is past its planned end', async () => {
  const other = await givenElement(small, 'operational', strategic, {
    title: 'À l’heure',
    managers: [small.finance],
    path: ['begin'],
  })
  await action({ due_on: inDays(-3) })
  await action({ due_on: inDays(3) }, other.id)
  const query = { view: 'late_below', level: 'operational' }
  expect(await found(small, small.coordinator, query)).toEqual(['Objectif des finances'])
})

test('no deadline means none of its own and none below', async () => {
  await action({ title: 'Sans rien' })
  const parent = await action({ title: 'Par sa sous-action' })
  await givenElement(small, 'sub_action', parent.id, {
    due_on: inDays(3),
    managers: [small.finance],
  })
  const query = { view: 'no_deadline', level: 'action' }
  expect(await found(small, small.coordinator, query)).toEqual(['Sans rien'])
})

test('health, service, category, goal and words narrow together', async () => {
  const category = await small.authority.asSystem(async () => {
    await addTerm('strategy.category', 'Voirie douce', '')
    const known = await terms('strategy.category')
    return known.find(({ name }) => name === 'Voirie douce')?.id ?? ''
  })
  const labels = { categories: [category], sdgs: [7], health: 'blocked' as const }
  await action({ title: 'Éclairer les écoles', ...labels, health_reason: 'Retard' })
  await action({ title: 'Éclairer la gare', ...labels, sdgs: [3] })
  const { coordinator, finance, works } = small
  const query = { category, sdg: '7', health: 'blocked', service: finance, q: 'ECOLES eclairer' }
  expect(await found(small, coordinator, query)).toEqual(['Éclairer les écoles'])
  expect(await found(small, coordinator, { ...query, service: works })).toEqual([])
  expect(await found(small, coordinator, { view: 'troubled' })).toHaveLength(2)
})

test('what is mirrored is found once; tasks only by their level, volets only by their place', async () => {
  const other = await givenElement(small, 'operational', strategic, {
    title: 'Autre objectif',
    managers: [small.finance],
    path: ['begin'],
  })
  const one = await action({ title: 'À deux places' })
  await givenElement(small, 'task', one.id, { title: 'Une tâche' })
  await small.authority.asSystem(() => mirror(one, other.id))
  const all = await found(small, small.coordinator, { volet: small.volet })
  expect(all.filter((title) => title === 'À deux places')).toHaveLength(1)
  expect(all).not.toContain('Une tâche')
  expect(all).not.toContain('Volet externe')
  expect(await found(small, small.coordinator, { level: 'task' })).toEqual(['Une tâche'])
})

test('an action under an objective that is not for me is still found', async () => {
  const hidden = await givenElement(small, 'operational', strategic, {
    title: 'Encore caché',
    managers: [small.finance],
  })
  await action({ title: 'Déjà connue' }, hidden.id)
  const seen = await found(small, small.agent, {})
  expect(seen).toContain('Déjà connue')
  expect(seen).not.toContain('Encore caché')
})
