import { beforeEach, expect, test } from 'vitest'
import { terms } from '#commons/vocabularies'
import { prepared, type TestPerson } from '#test/harness'
import type { Element } from '../element.ts'
import { givenElement, givenPlan, type SmallPlan } from './small-plan.ts'

let small: SmallPlan
let objective: Element
let other: Element
let action: Element

const givenAction = prepared(async () => {
  const given = await givenPlan()
  const managers = [given.works]
  const top = await givenElement(given, 'strategic', given.volet, { path: ['begin'] })
  const below = { managers, path: ['begin'] }
  const middle = await givenElement(given, 'operational', top.id, below)
  const beside = await givenElement(given, 'operational', top.id, below)
  const lowest = await givenElement(given, 'action', middle.id, {
    ...{ title: 'Rénover', managers },
    path: ['schedule', 'begin'],
  })
  return { authority: given.authority, given, middle, beside, lowest }
})

beforeEach(async () => {
  ;({ given: small, middle: objective, beside: other, lowest: action } = await givenAction())
})

const at = (one: { id: string }, path = '') => `/strategy/elements/${one.id}${path}`

/** What a call answers, once it is known to have been carried out. */
async function done<T extends object>(
  { visitor }: TestPerson,
  ...[method, path, body]: [string, string, object?]
): Promise<T> {
  const answer = await visitor.api(method, path, body)
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return answer.status === 204 ? ({} as T) : answer.json<T>()
}

type Said = Record<string, unknown> & { id: string; version: number }

test('a plan is opened, rewritten from the version that was read, settled and put in force by a program (P3)', async () => {
  const { coordinator, agent } = small
  const written = {
    ...{ title: 'PST 2031-2036', body: 'commune', nis: 99_999, first_year: 2031, last_year: 2036 },
    ...{ starts_on: '2030-12-02', ends_on: '2036-11-30' },
  }
  expect((await agent.visitor.api('POST', '/strategy/plans', written)).status).toBe(403)
  const opened = await done<Said>(coordinator, 'POST', '/strategy/plans', written)
  const path = `/strategy/plans/${opened.id}`
  const read = await done<Said & { elements: object[] }>(coordinator, 'GET', path)
  expect(read).toMatchObject({ ...written, state: 'draft', exercise: 2031 })
  expect(read.elements).toHaveLength(2)
  const { version } = read
  const renamed = { ...written, title: 'PST de la législature', version }
  expect(await done<Said>(coordinator, 'PUT', path, renamed)).toMatchObject({
    title: 'PST de la législature',
    version: version + 1,
  })
  const settings = { numbering: 'outline', exercise: 2032, counted: ['ongoing'] }
  const fields = { level: 'action', uses: { fte: 'hidden', title: 'hidden' } }
  for (const [under, body] of [
    ['', renamed],
    ['/settings', { ...settings, version }],
    ['/settings/fields', { ...fields, version }],
  ] as const)
    expect((await coordinator.visitor.api('PUT', path + under, body)).status, under).toBe(409)
  const settled = await done<Said>(coordinator, 'PUT', `${path}/settings`, {
    ...settings,
    version: version + 1,
  })
  expect(settled).toMatchObject(settings)
  const chosen = { ...fields, version: settled.version }
  // A title stays, whatever is chosen.
  expect(await done<Said>(coordinator, 'PUT', `${path}/settings/fields`, chosen)).toMatchObject({
    fields: { action: { fte: 'hidden' } },
  })
  const enforced = await done<Said>(coordinator, 'POST', `${path}/steps`, { verb: 'enforce' })
  expect(enforced.state).toBe('in_force')
})

test('an element is put in order, moved, taken out of a place and erased by a program (P3)', async () => {
  const { coordinator } = small
  const draft = { level: 'action', title: 'Isoler', managers: [small.works] }
  const made = await done<Said>(coordinator, 'POST', at(objective, '/children'), draft)
  const order = async () => {
    const path = `/strategy/plans/${small.plan.id}/elements?level=action`
    const { items } = await done<{ items: { title: string }[] }>(coordinator, 'GET', path)
    return items.map(({ title }) => title)
  }
  expect(await order()).toEqual(['Rénover', 'Isoler'])
  await done(coordinator, 'POST', at(objective, '/order'), { id: made.id, position: 1 })
  expect(await order()).toEqual(['Isoler', 'Rénover'])
  await done(coordinator, 'POST', at(made, '/mirrors'), { parent: other.id })
  const shown = await coordinator.visitor.api('GET', at(made))
  const seen = { 'If-Match': shown.headers.get('etag') ?? '' }
  const half = { weights: { [objective.id]: 50, [other.id]: 50 } }
  const shares = () => coordinator.visitor.api('PUT', at(made, '/places'), half, seen)
  expect([(await shares()).status, (await shares()).status]).toEqual([200, 409])
  await done(coordinator, 'DELETE', at(made, `/places/${objective.id}`))
  const left = await done<Said>(coordinator, 'GET', at(made))
  expect(left['parents']).toEqual([{ id: other.id, weight: 100 }])
  const moved = await done<Said>(coordinator, 'POST', at(made, '/places/move'), {
    parent: objective.id,
  })
  expect(moved['parents']).toEqual([{ id: objective.id, weight: 100 }])
  expect((await coordinator.visitor.api('DELETE', at(action))).status).toBe(403)
  await done(coordinator, 'DELETE', at(made))
  expect((await coordinator.visitor.api('GET', at(made))).status).toBe(404)
})

test('lines of a budget, indicators and annexes come and go by a program; never of another’s element (P3)', async () => {
  const { agent, accountant } = small
  const [source] = await small.authority.asSystem(() => terms('strategy.source'))
  const line = { source_id: source?.id, year: 2026, cents: 1200, comment: 'Peinture' }
  const figure = { label: 'Consommation', unit: 'MWh', targets: { 2030: 60 } }
  const added = [
    ['/budget', line],
    ['/indicators', figure],
  ] as const
  for (const [path, body] of added) {
    expect((await accountant.visitor.api('POST', at(action, path), body)).status, path).toBe(403)
    await done(agent, 'POST', at(action, path), body)
  }
  interface Held {
    lines: Said[]
    indicators: Said[]
  }
  const held = await done<Held>(agent, 'GET', at(action))
  expect(held).toMatchObject({ lines: [line], indicators: [{ label: 'Consommation' }] })
  const files = { files: [new File(['Les murs'], 'plan.txt')] }
  const annexed = (who: TestPerson) => who.visitor.post(`/api${at(action, '/annexes')}`, files)
  expect((await annexed(accountant)).status).toBe(403)
  expect((await annexed(agent)).status).toBe(201)
  const { items } = await done<{ items: Said[] }>(agent, 'GET', at(action, '/annexes'))
  expect(items).toMatchObject([{ file_name: 'plan.txt', size: 8 }])
  const away = [
    `/budget/${held.lines[0]?.id}`,
    `/indicators/${held.indicators[0]?.id}`,
    `/annexes/${items[0]?.id}`,
  ]
  for (const path of away) {
    expect((await accountant.visitor.api('DELETE', at(action, path))).status, path).toBe(403)
    await done(agent, 'DELETE', at(action, path))
  }
  expect(await done(agent, 'GET', at(action))).toMatchObject({ lines: [], indicators: [] })
  expect(await done(agent, 'GET', at(action, '/annexes'))).toEqual({ items: [] })
})

test('elements are found by the state of a child, in the list and by a program (P3)', async () => {
  const { visitor } = small.agent
  const path = `/strategy/plans/${small.plan.id}`
  const asked = async (query: string) => {
    const answer = await visitor.api('GET', `${path}/elements?${query}`)
    return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id)
  }
  expect(await asked('child=ongoing&level=operational')).toEqual([objective.id])
  expect(await asked('child=terminated')).toEqual([])
  expect((await visitor.api('GET', `${path}/elements?child=flown`)).status).toBe(422)
  const list = await visitor.get(`${path}/actions?child=ongoing&level=operational`)
  expect(list.text).toContain('dont un enfant est')
  expect(list.text).toContain(`href="/strategy/elements/${objective.id}"`)
  expect(list.text).not.toContain(`href="/strategy/elements/${other.id}"`)
})
