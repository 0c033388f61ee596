import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { addTerm } from '#commons/vocabularies'
import { type Element, element } from '../element.ts'
import { planPath, plans, rewritePlan } from '../plan.ts'
import { edit, ticked } from './sent.ts'
import { prepared } from '#test/harness'
import { givenElement, givenPlan, mainWords, type SmallPlan } from './small-plan.ts'
import { idIn, leadsTo } from './town.ts'

let small: SmallPlan
let objective: Element
let action: Element
let other: Element

const at = (one: { id: string }, path = '') => `/strategy/elements/${one.id}${path}`
const now = (one: { id: string }) => small.authority.asSystem(() => element(one.id))

const givenActions = prepared(async () => {
  const given = await givenPlan()
  const managers = [given.works]
  const top = await givenElement(given, 'strategic', given.volet, { path: ['begin'] })
  const middle = await givenElement(given, 'operational', top.id, { managers })
  const first = await givenElement(given, 'action', middle.id, { title: 'Isoler', managers })
  const second = await givenElement(given, 'action', middle.id, { title: 'Éclairer', managers })
  return { authority: given.authority, given, middle, first, second }
})

beforeEach(async () => {
  ;({ given: small, middle: objective, first: action, second: other } = await givenActions())
})

describe.each([
  ['category', 'categories', 'strategy.category'],
  ['transversal plan', 'plans', 'strategy.transversal'],
] as const)('a %s that is proposed no more', (_, field, list) => {
  let term: string

  beforeEach(async () => {
    const name = 'Plan climat communal'
    term = (await small.authority.asSystem(() => addTerm(list, name))).id
    for (const one of [action, objective])
      await edit(small.coordinator, at(one), { title: one.title, [field]: [term] })
    const hidden = { name, hidden: 'true' }
    const sent = await small.coordinator.visitor.post(`/vocabularies/${list}/terms/${term}`, hidden)
    expect(sent.status).toBe(303)
  })

  test('stays on the elements that have it, through the next save', async () => {
    const { visitor } = small.coordinator
    const kept = ticked(await visitor.get(at(action, '/edit')), field)
    expect(kept).toEqual([term])
    const fields = { title: 'Isoler mieux', [field]: [term] }
    expect((await edit(small.coordinator, at(action), fields)).status).toBe(303)
    expect(await now(action)).toMatchObject({ title: 'Isoler mieux', [field]: [term] })
    expect(mainWords(await visitor.get(at(action)))).toContain('Plan climat communal')
  })

  test('is offered to no other element, nor to a new one below', async () => {
    const { visitor } = small.coordinator
    for (const form of [at(other, '/edit'), at(objective, '/new?level=action')])
      expect((await visitor.get(form)).text).not.toContain(term)
    const refused = await edit(small.coordinator, at(other), { title: 'Éclairer', [field]: [term] })
    expect(refused.status).toBe(422)
  })
})

describe('whose an element is', () => {
  const share = () => small.authority.asSystem(() => rewritePlan(small.plan, { body: 'shared' }))
  const say = async (one: Element, body: string) =>
    edit(small.coordinator, at(one), { title: one.title, body })
  const add = (body: string) =>
    small.coordinator.visitor.post(at(action, '/children'), {
      ...{ level: 'sub_action', title: 'Choisir l’isolant', managers: [small.works], body },
    })

  test('is said in a shared plan only', async () => {
    expect((await say(action, 'cpas')).status).toBe(422)
    expect((await add('commune')).status).toBe(422)
    await share()
    expect((await say(action, 'cpas')).status).toBe(303)
    expect((await now(action)).body).toBe('cpas')
  })

  test('is not of the CPAS where something above is of the municipality, however far', async () => {
    await share()
    expect((await say(objective, 'commune')).status).toBe(303)
    for (const refused of [await say(action, 'cpas'), await add('cpas')]) {
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('est de l’autre administration')
    }
    const added = await add('commune')
    expect(added.status).toBe(303)
    expect((await now({ id: idIn(leadsTo(added)) })).body).toBe('commune')
  })

  test('is not of the municipality where something below is of the CPAS; elsewhere it may be', async () => {
    await share()
    await say(action, 'cpas')
    expect((await say(objective, 'commune')).status).toBe(422)
    expect((await say(other, 'commune')).status).toBe(303)
    expect((await say(objective, 'cpas')).status).toBe(422)
    await say(action, '')
    expect((await say(objective, 'commune')).status).toBe(303)
  })
})

describe('the last day to present a plan', () => {
  const due = async () => {
    const { due_on } = await small.authority.asSystem(() => read(plans, small.plan.id))
    return due_on?.toString() ?? null
  }
  const post = (path: string, fields: Record<string, string>) =>
    small.coordinator.visitor.post(planPath(small.plan) + path, fields)
  const designate = async (designated_on: string) => {
    const term = { starts_on: '2024-12-02', ends_on: '2030-12-01', designated_on }
    const years = { first_year: '2025', last_year: '2030', body: 'commune', nis: '99999' }
    const sent = { title: 'Plan 2025-2030', ...term, ...years }
    expect((await edit(small.coordinator, planPath(small.plan), sent)).status).toBe(303)
  }

  test('follows the designation of the aldermen while the plan is in preparation', async () => {
    expect(await due()).toBeNull()
    await designate('2024-12-02')
    expect(await due()).toBe('2025-06-02')
    await designate('2024-12-16')
    expect(await due()).toBe('2025-06-16')
  })

  test('is over once the plan is in force, and runs again where it goes back into preparation', async () => {
    await designate('2024-12-02')
    await post('/steps', { verb: 'enforce' })
    expect(await due()).toBeNull()
    await designate('2024-12-16')
    expect(await due()).toBeNull()
    await post('/steps', { verb: 'redraft' })
    expect(await due()).toBe('2025-06-16')
  })
})
