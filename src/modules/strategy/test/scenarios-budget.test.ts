import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { mirror, placesOf, shareOut } from '../placement.ts'
import { plans, settle } from '../plan.ts'
import { sumOf } from '#commons/budgets'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { edit } from './sent.ts'
import {
  bySource,
  byYear,
  leadsTo,
  linkTo,
  nodeOf,
  onElement,
  termId,
  type Town,
  treeFor,
  words,
} from './town.ts'

let town: Town
let given: GivenPlan

beforeEach(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const node = (reference: string) => nodeOf(town, given.plan, given.id(reference))
const placesPath = (reference: string) => `${given.path(reference)}/places`
const share = (weights: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(weights).map(([reference, typed]) => [`weights.${given.id(reference)}`, typed]),
  )

/** Sends the form of the places of an element. */
async function sendShares(reference: string, weights: Record<string, string>) {
  const { visitor } = town.coordinator
  const { text } = await visitor.get(placesPath(reference))
  const edition = /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
  return visitor.post(placesPath(reference), { edition, ...share(weights) })
}

const mirrored = (reference: string, under: string) =>
  town.coordinator.visitor.post(`${placesPath(reference)}/mirrors`, { parent: given.id(under) })

test('PST-05: the budget of an action in two places is split between them and counts once above', async () => {
  const before = await bySource(town, (await node('OS.1')).below)
  await mirrored('A.4', 'OO.5')
  const sent = await sendShares('A.4', { 'OO.2': '50', 'OO.5': '50' })
  expect(sent.status).toBe(303)
  expect(await bySource(town, (await node('OO.2')).total)).toEqual({
    Europe: 18_900,
    Wallonie: 2500,
    FWB: 2438,
    Province: 4111,
    Ville: 107.5,
  })
  const above = await bySource(town, (await node('OS.1')).below)
  expect(above).toEqual({
    Europe: 20_091,
    Wallonie: 3900,
    FWB: 4112.5,
    Province: 4111,
    Ville: 553,
  })
  expect(above).toEqual(before)
})

describe('the places of a sub-action', () => {
  beforeEach(async () => {
    expect(leadsTo(await mirrored('SA.17', 'A.20'))).toBe(placesPath('SA.17'))
  })

  const totals = async () => ({
    A16: sumOf((await node('A.16')).total) / 100,
    A20: sumOf((await node('A.20')).total) / 100,
    OO15: sumOf((await node('OO.15')).total) / 100,
  })

  test('PST-06: the form opens with 100 and 0; half and half moves the amounts and no total above', async () => {
    const form = await town.coordinator.visitor.get(placesPath('SA.17'))
    const value = (reference: string) =>
      new RegExp(`name="weights.${given.id(reference)}"[^>]*value="([^"]*)"`).exec(form.text)?.[1]
    expect([value('A.16'), value('A.20')]).toEqual(['100', '0'])
    expect(await totals()).toEqual({ A16: 8000, A20: 0, OO15: 8000 })

    await sendShares('SA.17', { 'A.16': '50', 'A.20': '50' })
    const [from, to] = [await node('A.16'), await node('A.20')]
    expect(await bySource(town, to.total)).toEqual({ Wallonie: 1000 })
    expect(byYear(to.total)).toEqual({ 2019: 250, 2020: 250, 2021: 250, 2022: 250 })
    expect(await bySource(town, from.total)).toEqual({ Wallonie: 5500, Ville: 1500 })
    expect(byYear(from.total)).toEqual({ 2019: 1250, 2020: 2750, 2021: 1750, 2022: 1250 })
    expect(await totals()).toEqual({ A16: 7000, A20: 1000, OO15: 8000 })
  })

  test('PST-07: shares that make more than the whole are refused, and what was typed stays', async () => {
    const refused = await sendShares('SA.17', { 'A.16': '75', 'A.20': '75' })
    expect(refused.status).toBe(422)
    expect(words(refused)).toContain('Les parts font 150 % : il en faut 100.')
    expect(refused.text.match(/value="75"/g)).toHaveLength(2)
    expect(await totals()).toEqual({ A16: 8000, A20: 0, OO15: 8000 })
  })

  test('PST-08: the form can be left without a change, by a link', async () => {
    const form = await town.coordinator.visitor.get(placesPath('SA.17'))
    const cancel = linkTo(form, 'Annuler') ?? ''
    expect(cancel).toBe(given.path('SA.17'))
    await town.coordinator.visitor.get(cancel)
    expect(await totals()).toEqual({ A16: 8000, A20: 0, OO15: 8000 })
  })

  test('a third and two thirds are accepted, by the hundredth of a per cent', async () => {
    const sent = await sendShares('SA.17', { 'A.16': '33,33', 'A.20': '66,67' })
    expect(sent.status).toBe(303)
    expect(await totals()).toEqual({ A16: 6666.6, A20: 1333.4, OO15: 8000 })
  })

  const refusals = [
    ['120', '-20'],
    ['101', '0'],
    ['-1', '101'],
    ['', '100'],
    ['moitié', '50'],
    ['1e3', '0'],
    ['NaN', '100'],
  ] as const
  test('a share is a number from 0 to 100: all others are refused, and change nothing', async () => {
    for (const [one, other] of refusals) {
      const refused = await sendShares('SA.17', { 'A.16': one, 'A.20': other })
      expect(refused.status, `${one} and ${other}`).toBe(422)
      expect(words(refused)).not.toContain('10 000')
      expect(await totals()).toEqual({ A16: 8000, A20: 0, OO15: 8000 })
    }
  })

  test('shares for places where it does not stand change nothing', async () => {
    const sent = await sendShares('SA.17', { 'A.16': '100', 'A.20': '0', 'A.21': '50' })
    expect(sent.status).toBe(303)
    expect(await totals()).toEqual({ A16: 8000, A20: 0, OO15: 8000 })
  })

  test('a place that a form does not show keeps its share', async () => {
    await sendShares('SA.17', { 'A.16': '40', 'A.20': '60' })
    await onElement(town, town.coordinator, given.id('SA.17'), (one) =>
      shareOut(one, { [given.id('A.20')]: 6000 }),
    )
    expect(await totals()).toEqual({ A16: 6800, A20: 1200, OO15: 8000 })
    const refused = await sendShares('SA.17', { 'A.20': '100' })
    expect(refused.status).toBe(422)
  })

  test('a place that goes gives its share back to the others', async () => {
    await sendShares('SA.17', { 'A.16': '40', 'A.20': '60' })
    const removal = `${placesPath('SA.17')}/removal`
    await town.coordinator.visitor.post(removal, { parent: given.id('A.16') })
    expect(await totals()).toEqual({ A16: 6000, A20: 2000, OO15: 8000 })
    const last = await town.coordinator.visitor.post(removal, { parent: given.id('A.20') })
    expect(last.status).toBe(409)
    expect(last.text).toContain('C’est sa seule place\u00A0: déplacez-le plutôt.')
  })
})

test('PST-09: where no state counts, no parent has a total from below', async () => {
  const settings = `/strategy/plans/${given.plan.id}/settings`
  const form = await town.coordinator.visitor.get(settings)
  expect(form.text).toContain('name="counted"')
  const sent = await town.coordinator.visitor.post(settings, {
    numbering: 'sequence',
    exercise: '2019',
    counted: [''],
  })
  expect(sent.status).toBe(303)
  const { nodes } = await treeFor(town, town.coordinator, given.plan)
  expect(nodes.flatMap(({ below }) => [...below])).toEqual([])
  const [own, above] = [await node('SA.17'), await node('A.16')]
  expect(sumOf(own.total)).toBe(200_000)
  expect(sumOf(above.total)).toBe(0)
})

test('an unknown state does not count, nor does the form of others change how a plan counts', async () => {
  const settings = `/strategy/plans/${given.plan.id}/settings`
  const fields = { numbering: 'sequence', exercise: '2019', counted: ['planned'] }
  expect((await town.coordinator.visitor.post(settings, fields)).status).toBe(422)
  expect((await town.worksHead.visitor.post(settings, fields)).status).toBe(403)
})

test('what is below something that does not count goes no higher', async () => {
  const before = sumOf((await node('OS.14')).total)
  await town.coordinator.visitor.post(`${given.path('A.16')}/steps`, {
    verb: 'stop',
    comment: 'Faute de moyens',
  })
  await town.authority.asSystem(async () => {
    const plan = await read(plans, given.plan.id)
    await settle(plan, { counted: plan.counted.filter((state) => state !== 'stopped') })
  })
  expect(before).toBe(800_000)
  expect(sumOf((await node('A.16')).total)).toBe(800_000)
  expect(sumOf((await node('OS.14')).total)).toBe(0)
})

test('PST-19: an objective shows how many it holds, and its money by year', async () => {
  const { roots } = await treeFor(town, town.coordinator, given.plan)
  expect(roots.flatMap(({ children }) => children)).toHaveLength(3)
  const os = await node('OS.1')
  expect(os.children).toHaveLength(2)
  expect((await node('OO.5')).children).toHaveLength(3)
  expect(byYear(os.total)).toEqual({ 2019: 28_860, 2020: 4907.5 })
  expect(sumOf(os.below)).toBe(3_276_750)
  const page = words(await town.councillor.visitor.get(given.path('OS.1')))
  expect(page).toContain('Total 28 860 € 4 907,50 €')
  expect(page).toContain('Dont 32 767,50 € de ce qui est en dessous.')
})

test('money in a year or from a source that the plan no longer proposes is still shown', async () => {
  const plan = `/strategy/plans/${given.plan.id}`
  const changed = await edit(town.coordinator, plan, {
    title: given.plan.title,
    starts_on: '2018-12-03',
    ends_on: '2024-12-01',
    first_year: '2020',
    last_year: '2024',
    body: 'commune',
    nis: '99999',
  })
  expect(changed.status).toBe(303)
  const europe = await termId(town, 'strategy.source', 'Europe')
  const term = `/vocabularies/strategy.source/terms/${europe}`
  const hidden = await town.coordinator.visitor.post(term, { name: 'Europe', hidden: 'on' })
  expect(hidden.status).toBe(303)
  const page = words(await town.councillor.visitor.get(given.path('A.3')))
  expect(page).toContain('Source 2019 2020')
  expect(page).toContain('Europe 18 900 €')
})

test('the places of an element are those of its mirrors, the shares a whole', async () => {
  await onElement(town, town.coordinator, given.id('A.4'), (one) => mirror(one, given.id('OO.5')))
  const places = await town.authority.asSystem(() => placesOf(given.id('A.4')))
  expect(places.map(({ parent_id, weight }) => [parent_id, weight])).toEqual([
    [given.id('OO.2'), 10_000],
    [given.id('OO.5'), 0],
  ])
})
