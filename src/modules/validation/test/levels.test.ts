import { beforeEach, expect, test } from 'vitest'
import { setPrincipals } from '#kernel/auth'
import { moveService, todayHere } from '#commons/directory'
import type { TestPerson } from '#test/harness'
import {
  givenItem,
  givenTown,
  mainWords,
  seen,
  type Sketch,
  type Town,
  written,
} from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const head = { title: 'Chef de service', by: 'service:head' }
const director = { title: 'Direction générale', by: 'role:director_general' }
const mayor = { title: 'Bourgmestre', by: 'role:mayor' }

const api = (who: TestPerson, method: string, path: string, body?: object) =>
  who.visitor.api(method, path, body)

interface Given {
  title: string
  by: string
  id?: string
}

/** Gives the council these levels. */
const set = (levels: readonly Given[], more: { shortcuts?: boolean; saw?: boolean } = {}) =>
  api(town.secretariat, 'POST', `/validation/${town.council.id}`, { levels, ...more })

const levelsNow = async () =>
  (await api(town.secretariat, 'GET', `/validation/${town.council.id}`)).json<{ levels: Given[] }>()
    .levels

const step = (who: TestPerson, { id }: { id: string }, verb: string, comment = '') =>
  api(who, 'POST', `/deliberations/items/${id}/steps`, { verb, comment })

const where = async ({ id }: { id: string }) => {
  const { state, level } = await seen(town, { id })
  return [state, level]
}

/** Rewrites a point as its form does. */
async function rewritten(who: TestPerson, { id }: { id: string }, said: Sketch) {
  const { version } = await seen(town, { id })
  return api(who, 'PUT', `/deliberations/items/${id}`, { ...written(town, said), version })
}

/** Whether a point stands in the inbox of somebody. */
const waitsFor = async (who: TestPerson, { id }: { id: string }) =>
  (await who.visitor.get('/inbox')).text.includes(`/deliberations/items/${id}`)

test('an organ begins with two levels; its own take their place, each waits for whoever validates there, and the inbox follows', async () => {
  expect(await levelsNow()).toMatchObject([head, director])
  expect((await set([director, mayor, head])).status).toBe(200)
  const point = await givenItem(town, {}, 'created')
  await step(town.agent, point, 'propose')
  expect(await where(point)).toEqual(['proposed', 'Direction générale'])
  expect([await waitsFor(town.dg, point), await waitsFor(town.head, point)]).toEqual([true, false])
  expect((await step(town.head, point, 'endorse')).status).toBe(403)
  expect((await step(town.dg, point, 'endorse')).status).toBe(200)
  expect(await where(point)).toEqual(['proposed', 'Bourgmestre'])
  await step(town.mayor, point, 'endorse')
  expect((await step(town.head, point, 'validate')).status).toBe(200)
  expect(await where(point)).toEqual(['validated', ''])
  const page = mainWords(await town.agent.visitor.get(`/deliberations/items/${point.id}`))
  expect(page).toContain('Direction générale → Bourgmestre')
})

test('who validates at a level sees the point from then on, and not before', async () => {
  await set([head, mayor])
  const point = await givenItem(town, {}, 'proposed')
  const sees = async () =>
    (await town.mayor.visitor.get(`/deliberations/items/${point.id}`)).status === 200
  expect(await sees()).toBe(false)
  await step(town.head, point, 'endorse')
  expect(await sees()).toBe(true)
  await step(town.mayor, point, 'validate')
  expect(await sees()).toBe(true)
})

test('a level without people is skipped, and history says which', async () => {
  await set([{ title: 'Chef de département', by: 'above:head' }, head, director])
  const point = await givenItem(town, {}, 'created')
  await step(town.agent, point, 'propose')
  expect(await where(point)).toEqual(['proposed', 'Chef de service'])
  const page = mainWords(await town.agent.visitor.get(`/deliberations/items/${point.id}`))
  expect(page).toContain('Niveau «\u00A0Chef de département\u00A0» sans personne')
})

test('the head of the service above validates where a level says so, and nobody else', async () => {
  const direction = await town.authority.service('Direction technique')
  const above = await town.authority.person({ roles: ['agent'], in: direction, as: 'head' })
  await town.authority.asSystem(() => moveService(town.works, direction))
  await set([{ title: 'Chef de département', by: 'above:head' }, director])
  const point = await givenItem(town, {}, 'created')
  await step(town.agent, point, 'propose')
  expect(await where(point)).toEqual(['proposed', 'Chef de département'])
  expect((await step(town.head, point, 'endorse')).status).toBe(403)
  expect((await step(above, point, 'endorse')).status).toBe(200)
  expect(await where(point)).toEqual(['proposed', 'Direction générale'])
})

test('C10 a point is born validated where no level is on, and its service corrects it until it is presented', async () => {
  await set([])
  const made = await api(town.agent, 'POST', '/deliberations/items', written(town))
  const point = made.json<{ id: string }>()
  expect(await where(point)).toEqual(['validated', ''])
  expect(await waitsFor(town.agent, point)).toBe(false)
  expect(await waitsFor(town.secretariat, point)).toBe(true)
  expect((await rewritten(town.agent, point, { title: 'Autre' })).status).toBe(200)
  expect((await rewritten(town.accountant, point, { title: 'Autre' })).status).toBe(404)
})

test('a point that was born validated is validated by levels where it goes to an organ that has some', async () => {
  await set([])
  const made = await api(town.agent, 'POST', '/deliberations/items', written(town))
  const point = made.json<{ id: string }>()
  expect((await rewritten(town.agent, point, { organ_id: town.college.id })).status).toBe(200)
  expect(await where(point)).toEqual(['created', ''])
})

test('with shortcuts whoever validates later need not wait, and history says what was passed', async () => {
  await set([head, mayor, director], { shortcuts: true })
  const point = await givenItem(town, {}, 'proposed')
  const other = await givenItem(town, {}, 'proposed')
  expect(await waitsFor(town.dg, point)).toBe(false)
  expect((await step(town.mayor, other, 'endorse')).status).not.toBe(200)
  expect((await step(town.dg, point, 'validate')).status).toBe(200)
  expect(await where(point)).toEqual(['validated', ''])
  await set(await levelsNow())
  expect((await step(town.dg, other, 'validate')).status).toBe(403)
})

test('a point goes back to the level before, or to who wrote it, each time with a reason', async () => {
  await set([head, mayor, director])
  const point = await givenItem(town, {}, 'proposed')
  expect((await step(town.head, point, 'step_back', 'Trop tôt')).status).toBe(409)
  await step(town.head, point, 'endorse')
  expect((await step(town.mayor, point, 'step_back')).status).toBe(422)
  expect((await step(town.mayor, point, 'step_back', 'Un chiffre manque')).status).toBe(200)
  expect(await where(point)).toEqual(['proposed', 'Chef de service'])
  await step(town.head, point, 'endorse')
  await step(town.mayor, point, 'endorse')
  await step(town.dg, point, 'validate')
  expect((await step(town.secretariat, point, 'step_back', 'À revoir')).status).toBe(200)
  expect(await where(point)).toEqual(['proposed', 'Direction générale'])
  expect((await step(town.dg, point, 'send_back', 'À récrire')).status).toBe(200)
  expect(await where(point)).toEqual(['created', ''])
})

test('C11 levels that change while points wait strand none: what happens is shown before, and nobody saves unseen', async () => {
  await set([head, mayor, director])
  const [first, second] = await levelsNow()
  const [, , last] = await levelsNow()
  const low = await givenItem(town, {}, 'proposed')
  const high = await givenItem(town, {}, 'proposed')
  await step(town.head, high, 'endorse')
  expect((await where(high))[1]).toBe('Bourgmestre')
  const levels = [last, first].filter((one) => one !== undefined)
  const path = `/validation/${town.council.id}`
  const foreseen = await api(town.secretariat, 'POST', `${path}/preview`, { levels })
  expect(foreseen.json()).toEqual({
    shifts: [{ from: 'Bourgmestre', to: 'Direction générale', count: 1 }],
  })
  expect((await set(levels)).status).toBe(409)
  expect((await where(high))[1]).toBe('Bourgmestre')
  expect((await set(levels, { saw: true })).status).toBe(200)
  expect(await where(high)).toEqual(['proposed', 'Direction générale'])
  expect(await where(low)).toEqual(['proposed', 'Chef de service'])
  expect(second?.title).toBe('Bourgmestre')
  expect(await waitsFor(town.dg, high)).toBe(true)
  // Renamed, for others: it keeps its points.
  const [one, two] = await levelsNow()
  await set([{ ...one, title: 'La secrétaire', by: 'role:secretariat' } as Given, two as Given])
  expect(await where(high)).toEqual(['proposed', 'La secrétaire'])
  expect((await step(town.secretariat, high, 'endorse')).status).toBe(200)
})

test('the form shows what becomes of points before it saves, without scripts', async () => {
  const point = await givenItem(town, {}, 'endorsed')
  const { visitor } = town.secretariat
  const path = `/validation/${town.council.id}`
  const form = (await visitor.get(path)).text
  const edition = /name="edition" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const rows = {
    'levels.0.level_id': 'head',
    'levels.0.title': 'Chef',
    'levels.0.by': 'service:head',
    'levels.0.place': '1',
  }
  const sent = { edition, ...rows }
  const refused = await visitor.post(path, sent)
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain(
    '1 point passe de «\u00A0Direction générale\u00A0» à «\u00A0Chef\u00A0»',
  )
  const saw = /name="saw" value="([^"]*)"/.exec(refused.text)?.[1] ?? ''
  expect((await visitor.post(path, { ...sent, saw })).status).toBe(303)
  expect(await where(point)).toEqual(['proposed', 'Chef'])
  expect((await visitor.post(path, { ...sent, saw })).status).toBe(422)
  expect((await town.agent.visitor.post(path, sent)).status).toBe(403)
  expect(mainWords(await visitor.get('/validation'))).toContain('Chef')
})

test('two levels of one name, one for nobody known, more than eight: each is refused with its sentence', async () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ title: `N${at}`, by: 'service:head' }))
  for (const levels of [
    [head, head],
    [{ title: 'X', by: 'role:nobody' }],
    [{ title: '', by: 'service:head' }],
    many,
  ])
    expect((await set(levels)).status).toBe(422)
})

test('points that wait where nobody validates any more are counted, and sent on by a button', async () => {
  const point = await givenItem(town, {}, 'proposed')
  await town.authority.asSystem(() => setPrincipals(town.head.id, [], todayHere()))
  const path = `/validation/${town.council.id}`
  expect(mainWords(await town.secretariat.visitor.get(path))).toContain(
    '1 point attend à un niveau où plus personne ne valide.',
  )
  expect((await town.secretariat.visitor.post(`${path}/stuck`, {})).status).toBe(303)
  expect(await where(point)).toEqual(['proposed', 'Direction générale'])
  expect((await api(town.secretariat, 'POST', `${path}/stuck`)).json()).toEqual({ freed: 0 })
})
