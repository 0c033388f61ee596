import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { today } from '#commons/clock'
import { advicesModule, paragraphsOf } from '#commons/advices'
import { ground, type TestPerson } from '#test/harness'
import { copyMany, planMeeting, presentMany } from '#modules/deliberations'
import { givenItem, mainWords, onItem, refusal } from '../../deliberations/test/council.ts'
import { dear, givenAdvisers, type Told } from './advisers.ts'

const { town, finances, on, only, act, step, draft, later } = await givenAdvisers()

test('B08 a point is presented only once that opinion is given or its time has passed, by every door', async () => {
  const { secretariat, authority, council } = town
  const point = await givenItem(town, dear)
  const meeting = await authority.as(secretariat, () =>
    planMeeting({
      ...{ organId: council.id, place: 'Ici', held: false },
      startsAt: Temporal.Now.instant().add({ hours: 24 * 20 }),
    }),
  )
  const path = `/deliberations/items/${point.id}`
  const sent = { meeting_id: meeting.id }
  const refused = await secretariat.visitor.api('POST', `${path}/presentation`, sent)
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('est attendu')])
  expect((await secretariat.visitor.post(`${path}/presentation`, sent)).status).toBe(409)
  const bulk = await refusal(authority.as(secretariat, () => presentMany([point], meeting)))
  expect(bulk.status).toBe(409)
  const acts = await secretariat.visitor.api('POST', '/deliberations/items/acts', {
    ...{ verb: 'present', ids: [point.id], ...sent },
  })
  expect([acts.status, (await only(point)).state]).not.toEqual([200, 'given'])
  expect((await secretariat.visitor.api('GET', path)).json<{ state: string }>().state).toBe(
    'validated',
  )
  await later(await only(point), 40)
  expect(await only(point)).toMatchObject({ status: 'timed_out' })
  const presented = await secretariat.visitor.api('POST', `${path}/presentation`, sent)
  expect(presented.json()).toMatchObject({ state: 'presented' })
})

test('D07 an advice that was given is never taken away, and one asked by rule is not taken back', async () => {
  const point = await givenItem(town, dear, 'proposed')
  const advice = await only(point)
  expect((await step(town.agent, advice, 'withdraw')).status).toBe(409)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  expect((await step(finances, advice, 'withdraw')).status).toBe(409)
  const history = mainWords(await finances.visitor.get(`/advices/advices/${advice.id}`))
  expect(history).toContain('a rendu l’avis')
  await expect(
    town.authority.asSystem(async () => {
      await sql`update commons.advice_version set words = ''`.execute(db())
    }),
  ).rejects.toThrow(/permission denied/)
})

test('D08 the day on which it was given stays when it is corrected', async () => {
  const point = await givenItem(town, dear, 'proposed')
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  const day = today().subtract({ days: 30 }).toString()
  await later(advice, 30)
  await draft(finances, advice, 'negative', '<p>Erreur de plume</p>')
  expect((await step(finances, advice, 'correct')).json()).toMatchObject({
    ...{ value: 'negative', given_on: day },
  })
  const { versions } = (await act(finances, 'GET', `/advices/${advice.id}`)).json<{
    versions: { number: number; value: string; given_on: string }[]
  }>()
  expect(versions.map(({ number, value }) => [number, value])).toEqual([
    [2, 'negative'],
    [1, 'positive'],
  ])
})

test('D09 an advice keeps the text on which it was given, and says that it has changed since', async () => {
  const point = await givenItem(
    town,
    { ...dear, motivation: '<p>Vu le premier devis</p>' },
    'proposed',
  )
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  const path = `/advices/advices/${advice.id}`
  expect((await finances.visitor.get(path)).text).not.toContain('Le texte a changé')
  const item = `/deliberations/items/${point.id}`
  const { version } = (await town.head.visitor.api('GET', item)).json<{ version: number }>()
  await town.head.visitor.api('PUT', item, { version, motivation: '<p>Vu le second devis</p>' })
  const page = mainWords(await finances.visitor.get(path))
  expect(page).toContain('Le texte a changé depuis que l’avis est rendu')
  expect(page).toContain('Vu le premier devis')
})

test('asked again, it is due anew; what it said stays among its versions', async () => {
  const point = await givenItem(town, dear, 'proposed')
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  expect((await step(finances, advice, 'ask_again')).status).toBe(403)
  expect((await step(town.agent, advice, 'ask_again')).json()).toMatchObject({
    ...{ status: 'still_time', value: null, given_on: null },
  })
  await draft(finances, advice, 'negative', '<p>Le devis a doublé</p>')
  await step(finances, advice, 'give')
  const { versions } = (await act(town.agent, 'GET', `/advices/${advice.id}`)).json<{
    versions: { value: string }[]
  }>()
  expect(versions.map(({ value }) => value)).toEqual(['negative', 'positive'])
})

test('D14 an act says by a paragraph of its own how the opinion came out', async () => {
  const [given, late, own] = [
    await givenItem(town, dear, 'proposed'),
    await givenItem(town, dear, 'proposed'),
    await givenItem(town, {}, 'proposed'),
  ]
  await draft(finances, await only(given), 'positive')
  await step(finances, await only(given), 'give')
  await later(await only(late), 40)
  const [offer] = (await on(own, finances)).may_offer ?? []
  // The financial director sees no point that nobody brought to them.
  expect(offer).toBeUndefined()
  const said = await town.authority.asSystem(() => paragraphsOf([given.id, late.id, own.id]))
  expect(said.get(given.id)).toEqual([
    expect.stringMatching(/^Vu l’avis favorable du directeur financier, demandé le/),
  ])
  expect(said.get(late.id)).toEqual([
    expect.stringMatching(/n’a pas été rendu dans le délai prescrit/),
  ])
  expect(said.get(own.id)).toBeUndefined()
})

test('urgency makes it 5 working days and a motivated demand of the director 20, once', async () => {
  const [urgent, long] = [
    await givenItem(town, dear, 'proposed'),
    await givenItem(town, dear, 'proposed'),
  ]
  const [first, second] = [await only(urgent), await only(long)]
  const delay = (who: TestPerson, { id }: { id: string }, name: string, comment = 'Motif') =>
    act(who, 'POST', `/advices/${id}/delay`, { delay: name, comment })
  expect((await delay(finances, first, 'urgent')).status).toBe(403)
  expect((await delay(town.agent, first, 'urgent', '')).status).toBe(422)
  const shorter = (await delay(town.agent, first, 'urgent')).json<Told>()
  expect(String(shorter.due_on) < String(first.due_on)).toBe(true)
  const longer = (await delay(finances, second, 'extended')).json<Told>()
  expect(String(longer.due_on) > String(second.due_on)).toBe(true)
  expect((await delay(finances, second, 'extended')).status).toBe(409)
})

test('its time has passed by the calendar, whatever anybody did: then it is given no more', async () => {
  const point = await givenItem(town, dear, 'proposed')
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await later(advice, 40)
  const refused = await step(finances, advice, 'give')
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('Le délai a pris fin'),
  ])
})

test('who gives it is told in time, and who asked too that the time has passed; once each', async () => {
  const point = await givenItem(town, dear, 'proposed')
  const advice = await only(point)
  const { database } = await ground()
  const told = async (who: TestPerson) =>
    (await who.visitor.api('GET', '/notices'))
      .json<{ notices: { dossier_id: string; words: string | null }[] }>()
      .notices.filter(({ dossier_id }) => dossier_id === advice.id)
      .map(({ words }) => words ?? '')
  const morning = async () => {
    for (const timer of advicesModule.timers ?? []) await atItsTime(database, timer)
    await town.authority.drain()
  }
  await later(advice, 13)
  await morning()
  await morning()
  expect((await told(finances)).filter((words) => words.startsWith('Avis à rendre'))).toHaveLength(
    1,
  )
  await later(advice, 40)
  await morning()
  await morning()
  expect((await told(town.agent)).filter((words) => words.includes('non rendu'))).toHaveLength(1)
})

test('a point that follows another inherits its advices, which may be asked again', async () => {
  const point = await givenItem(town, dear)
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  const [heir] = await onItem(town, town.secretariat, point, (item) =>
    copyMany([{ of: item }], 'validated'),
  )
  if (!heir) throw new Error('Nothing came back')
  expect(await only(heir)).toMatchObject({ state: 'given', value: 'positive', inherited: true })
  expect((await step(town.agent, await only(heir), 'ask_again')).json()).toMatchObject({
    ...{ state: 'running', inherited: false },
  })
})
