import { expect, test } from 'vitest'
import { indicatorsOf } from '#commons/indicators'
import { without } from '#commons/records'
import { leftBehind } from '../carry-over.ts'
import { element, elementFields, loadTree, plans, rewrite, rewritePlan } from '#modules/strategy'
import { read } from '#commons/dossiers'
import { prepared } from '#test/harness'
import { type Planned, givenPlan, planNow } from './plan.ts'

const next = {
  title: 'PST 2031-2036',
  starts_on: '2030-12-02',
  ends_on: '2036-11-30',
  designated_on: '',
  first_year: '2031',
  last_year: '2036',
  body: 'commune',
  nis: '99999',
}

const path = ({ plan }: Planned) => `/strategy/plans/${plan.id}`

const givenPlanInForce = prepared(async (): Promise<Planned> => {
  const planned = await givenPlan()
  await planned.coordinator.visitor.post(`${path(planned)}/steps`, { verb: 'enforce' })
  return planned
})

/** Opens the next plan by its form; gives its tree. */
async function carried(planned: Planned, chosen: string[]) {
  const { coordinator, town } = planned
  const sent = await coordinator.visitor.post(`${path(planned)}/carry-over`, { ...next, chosen })
  expect(sent.status).toBe(303)
  const id = sent.headers.get('location')?.split('/').at(-1) ?? ''
  return town.authority.asSystem(async () => loadTree(await read(plans, id)))
}

test('what is not over is ticked, what is over is not', async () => {
  const planned = await givenPlanInForce()
  const { text } = await planned.coordinator.visitor.get(`${path(planned)}/carry-over`)
  const ticked = (id: string) => new RegExp(`value="${id}"[^>]*checked`).test(text)
  expect(ticked(planned.school.id)).toBe(true)
  expect(ticked(planned.secret.id)).toBe(true)
  expect(ticked(planned.lamps.id)).toBe(false)
  expect(text).toContain('Programme stratégique transversal 2031-2036')
  expect(text).toContain('value="2030-12-02"')
})

test('unfinished actions go on with their people and figures, without budget, state or progress', async () => {
  const planned = await givenPlanInForce()
  const tree = await carried(planned, [planned.school.id])
  const titles = tree.nodes.map(({ title }) => title).toSorted()
  expect(titles).toEqual([
    'Isoler l’école',
    'Rendre les écoles agréables',
    'Réduire la consommation',
    'Volet externe',
    'Être sobre en énergie',
  ])
  const school = tree.nodes.find(({ title }) => title === 'Isoler l’école')
  expect(school).toMatchObject({ state: 'created', done: 0 })
  expect(school?.total.size).toBe(0)
  expect(school?.parties.map(({ part }) => part).toSorted()).toEqual(['manager', 'mandatary'])
  const [figure] = await planned.town.authority.asSystem(() => indicatorsOf([school?.id ?? '']))
  expect(figure).toMatchObject({ label: 'Consommation', unit: 'MWh', baseline: 85, measures: [] })
})

test('the next plan counts, numbers and shows its fields as the one before; elements keep their full-time equivalents', async () => {
  const planned = await givenPlanInForce()
  const { coordinator, school, town } = planned
  const settings = `${path(planned)}/settings`
  const counted = ['ongoing', 'terminated']
  await coordinator.visitor.post(settings, { numbering: 'outline', exercise: '2025', counted })
  const hidden = { level: 'action', 'uses.observation': 'hidden' }
  await coordinator.visitor.post(`${settings}/fields`, hidden)
  const before = await planNow(planned)
  await town.authority.asSystem(async () => rewrite(await element(school.id), { fte: 1.5 }))
  const { plan, nodes } = await carried(planned, [school.id])
  expect(plan).toMatchObject({ counted, numbering: 'outline', exercise: 2031 })
  expect(before.fields).not.toEqual({})
  expect(plan.fields).toEqual(before.fields)
  expect(nodes.find(({ title }) => title === school.title)?.fte).toBe(1.5)
})

test('what is said of an element goes on with it, except what tells of the legislature that ends', async () => {
  const planned = await givenPlanInForce()
  const { school, town } = planned
  const said = await town.authority.asSystem(async () => {
    await rewrite(await element(school.id), {
      ...{ comments: 'Avec les parents', priority: 1, sdgs: [4], effort: 3, fte: 2 },
      ...{ observation: 'Chantier lent', progress: 40, progress_reason: 'Compté sur place' },
    })
    return element(school.id)
  })
  const { nodes } = await carried(planned, [school.id])
  const { id = '' } = nodes.find(({ title }) => title === school.title) ?? {}
  const copy = await town.authority.asSystem(() => element(id))
  const told = (one: object, names: string[]) => names.map((name) => [name, Reflect.get(one, name)])
  const goesOn = Object.keys(without(elementFields, leftBehind))
  expect(told(copy, goesOn)).toEqual(told(said, goesOn))
  expect(copy).toMatchObject({ comments: 'Avec les parents', sdgs: [4], effort: 3 })
  expect(copy).toMatchObject({ observation: '', progress: null, progress_reason: '' })
})

test('what was of one body in a shared plan is of the whole of a next plan that is not shared', async () => {
  const planned = await givenPlan()
  const { coordinator, school, town } = planned
  await town.authority.asSystem(async () => {
    await rewritePlan(planned.plan, { body: 'shared' })
    await rewrite(await element(school.id), { body: 'cpas' })
  })
  await coordinator.visitor.post(`${path(planned)}/steps`, { verb: 'enforce' })
  const { nodes } = await carried(planned, [school.id])
  expect(nodes.map(({ body }) => body)).not.toContain('cpas')
})

test('the weights of what is mirrored add up to 100 %', async () => {
  const planned = await givenPlanInForce()
  const tree = await carried(planned, [planned.school.id])
  const school = tree.nodes.find(({ title }) => title === 'Isoler l’école')
  expect(school?.places.map(({ weight }) => weight).toSorted((a, b) => a - b)).toEqual([4000, 6000])
})

test('the plan before is archived: nothing is added to it, and it has no second successor', async () => {
  const planned = await givenPlanInForce()
  const { coordinator, objective, school } = planned
  const tree = await carried(planned, [])
  expect(tree.plan.previous_id).toBe(planned.plan.id)
  expect((await planNow(planned)).state).toBe('archived')
  const { visitor } = coordinator
  const added = await visitor.post(`/strategy/elements/${objective.id}/children`, {
    level: 'action',
    title: 'Encore une',
    managers: [planned.town.works],
  })
  expect(added.status).toBe(409)
  const edited = await visitor.post(`/strategy/elements/${school.id}`, {
    version: '4',
    title: 'Autre',
  })
  expect(edited.status).toBe(409)
  const again = await visitor.post(`${path(planned)}/carry-over`, { ...next, chosen: [] })
  expect(again.status).toBe(409)
})

test('a form that is refused keeps its ticks; only the coordination opens the next plan', async () => {
  const planned = await givenPlanInForce()
  const { coordinator, town, lamps, school } = planned
  const wrong = { ...next, title: '', chosen: [lamps.id] }
  const shown = await coordinator.visitor.post(`${path(planned)}/carry-over`, wrong)
  expect(shown.status).toBe(422)
  expect(shown.text).toMatch(new RegExp(`value="${lamps.id}"[^>]*checked`))
  expect(shown.text).not.toMatch(new RegExp(`value="${school.id}"[^>]*checked`))
  expect((await town.agent.visitor.get(`${path(planned)}/carry-over`)).status).toBe(403)
})
