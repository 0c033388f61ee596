import { beforeEach, expect, test } from 'vitest'
import { terms } from '#commons/vocabularies'
import { addIndicator, indicatorsOf } from '#commons/indicators'
import { givenAuthority, prepared } from '#test/harness'
import { type Element, element } from '../element.ts'
import { givenElement, givenPlan, type SmallPlan } from './small-plan.ts'

let small: SmallPlan
let strategic: Element
let objective: Element
let action: Element

const givenAction = prepared(async () => {
  const given = await givenPlan()
  const managers = [given.works]
  const top = await givenElement(given, 'strategic', given.volet, { path: ['begin'] })
  const middle = await givenElement(given, 'operational', top.id, { managers, path: ['begin'] })
  const below = await givenElement(given, 'action', middle.id, {
    title: 'Rénover',
    managers,
    path: ['schedule', 'begin'],
  })
  return { authority: given.authority, given, top, middle, below }
})

beforeEach(async () => {
  ;({ given: small, top: strategic, middle: objective, below: action } = await givenAction())
})

const at = (one: { id: string }, path = '') => `/strategy/elements/${one.id}${path}`

test('a plan is told with its elements, their parents and their totals by year and source', async () => {
  const { visitor } = small.agent
  const [source] = await small.authority.asSystem(() => terms('strategy.source'))
  const line = { source_id: source?.id, year: 2026, cents: 1_250_050 }
  expect((await visitor.api('POST', at(action, '/budget'), line)).status).toBe(200)
  const listed = (await visitor.api('GET', '/strategy/plans')).items<{ id: string }>()
  expect(listed.map(({ id }) => id)).toEqual([small.plan.id])
  const whole = await visitor.api('GET', `/strategy/plans/${small.plan.id}`)
  const { elements } = whole.json<{ elements: { id: string }[] }>()
  expect(elements.find(({ id }) => id === objective.id)).toMatchObject({
    level: 'operational',
    totals: [{ year: 2026, source: source?.id, cents: 1_250_050 }],
    parents: [{ id: strategic.id, weight: 100 }],
  })
})

test('an element is written below another, with the rules of its form', async () => {
  const { visitor } = small.agent
  const written = { level: 'action', title: 'Isoler', managers: [small.works], sdgs: [7] }
  const made = await visitor.api('POST', at(objective, '/children'), written)
  expect(made.status).toBe(201)
  expect(made.json()).toMatchObject({ title: 'Isoler', state: 'created', reference: 'A.4' })
  const wrong = { level: 'action', title: '', sdgs: [18], managers: [small.works] }
  const refused = await visitor.api('POST', at(objective, '/children'), wrong)
  expect(refused.json()).toMatchObject({
    status: 422,
    errors: { title: [expect.any(String)], 'sdgs.0': [expect.any(String)] },
  })
  const unmanaged = await visitor.api('POST', at(objective, '/children'), {
    ...written,
    managers: [],
  })
  expect(unmanaged.json()).toMatchObject({
    status: 422,
    errors: { managers: [expect.any(String)] },
  })
  const misplaced = { ...written, level: 'sub_action' }
  expect((await visitor.api('POST', at(objective, '/children'), misplaced)).status).toBe(409)
})

test('a rewriting from an old version is refused, and overwrites nothing', async () => {
  const { visitor } = small.agent
  const { version } = (await visitor.api('GET', at(action))).json<{ version: number }>()
  const first = await visitor.api('PUT', at(action), { title: 'Rénover mieux', version })
  expect(first.json()).toMatchObject({ title: 'Rénover mieux', version: version + 1 })
  const stale = await visitor.api('PUT', at(action), { title: 'Rénover moins', version })
  expect(stale.status).toBe(409)
  const now = await small.authority.asSystem(() => element(action.id))
  expect(now.title).toBe('Rénover mieux')
})

test('a step is made by its verb; one that is unknown or without its reason names the field', async () => {
  const { visitor } = small.agent
  const unknown = await visitor.api('POST', at(action, '/steps'), { verb: 'fly' })
  expect(unknown.json()).toMatchObject({ status: 422, errors: { verb: [expect.any(String)] } })
  const bare = await visitor.api('POST', at(action, '/steps'), { verb: 'stop' })
  expect(bare.json()).toMatchObject({ status: 422, errors: { comment: [expect.any(String)] } })
  const done = await visitor.api('POST', at(action, '/steps'), { verb: 'terminate' })
  expect(done.json()).toMatchObject({ state: 'terminated', progress: null, done: 100 })
})

test('an element mirrored elsewhere shares its budget out by weights that make a whole', async () => {
  const { visitor } = small.coordinator
  const managers = [small.works]
  const other = await givenElement(small, 'operational', strategic.id, { managers })
  await visitor.api('POST', at(action, '/mirrors'), { parent: other.id })
  const half = { [objective.id]: 50, [other.id]: 49 }
  const refused = await visitor.api('PUT', at(action, '/places'), { weights: half })
  expect(refused.json()).toMatchObject({ status: 422, errors: { weights: [expect.any(String)] } })
  const weights = { [objective.id]: 50.5, [other.id]: 49.5 }
  const seen = (await visitor.api('GET', at(action))).headers.get('etag') ?? ''
  const match = { 'if-match': seen }
  const shared = await visitor.api('PUT', at(action, '/places'), { weights }, match)
  const { parents } = shared.json<{ parents: object[] }>()
  expect(parents).toHaveLength(2)
  expect(parents).toContainEqual({ id: objective.id, weight: 50.5 })
  const stale = { [objective.id]: 10, [other.id]: 90 }
  const overtaken = await visitor.api('PUT', at(action, '/places'), { weights: stale }, match)
  expect(overtaken.status).toBe(409)
  // The form says from which shares it was made: nobody overwrites those of another unseen.
  const path = `${at(action, '')}/places`
  const edition = /name="edition" value="([^"]+)"/.exec((await visitor.get(path)).text)?.[1] ?? ''
  const form = (first: string, second: string) =>
    visitor.post(path, {
      ...{ edition, [`weights.${objective.id}`]: first, [`weights.${other.id}`]: second },
    })
  expect((await form('60', '40')).status).toBe(303)
  const late = await form('10', '90')
  expect(late.status).toBe(422)
  expect(late.text).toMatch(/<strong>60\s%<\/strong>/)
})

test('a figure is noted on an indicator of the element, and on no other', async () => {
  const id = await small.authority.asSystem(() =>
    addIndicator(action, {
      ...{ label: 'Consommation', unit: 'MWh', source: '', direction: 'down', baseline: 20 },
      targets: {},
    }),
  )
  const { visitor } = small.agent
  const measure = { measured_on: '2026-03-01', value: 12.5 }
  const noted = await visitor.api('POST', at(action, `/indicators/${id}/measures`), measure)
  expect(noted.json()).toMatchObject({ indicators: [{ label: 'Consommation', value: 12.5 }] })
  const other = await visitor.api('POST', at(objective, `/indicators/${id}/measures`), measure)
  expect(other.status).toBe(404)
  const [kept] = await small.authority.asSystem(() => indicatorsOf([action.id]))
  expect(kept?.measures).toHaveLength(1)
})

test('who does not answer for an element changes nothing of it; another authority finds none', async () => {
  const { version } = action
  const changes = [
    ['PUT', '', { title: 'À moi', version }],
    ['POST', '/children', { level: 'task', title: 'À moi' }],
    ['PUT', '/places', { weights: { [objective.id]: 100 } }],
    ['POST', '/mirrors', { parent: objective.id }],
    ['POST', '/steps', { verb: 'terminate' }],
  ] as const
  const stranger = await (await givenAuthority()).person({ roles: ['agent', 'coordinator'] })
  for (const [method, path, body] of changes) {
    const refused = await small.accountant.visitor.api(method, at(action, path), body)
    expect(refused.status, path).toBe(403)
    expect((await stranger.visitor.api(method, at(action, path), body)).status, path).toBe(404)
  }
  expect((await stranger.visitor.api('GET', at(action))).status).toBe(404)
  expect((await stranger.visitor.api('GET', `/strategy/plans/${small.plan.id}`)).status).toBe(404)
  expect((await small.authority.visitor().api('GET', at(action))).status).toBe(401)
})

test('what is only created is in the tree of those who work on it, and of no others', async () => {
  const managers = [small.works]
  const draft = await givenElement(small, 'action', objective.id, { title: 'Brouillon', managers })
  const path = `/strategy/plans/${small.plan.id}`
  expect((await small.agent.visitor.api('GET', path)).text).toContain(draft.id)
  expect((await small.accountant.visitor.api('GET', path)).text).not.toContain(draft.id)
  expect((await small.accountant.visitor.api('GET', at(draft))).status).toBe(404)
})
