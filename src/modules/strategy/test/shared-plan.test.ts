import { beforeAll, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { search } from '#kernel/search'
import { element } from '../element.ts'
import { setParties } from '../party.ts'
import { planFields } from '../plan-fields.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow } from './sent.ts'
import { idIn, leadsTo, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan
let partner: TestPerson

const plan = () => `/strategy/plans/${given.plan.id}`

/** The coordination says whose plan it is. */
async function givenTo(body: 'commune' | 'shared') {
  const { visitor } = town.coordinator
  const read = (await visitor.api('GET', plan())).json<Record<string, unknown>>()
  const asked = [...Object.keys(planFields), 'version'].map((name) => [name, read[name]])
  const installed_on = body === 'shared' ? '2019-01-07' : null
  const written = { ...Object.fromEntries(asked), body, installed_on }
  const sent = await visitor.api('PUT', plan(), written)
  expect(sent.status, sent.text).toBe(200)
}

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
  partner = await town.authority.person({
    ...{ firstName: 'Berthe', lastName: 'Colmant' },
    roles: ['plan_partner'],
  })
})

test('somebody of the CPAS sees nothing of the plan of the municipality, and all of one that both share (P3)', async () => {
  const { visitor } = partner
  const [action, task] = [given.path('A.16'), given.path('T.survey')]
  for (const path of [plan(), action, task]) expect((await visitor.get(path)).status).toBe(404)
  await givenTo('shared')
  expect(words(await visitor.get('/strategy'))).toContain(given.plan.title)
  for (const page of ['', '?show=tasks', '/actions', '/board', '/dashboard', '/versions'])
    expect((await visitor.get(plan() + page)).status, page).toBe(200)
  expect((await visitor.get(action)).status).toBe(200)
  expect((await visitor.get(task)).status).toBe(200)
  expect((await visitor.api('GET', plan())).status).toBe(200)
  expect(await town.authority.as(partner, () => search('rassembler'))).toMatchObject({ total: 1 })
})

test('what is only created in it is seen by both, and changed by who answers for it', async () => {
  const sent = await addBelow(town, given, town.worker, 'OO.15', 'action', {
    title: 'Un guichet social commun',
  })
  const { visitor } = partner
  expect((await visitor.get(leadsTo(sent))).status).toBe(200)
  expect((await visitor.get(`${leadsTo(sent)}/edit`)).status).toBe(403)
  await town.authority.as(town.coordinator, async () =>
    setParties(await element(idIn(leadsTo(sent)), { lock: true }), { bearers: 'Berthe Colmant' }),
  )
  expect((await visitor.get(`${leadsTo(sent)}/edit`)).status).toBe(200)
})

test('it is all that they see of the municipality', async () => {
  const { visitor } = partner
  for (const path of ['/deliberations/items', '/deliberations/meetings']) {
    const list = await visitor.api('GET', path)
    expect(list.status === 403 || list.items().length === 0, `${path} ${list.status}`).toBe(true)
  }
})

test('a plan that is shared no more is gone for them, history and files with it', async () => {
  await givenTo('commune')
  const { visitor } = partner
  for (const path of [plan(), `${plan()}/versions`, given.path('A.16')])
    expect((await visitor.get(path)).status).toBe(404)
  expect(await town.authority.as(partner, () => search('rassembler'))).toMatchObject({ total: 0 })
})
