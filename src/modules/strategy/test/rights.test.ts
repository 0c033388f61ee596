import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { search } from '#kernel/search'
import { mayEdit } from '../element.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow, edit, type Fields, newForm } from './sent.ts'
import { idIn, leadsTo, onElement, seen, type Town, treeFor, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const add = (who: TestPerson, under: string, level: string, fields: Fields = {}) =>
  addBelow(town, given, who, under, level, fields)
const planPath = () => `/strategy/plans/${given.plan.id}`

/** Whether somebody has the form of an element: 200, 403 where they only see it, 404 where they do not. */
const editStatus = async ({ visitor }: TestPerson, reference: string) =>
  (await visitor.get(`${given.path(reference)}/edit`)).status

describe('what is only created', () => {
  const secret = 'Racheter l’ancienne tannerie'
  let path = ''

  beforeAll(async () => {
    const sent = await add(town.worker, 'OO.15', 'action', { title: secret })
    path = leadsTo(sent)
    const [source] = (await treeFor(town, town.coordinator, given.plan)).sources
    const line = { source_id: source?.id ?? '', year: '2020', cents: '1000' }
    expect((await town.worker.visitor.post(`${path}/budget`, line)).status).toBe(303)
  })

  test('is seen by the services and persons who work on it, and by the coordination', async () => {
    const { worker, worksHead, coordinator, dg, steward } = town
    for (const who of [worker, worksHead, coordinator, dg, steward]) {
      expect((await who.visitor.get(path)).status).toBe(200)
      expect(words(await who.visitor.get(planPath()))).toContain(secret)
    }
  })

  test('is not there for the others: no page, no line, no result of a search, no name in a total', async () => {
    for (const who of [town.outsider, town.councillor, town.accountant, town.alderman]) {
      expect((await who.visitor.get(path)).status).toBe(404)
      for (const page of [
        '',
        '?show=tasks',
        '/actions',
        '/board',
        '/gantt',
        '/dashboard',
        '/one-page',
      ])
        expect((await who.visitor.get(planPath() + page)).text).not.toContain(secret)
      expect((await who.visitor.api('GET', planPath())).text).not.toContain(secret)
      expect((await who.visitor.api('GET', path)).status).toBe(404)
      expect((await who.visitor.get(given.path('OO.15'))).text).not.toContain(secret)
      expect(await town.authority.as(who, () => search('tannerie'))).toMatchObject({ total: 0 })
      const tree = await treeFor(town, who, given.plan)
      expect(tree.nodes.map(({ title }) => title)).not.toContain(secret)
      for (const node of tree.nodes)
        expect([...node.children, ...node.parents].map(({ title }) => title)).not.toContain(secret)
    }
    expect(await town.authority.as(town.worker, () => search('tannerie'))).toMatchObject({
      total: 1,
    })
  })

  test('is seen by the whole house from its first step', async () => {
    const step = await town.worker.visitor.post(`${path}/steps`, { verb: 'schedule' })
    expect(step.status).toBe(303)
    expect(words(await town.councillor.visitor.get(path))).toContain(secret)
    expect(await town.authority.as(town.outsider, () => search('tannerie'))).toMatchObject({
      total: 1,
    })
    await town.worker.visitor.post(`${path}/steps`, { verb: 'redraft' })
    expect((await town.councillor.visitor.get(path)).status).toBe(404)
  })
})

test('what is below something unseen is found in the tree, without a word of what is above it', async () => {
  const hidden = 'Objectif encore secret'
  const sent = await add(town.coordinator, 'OS.14', 'operational', {
    title: hidden,
    managers: [town.finance],
  })
  const action = await town.coordinator.visitor.post(`${leadsTo(sent)}/children`, {
    level: 'action',
    title: 'Planter un verger',
    managers: [town.works],
  })
  await town.coordinator.visitor.post(`${leadsTo(action)}/steps`, { verb: 'schedule' })
  for (const who of [town.worker, town.councillor]) {
    const tree = await who.visitor.get(planPath())
    expect(words(tree)).toContain('Planter un verger')
    const page = await who.visitor.get(leadsTo(action))
    expect(page.status).toBe(200)
    const { reference } = await seen(town, idIn(leadsTo(sent)))
    for (const { text } of [tree, page]) {
      expect(text).not.toContain(hidden)
      expect(text).not.toContain(reference)
    }
  }
})

test('the whole house sees the volets of a new plan and what is under way in it', async () => {
  for (const who of [town.outsider, town.councillor]) {
    const page = words(await who.visitor.get(planPath()))
    for (const title of ['Volet interne', 'Volet externe', 'OS.1', 'OO.15', 'A.16', 'SA.17'])
      expect(page).toContain(title)
  }
})

test('the totals of a plan are the same for all who look at it', async () => {
  const sums = async (who: TestPerson) =>
    (await treeFor(town, who, given.plan)).roots.map(({ total }) => [...total].toSorted())
  expect(await sums(town.councillor)).toEqual(await sums(town.coordinator))
})

describe('who changes what', () => {
  test('the coordination changes everything, a managing service its own, a councillor nothing', async () => {
    for (const reference of ['OS.1', 'OO.2', 'A.16', 'SA.17', 'T.survey']) {
      expect(await editStatus(town.coordinator, reference)).toBe(200)
      expect(await editStatus(town.dg, reference)).toBe(200)
      expect(await editStatus(town.councillor, reference)).toBe(403)
      expect(await editStatus(town.outsider, reference)).toBe(403)
    }
    for (const who of [town.worker, town.worksHead]) {
      expect(await editStatus(who, 'SA.17')).toBe(200)
      expect(await editStatus(who, 'OO.2')).toBe(403)
      expect(await editStatus(who, 'OS.14')).toBe(403)
    }
    expect(await editStatus(town.taxClerk, 'A.11')).toBe(200)
    expect(await editStatus(town.accountant, 'A.11')).toBe(403)
  })

  test('nobody of another authority sees anything', async () => {
    const { stranger } = town
    for (const path of [planPath(), given.path('A.16'), `${given.path('A.16')}/places`]) {
      expect((await stranger.visitor.get(path)).status).toBe(404)
      expect((await stranger.visitor.post(path, { title: 'x' })).status).not.toBe(303)
    }
    expect((await stranger.visitor.get('/strategy')).text).not.toContain(given.plan.title)
    const step = { verb: 'schedule', comment: '' }
    const sent = await stranger.visitor.post(`${given.path('A.20')}/steps`, step)
    expect(sent.status).toBe(404)
  })

  test('who has not signed in is asked to', async () => {
    const page = await town.authority.visitor().get(given.path('A.16'))
    expect([302, 303, 401]).toContain(page.status)
    expect(page.text).not.toContain('Remettre en état')
  })

  test('an administrative manager changes the objective and adds actions and sub-actions below it', async () => {
    for (const reference of ['OO.15', 'A.16', 'SA.17', 'T.survey'])
      expect(await editStatus(town.steward, reference)).toBe(200)
    expect(await editStatus(town.steward, 'OO.5')).toBe(403)
    const action = await add(town.steward, 'OO.15', 'action', { title: 'Ouvrir un verger' })
    expect(action.status).toBe(303)
    const below = await town.steward.visitor.post(`${leadsTo(action)}/children`, {
      level: 'sub_action',
      title: 'Choisir les arbres',
      managers: [town.works],
    })
    expect(below.status).toBe(303)
    expect((await add(town.steward, 'OO.5', 'action')).status).toBe(403)
  })

  test('who bears an action changes that one and what they write below it, no other', async () => {
    expect(await editStatus(town.bearer, 'A.20')).toBe(200)
    for (const reference of ['OO.15', 'A.16', 'SA.17'])
      expect(await editStatus(town.bearer, reference)).toBe(403)
    expect((await add(town.bearer, 'A.16', 'sub_action')).status).toBe(403)
    const own = await add(town.bearer, 'A.20', 'task', { managers: [''] })
    expect((await town.bearer.visitor.get(`${leadsTo(own)}/edit`)).status).toBe(200)
  })

  test('who is manager or administrator no more may not change it nor what is below', async () => {
    const sent = await add(town.coordinator, 'OS.14', 'operational', {
      administrators: 'Basile Hercot',
    })
    const path = leadsTo(sent)
    const action = await town.outsider.visitor.post(`${path}/children`, {
      level: 'action',
      title: 'Mesurer le bruit',
      managers: [town.works],
    })
    const id = idIn(leadsTo(action))
    const may = () =>
      onElement(town, town.outsider, id, (one) => mayEdit({ ...one, created_by: null }))
    expect(await may()).toBe(true)
    const removed = await edit(town.coordinator, path, {
      title: 'Planter une haie',
      managers: [town.finance],
      administrators: '',
    })
    expect(removed.status).toBe(303)
    expect(await may()).toBe(false)
    expect((await town.outsider.visitor.get(path)).status).toBe(404)
    expect((await town.worker.visitor.get(path)).status).toBe(404)
  })

  test('who takes their own name off something created is led to the plan, and it is done', async () => {
    const sent = await add(town.coordinator, 'OS.14', 'operational', {
      administrators: 'Basile Hercot',
    })
    const gone = await edit(town.outsider, leadsTo(sent), {
      title: 'Planter une haie',
      managers: [town.works],
      administrators: '',
    })
    expect(leadsTo(gone)).toBe(planPath())
    expect((await town.outsider.visitor.get(leadsTo(sent))).status).toBe(404)
  })

  test('nobody places an element below one that they may not change', async () => {
    const places = `${given.path('A.20')}/places`
    const form = await town.bearer.visitor.get(places)
    expect(form.status).toBe(200)
    expect(words(form)).not.toContain('Optimiser l’accueil')
    const elsewhere = { parent: given.id('OO.2') }
    expect((await town.bearer.visitor.post(`${places}/mirrors`, elsewhere)).status).toBe(403)
    const move = { from: given.id('OO.15'), parent: given.id('OO.2') }
    expect((await town.bearer.visitor.post(`${places}/move`, move)).status).toBe(403)
    expect((await town.coordinator.visitor.get(places)).text).toContain('Optimiser l’accueil')
  })

  test('plans, their settings and their steps are for the coordination', async () => {
    for (const path of ['/strategy/plans/new', `${planPath()}/edit`, `${planPath()}/settings`]) {
      expect((await town.coordinator.visitor.get(path)).status).toBe(200)
      expect((await town.dg.visitor.get(path)).status).toBe(200)
      for (const who of [town.worksHead, town.steward, town.councillor])
        expect((await who.visitor.get(path)).status).toBe(403)
    }
    const enforce = await town.worksHead.visitor.post(`${planPath()}/steps`, { verb: 'enforce' })
    expect(enforce.status).toBe(403)
  })

  test('a new form is only for who may add there, and for a level that stands there', async () => {
    expect((await newForm(given, town.worker, 'OO.15', 'action')).status).toBe(200)
    expect((await newForm(given, town.clerk, 'OO.15', 'action')).status).toBe(403)
    for (const level of ['task', 'operational', 'volet', 'nothing', ''])
      expect((await newForm(given, town.worker, 'OO.15', level)).status).toBe(404)
    const none = await town.worker.visitor.get(`${given.path('OO.15')}/new`)
    expect(none.status).toBe(404)
  })
})
