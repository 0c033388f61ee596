import { beforeAll, expect, test } from 'vitest'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow, edit } from './sent.ts'
import { leadsTo, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

test('history tells what stood there and what stands there now; of a long text, that it changed', async () => {
  const sent = await addBelow(town, given, town.coordinator, 'OO.15', 'action', {
    title: 'Planter une haie',
    managers: [town.works],
  })
  const path = leadsTo(sent)
  const changes = { title: 'Planter deux haies', health: 'good', comments: 'Au printemps.' }
  expect((await edit(town.coordinator, path, changes)).status).toBe(303)
  const page = words(await town.coordinator.visitor.get(path))
  expect(page).toContain('Intitulé : Planter une haie → Planter deux haies')
  expect(page).toContain('— → Bonne')
  expect(page).not.toContain('→ Au printemps')
})
