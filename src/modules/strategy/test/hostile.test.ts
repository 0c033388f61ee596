import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { closeService } from '#commons/directory'
import { partiesOf } from '../party.ts'
import { nextNumber } from '../plan.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow, edit, type Fields, newForm } from './sent.ts'
import { idIn, leadsTo, openedPlan, seen, termId, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan

beforeAll(async () => {
  ;({ town, given } = await givenPlannedTown())
})

const add = (who: TestPerson, under: string, level: string, fields: Fields = {}) =>
  addBelow(town, given, who, under, level, fields)
describe('who is named', () => {
  const saved = (names: string) =>
    edit(town.coordinator, given.path('A.20'), {
      title: 'Ouvrir un itinéraire vers la gare',
      bearers: names,
    })
  const bearers = async () =>
    (await town.authority.asSystem(() => partiesOf([given.id('A.20')])))
      .filter(({ part }) => part === 'bearer')
      .map(({ name }) => name)

  test('persons are known by their names however typed, each once', async () => {
    expect((await saved(' basile HERCOT ; Flamache zoe;; ')).status).toBe(303)
    expect(await bearers()).toEqual(['Basile Hercot', 'Zoé Flamache'])
    await saved('Basile Hercot; basile hercot')
    expect(await bearers()).toEqual(['Basile Hercot'])
  })

  test('a name that nobody bears, or two do, is refused as it was typed, and nothing is lost', async () => {
    await town.authority.person({ firstName: 'Loup', lastName: 'Jumeau' })
    await town.authority.person({ firstName: 'Loup', lastName: 'Jumeau' })
    const before = await bearers()
    for (const name of ['Personne Inconnue', 'Loup Jumeau']) {
      const refused = await saved(`Basile Hercot; ${name}`)
      expect(refused.status).toBe(422)
      expect(words(refused)).toContain(
        `L’annuaire ne connaît pas, ou connaît plusieurs fois : ${name}.`,
      )
      expect(refused.text).toContain(`value="Basile Hercot; ${name}"`)
    }
    expect(await bearers()).toEqual(before)
  })

  test('a service that closes while a form is open is refused; who had it keeps it', async () => {
    const leaving = await town.authority.service(`Imprimerie`)
    const fields = { title: 'Publier la carte', managers: [leaving] }
    expect((await newForm(given, town.coordinator, 'OO.15', 'action')).text).toContain(leaving)
    const kept = leadsTo(await add(town.coordinator, 'OO.15', 'action', fields))
    await town.authority.asSystem(() => closeService(leaving))
    const refused = await add(town.coordinator, 'OO.15', 'action', fields)
    expect(refused.status).toBe(422)
    expect(words(refused)).toContain('Un de ces services n’existe plus.')
    expect((await edit(town.coordinator, kept, fields)).status).toBe(303)
    const unknown = { managers: ['018f2f5e-0000-7000-8000-000000000000'] }
    expect((await add(town.coordinator, 'OO.15', 'action', unknown)).status).toBe(422)
  })
})

test('a goal that is ticked a thousand times is kept once, and no list is endless', async () => {
  const sent = (sdgs: string[]) =>
    add(town.coordinator, 'OO.15', 'action', { title: 'Planter des haies', sdgs })
  const path = leadsTo(await sent(Array.from({ length: 3000 }, () => '1')))
  const { sdgs } = await town.authority.asSystem(() =>
    db()
      .selectFrom('strategy.element')
      .select('sdgs')
      .where('id', '=', idIn(path))
      .executeTakeFirstOrThrow(),
  )
  expect(sdgs).toEqual([1])
  const endless = Array.from({ length: 1001 }, (_, at) => `${'0'.repeat(at)}1`)
  expect((await sent(endless)).status).toBe(422)
})

describe('what is typed', () => {
  const xss = '<script>alert(1)</script><img src=x onerror=alert(1)>'

  test('markup in a title is shown as it was typed, wherever it stands', async () => {
    const sent = await add(town.worker, 'OO.15', 'action', { title: xss, comments: xss })
    await town.coordinator.visitor.post(`${leadsTo(sent)}/places/mirrors`, {
      parent: given.id('OO.5'),
    })
    const pages = [
      leadsTo(sent),
      `${leadsTo(sent)}/edit`,
      `${leadsTo(sent)}/places`,
      given.path('OO.15'),
      `/strategy/plans/${given.plan.id}`,
    ]
    for (const path of pages) {
      const { text } = await town.coordinator.visitor.get(path)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
    }
    expect(words(await town.worker.visitor.get(leadsTo(sent)))).toContain(xss)
  })

  test('a description keeps its form and loses its scripts', async () => {
    const sent = await add(town.worker, 'OO.15', 'action', {
      description: '<p onerror="x">Deux <strong>bancs</strong></p><script>alert(1)</script>',
    })
    const { text } = await town.worker.visitor.get(leadsTo(sent))
    expect(text).toContain('<strong>bancs</strong>')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('onerror')
  })

  test('what a text cannot keep is refused at its field, and named', async () => {
    const sent = await add(town.worker, 'OO.15', 'action', { description: `<p>Un</p>${xss}` })
    expect(sent.status).toBe(422)
    expect(words(sent)).toContain('1 image d’un autre site')
  })

  test('a title of 500 signs is kept whole; one more is refused', async () => {
    const long = 'é'.repeat(500)
    const sent = await add(town.worker, 'OO.15', 'action', { title: long })
    expect((await seen(town, idIn(leadsTo(sent)))).title).toBe(long)
    const refused = await add(town.worker, 'OO.15', 'action', { title: `${long}é` })
    expect(refused.status).toBe(422)
    expect(words(refused)).toContain('500 caractères au plus.')
  })

  test.for<Fields>([
    { title: 'Un\0deux' },
    { comments: 'Un\0deux' },
    { managers: ['\0'] },
    { due_on: '2020-02-30' },
    { due_on: '31/01/2020' },
    { sdgs: ['0'] },
    { sdgs: ['18'] },
    { progress: '101', progress_reason: 'Ainsi' },
    { progress: '40' },
    { health: 'risk' },
    { health: 'excellent', health_reason: 'Ainsi' },
    { effort: '-1' },
    { fte: '-0,5' },
    { fte: 'un' },
    { priority: '3' },
    { categories: ['018f2f5e-0000-7000-8000-000000000000'] },
    { plans: ['nothing'] },
    { comments: 'a'.repeat(20_001) },
  ])('an answer that does not hold is refused with a sentence: %o', async (fields) => {
    const refused = await add(town.worker, 'OO.15', 'action', fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('class="error-summary"')
  })

  test('a level that does not stand there, or is none, is refused', async () => {
    for (const level of ['task', 'volet', 'nothing', ''])
      expect([403, 404, 409, 422]).toContain((await add(town.coordinator, 'OO.15', level)).status)
  })

  test('an address that names nothing answers that there is nothing', async () => {
    for (const id of ['nothing', '%00', '018f2f5e-0000-7000-8000-000000000000', "'; drop"])
      for (const path of [`/strategy/elements/${id}`, `/strategy/plans/${id}`])
        expect((await town.coordinator.visitor.get(path)).status).toBe(404)
    for (const line of ['nothing', '%00']) {
      const removal = `${given.path('A.3')}/budget/${line}/removal`
      expect([303, 404]).toContain((await town.coordinator.visitor.post(removal)).status)
      const measure = `${given.path('A.3')}/indicators/${line}/removal`
      expect((await town.coordinator.visitor.post(measure)).status).toBe(404)
    }
    const steps = { verb: 'vanish', comment: '' }
    expect((await town.worker.visitor.post(`${given.path('A.20')}/steps`, steps)).status).toBe(422)
  })

  test('a task has no budget, no indicator and no shares', async () => {
    const source_id = await termId(town, 'strategy.source', 'Europe')
    const line = { source_id, year: '2020', cents: '10' }
    const task = given.path('T.clear')
    const { visitor } = town.coordinator
    expect((await visitor.post(`${task}/budget`, line)).status).toBe(403)
    const indicator = { label: 'Sentiers', direction: 'up', baseline: '' }
    expect((await visitor.post(`${task}/indicators`, indicator)).status).toBe(403)
    const whole = { [`weights.${given.id('SA.18')}`]: '100' }
    // Its page shows no form from which they could be sent.
    expect((await visitor.post(`${task}/places`, whole)).status).toBe(422)
    expect((await visitor.get(task)).status).toBe(200)
  })

  test('a line of a budget has a source of the authority, a year and an amount', async () => {
    const source_id = await termId(town, 'strategy.source', 'Europe')
    const { visitor } = town.coordinator
    const post = (fields: Fields) => visitor.post(`${given.path('A.8')}/budget`, fields)
    for (const wrong of [
      { source_id: await termId(town, 'strategy.category', 'Sports') },
      { source_id: '' },
      { year: '1' },
      { cents: 'beaucoup' },
      { cents: '' },
      { cents: '1e15' },
    ])
      expect((await post({ source_id, year: '2020', cents: '10', ...wrong })).status).toBe(422)
    expect((await post({ source_id, year: '2020', cents: '1 250,50' })).status).toBe(303)
    expect(words(await visitor.get(given.path('A.8')))).toContain('1 250,50 €')
  })
})

describe('two at once', () => {
  test('a form older than what somebody else saved shows their version, and overwrites nothing', async () => {
    const path = given.path('A.22')
    const sent = { version: '1', title: 'Parrainer un chemin' }
    await edit(town.coordinator, path, { title: 'Parrainer un ruisseau' })
    const stale = await town.worker.visitor.post(path, sent)
    expect(stale.status).toBe(422)
    expect(words(stale)).toContain('Ode Marquat')
    expect(words(stale)).toContain('Parrainer un ruisseau')
    expect(stale.text).toContain('Parrainer un chemin')
    expect((await seen(town, given.id('A.22'))).title).toBe('Parrainer un ruisseau')
  })

  test('who add at the same time get numbers of their own', async () => {
    const sent = await Promise.all(
      ['A.16', 'OO.15', 'OO.5', 'OO.15', 'OO.15'].map((under) =>
        add(town.worker, under, under.startsWith('A') ? 'sub_action' : 'action'),
      ),
    )
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    const numbers: (number | null)[] = []
    for (const one of sent) numbers.push((await seen(town, idIn(leadsTo(one)))).number)
    expect(new Set(numbers).size).toBe(5)
  })

  test('each plan counts for itself', async () => {
    const other = await openedPlan(town)
    expect(await town.authority.asSystem(() => nextNumber(other))).toBe(1)
  })
})
