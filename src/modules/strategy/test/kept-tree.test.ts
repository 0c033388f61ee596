import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { treeEdition } from '../tree-edition.ts'
import { planPath } from '../plan.ts'
import { loadTree } from '../tree.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { edit } from './sent.ts'
import { type Town, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const shown = async (query = '', who = town.outsider) =>
  words(await who.visitor.get(planPath(given.plan) + query))
const edition = (who = town.outsider) => town.authority.as(who, () => treeEdition(given.plan))

const path = (end = '') => given.path('A.16') + end
const changes: readonly (readonly [string, () => Promise<unknown>, shows: string])[] = [
  [
    'a title',
    () => edit(town.worker, path(), { title: 'Ouvrir les chemins creux', managers: [town.works] }),
    'Ouvrir les chemins creux',
  ],
  ['a state', () => town.worker.visitor.post(path('/steps'), { verb: 'terminate' }), ''],
  [
    'an amount',
    async () => {
      const [source] = (await town.authority.asSystem(() => loadTree(given.plan))).sources
      const line = { source_id: source?.id ?? '', year: '2020', cents: '7654321' }
      expect((await town.worker.visitor.post(path('/budget'), line)).status).toBe(303)
    },
    '',
  ],
  [
    'the name of a service that answers for it',
    () =>
      town.authority.asSystem(() =>
        db()
          .updateTable('commons.service')
          .set({ name: 'Voiries et bois' })
          .where('id', '=', town.works)
          .execute(),
      ),
    'Voiries et bois',
  ],
  [
    'what the plan counts',
    () =>
      town.authority.asSystem(() =>
        db()
          .updateTable('strategy.plan')
          .set({ counted: [] })
          .where('id', '=', given.plan.id)
          .execute(),
      ),
    '',
  ],
  [
    'where an element stands',
    () =>
      town.authority.asSystem(() =>
        db()
          .updateTable('strategy.placement')
          .set({ position: 99 })
          .where('child_id', '=', given.id('SA.17'))
          .execute(),
      ),
    '',
  ],
]

describe('the tree of a plan, which is kept as it was written,', () => {
  test.each(changes)('tells %s at once', async (_what, change, shows) => {
    const before = await edition()
    expect(await edition()).toBe(before)
    const told = await shown()
    await change()
    expect(await edition()).not.toBe(before)
    const after = await shown()
    expect(after).not.toBe(told)
    expect(after).toContain(shows)
    // Read anew, on a page that nobody asked for yet.
    expect(await shown(`?all=${crypto.randomUUID()}`)).toBe(after)
  })

  test('is another for who may change it, and for who may not', async () => {
    const link = 'new?level=strategic'
    for (let time = 0; time < 2; time += 1) {
      const page = (who = town.outsider) => who.visitor.get(planPath(given.plan))
      expect((await page(town.coordinator)).text).toContain(link)
      expect((await page()).text).not.toContain(link)
    }
  })

  test('is another once somebody may read an element no more', async () => {
    const title = 'Rassembler les guichets'
    expect(await shown()).toContain(title)
    for (const verb of ['unschedule', 'redraft'])
      await town.coordinator.visitor.post(`${given.path('A.3')}/steps`, { verb })
    expect(await shown()).not.toContain(title)
    expect(await shown('', town.coordinator)).toContain(title)
    expect(await edition(town.coordinator)).not.toBe(await edition())
  })

  test('tells in the language of the page', async () => {
    const page = await town.outsider.visitor.get(`${planPath(given.plan)}`)
    await town.outsider.visitor.post('/preferences', { language: 'en', back: '/' })
    expect((await town.outsider.visitor.get(planPath(given.plan))).text).not.toBe(page.text)
  })
})
