import { beforeAll, expect, test } from 'vitest'
import { indicatorsOf } from '#commons/indicators'
import { read } from '#commons/dossiers'
import { budgetLines } from '#commons/budgets'
import { plans } from '../plan.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow } from './sent.ts'
import { leadsTo, nodeOf, seen, termId, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
  const { visitor } = town.coordinator
  const indicator = { label: 'Sentiers rouverts', direction: 'up', baseline: '0' }
  await visitor.post(`${given.path('A.16')}/indicators`, indicator)
  await visitor.post(`${given.path('SA.17')}/places/mirrors`, { parent: given.id('A.20') })
})

const planPath = () => `/strategy/plans/${given.plan.id}`
const step = (verb: string) => town.coordinator.visitor.post(`${planPath()}/steps`, { verb })

/** Everything that changes an element or its plan, sent as its forms send it. */
async function changes(): Promise<[path: string, fields: Record<string, string | string[]>][]> {
  const source_id = await termId(town, 'strategy.source', 'Europe')
  const [line] = await town.authority.asSystem(() => budgetLines(given.id('SA.17')))
  const [indicator] = await town.authority.asSystem(() => indicatorsOf([given.id('A.16')]))
  const at = (reference: string, rest: string) => given.path(reference) + rest
  const measures = `/indicators/${indicator?.id}`
  return [
    [at('A.16', ''), { title: 'Autrement', version: '1' }],
    [at('A.16', '/steps'), { verb: 'terminate' }],
    [at('OO.15', '/steps'), { verb: 'achieve' }],
    [at('T.survey', '/steps'), { verb: 'assign' }],
    [at('OO.15', '/children'), { level: 'action', title: 'Encore', managers: [town.works] }],
    [at('OO.15', '/order'), { id: given.id('A.23'), position: '1' }],
    [
      at('SA.17', '/places'),
      { [`weights.${given.id('A.16')}`]: '0', [`weights.${given.id('A.20')}`]: '100' },
    ],
    [at('SA.17', '/places/mirrors'), { parent: given.id('A.22') }],
    [at('SA.17', '/places/removal'), { parent: given.id('A.20') }],
    [at('SA.17', '/places/move'), { from: given.id('A.16'), parent: given.id('A.22') }],
    [at('SA.17', '/budget'), { source_id, year: '2020', cents: '1' }],
    [at('SA.17', `/budget/${line?.id}/removal`), {}],
    [at('A.16', '/indicators'), { label: 'Encore', direction: 'up', baseline: '' }],
    [at('A.16', `${measures}/measures`), { measured_on: '2020-01-31', value: '1' }],
    [at('A.16', `${measures}/removal`), {}],
    [at('A.16', '/annexes'), {}],
    [`${planPath()}/settings`, { numbering: 'outline', exercise: '2020', counted: [''] }],
    [`${planPath()}/settings/fields`, { level: 'action', 'uses.comments': 'hidden' }],
    [
      planPath(),
      {
        ...{ title: 'Autrement', starts_on: '2018-12-03', ends_on: '2024-12-01', body: 'commune' },
        ...{ first_year: '2019', last_year: '2024', nis: '99999' },
      },
    ],
  ]
}

/** The same through the API. */
async function calls(): Promise<[method: string, path: string, body: object][]> {
  const source_id = await termId(town, 'strategy.source', 'Europe')
  const { version } = await seen(town, given.id('A.16'))
  const share = { [given.id('A.16')]: 0, [given.id('A.20')]: 100 }
  return [
    ['PUT', given.path('A.16'), { title: 'Autrement', version }],
    ['POST', `${given.path('A.16')}/steps`, { verb: 'terminate' }],
    [
      'POST',
      `${given.path('OO.15')}/children`,
      { level: 'action', title: 'Encore', managers: [town.works] },
    ],
    ['PUT', `${given.path('SA.17')}/places`, { weights: share }],
    ['POST', `${given.path('SA.17')}/mirrors`, { parent: given.id('A.22') }],
    ['POST', `${given.path('SA.17')}/budget`, { source_id, year: 2020, cents: 1 }],
  ]
}

/** All that could have changed. */
async function content(): Promise<unknown> {
  const references = ['OO.15', 'A.16', 'SA.17', 'T.survey']
  const page = async (path: string) => words(await town.councillor.visitor.get(path))
  const settings = await town.authority.asSystem(async () => {
    const { title, numbering, counted, fields, exercise } = await read(plans, given.plan.id)
    return { title, numbering, counted, fields, exercise }
  })
  const pages: string[] = []
  for (const reference of references) pages.push(await page(given.path(reference)))
  return { settings, pages }
}

test('in an archived plan nobody changes anything, and no page proposes to', async () => {
  await step('enforce')
  expect((await step('archive')).status).toBe(303)
  const before = await content()
  for (const who of [town.coordinator, town.dg, town.worker, town.steward])
    for (const [path, fields] of await changes()) {
      const refused = await who.visitor.post(path, fields)
      const theirs =
        path.startsWith('/strategy/elements') || who === town.coordinator || who === town.dg
      expect(refused.status, path).toBe(theirs ? 409 : 403)
      if (theirs) expect(refused.text).toContain('Ce plan est archivé\u00A0: plus rien n’y change.')
    }
  for (const [method, path, body] of await calls()) {
    const { status } = await town.coordinator.visitor.api(method, path, body)
    expect(status, `${method} ${path}`).toBe(409)
  }
  expect(await content()).toEqual(before)
  for (const reference of ['OO.15', 'A.16', 'SA.17', 'T.survey']) {
    const { text } = await town.coordinator.visitor.get(given.path(reference))
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    // A reminder changes nothing of the plan.
    const forms = [...main.matchAll(/<form[^>]*method="post"[^>]*>/g)].map(([form]) => form)
    expect(forms.filter((form) => !form.includes('action="/reminders/'))).toEqual([])
    expect(main).not.toContain('/edit"')
    expect(main).not.toContain('/new?')
    for (const form of ['/edit', '/places', '/new?level=task'])
      expect((await town.coordinator.visitor.get(given.path(reference) + form)).status).toBe(409)
  }
  for (const page of ['', '?show=tasks'])
    expect((await town.coordinator.visitor.get(planPath() + page)).text).not.toContain('/new?')
})

test('its tasks wait for nobody; restored, all is as it was', async () => {
  const waits = async () => (await seen(town, given.id('T.survey'))).awaits
  expect(await waits()).toEqual([])
  expect((await step('restore')).status).toBe(303)
  expect(await waits()).toEqual([`service:${town.works}:head`])
  const added = await addBelow(town, given, town.worker, 'OO.15', 'action')
  expect(added.status).toBe(303)
  expect((await town.worker.visitor.get(`${leadsTo(added)}/edit`)).status).toBe(200)
  expect((await nodeOf(town, given.plan, given.id('SA.17'))).archived).toBe(false)
})
