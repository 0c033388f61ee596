import { expect, test } from 'vitest'
import { today } from '#commons/clock'
import { givenItem } from '../../deliberations/test/council.ts'
import { dear, givenAdvisers, type Told } from './advisers.ts'

const {
  town,
  legal,
  finances,
  lawyer,
  administrator,
  on,
  only,
  act,
  step,
  draft,
  plainType,
  givenType,
  ended,
  later,
} = await givenAdvisers()

test('above the amount of the law the opinion of the financial director is asked by itself, with 10 working days and their article', async () => {
  const dearPoint = await givenItem(town, dear, 'proposed')
  expect(await only(dearPoint)).toMatchObject({
    ...{ state: 'running', status: 'still_time', nature: 'automatic' },
    started_on: today().toString(),
    why: expect.stringContaining('L1124-40'),
  })
  const cheap = await givenItem(town, { amount: 2_200_000 }, 'proposed')
  expect((await on(cheap)).items).toEqual([])
  const none = await givenItem(town, {}, 'proposed')
  expect((await on(none)).items).toEqual([])
})

test('an advice that must favour stops its point with any other, and after its time too', async () => {
  const type = await givenType({ nature: 'mandatory', must_favour: true })
  const point = await givenItem(town)
  const advice = await only(point)
  const present = async () =>
    (await town.secretariat.visitor.get(`/deliberations/items/${point.id}`)).text
  await later(advice, 40)
  expect(await present()).toContain('est attendu jusqu’au')
  await later(advice, -40)
  await draft(lawyer, advice, 'negative', '<p>Illégal</p>')
  expect((await step(lawyer, advice, 'give')).status).toBe(200)
  expect(await present()).toContain('n’est pas favorable')
  await ended(type)
  expect(await present()).not.toContain('n’est pas favorable')
})

test('what is being written is read by those who give it alone, and by all once it is given', async () => {
  const type = await givenType()
  const point = await givenItem(town, {}, 'proposed')
  const asked = await act(town.agent, 'POST', `/of/${point.id}`, {
    ...{ type_id: type.id, reason: 'Marché litigieux' },
  })
  expect([asked.status, asked.json<Told>().status]).toEqual([201, 'still_time'])
  const advice = await only(point)
  expect((await draft(lawyer, advice, 'negative', '<p>Brouillon caché</p>')).status).toBe(200)
  expect(await only(point)).not.toHaveProperty('draft_value')
  const page = `/advices/advices/${advice.id}`
  expect((await town.agent.visitor.get(page)).text).not.toContain('Brouillon caché')
  expect((await lawyer.visitor.get(page)).text).toContain('Brouillon caché')
  expect((await draft(town.accountant, advice, 'positive')).status).toBe(404)
  expect((await step(lawyer, advice, 'give')).json<Told>()).toMatchObject({ value: 'negative' })
  expect((await town.agent.visitor.get(page)).text).toContain('Brouillon caché')
})

test('an adviser sees the point from the day on which it is theirs to answer, and finds it in their inbox with its reason', async () => {
  const type = await givenType()
  const point = await givenItem(town, {}, 'created')
  await act(town.agent, 'POST', `/of/${point.id}`, { type_id: type.id })
  expect((await lawyer.visitor.get(`/deliberations/items/${point.id}`)).status).toBe(404)
  expect(await only(point)).toMatchObject({ status: 'not_yet_giveable', due_on: null })
  await town.agent.visitor.api('POST', `/deliberations/items/${point.id}/steps`, {
    verb: 'propose',
  })
  const advice = await only(point)
  expect(advice.status).toBe('still_time')
  expect((await lawyer.visitor.get(`/deliberations/items/${point.id}`)).status).toBe(200)
  const inbox = (await lawyer.visitor.get('/inbox?when=later')).text
  expect(inbox).toContain(`/advices/advices/${advice.id}`)
  // Sent back, the clock stands still and the point is its service’s own again.
  await town.head.visitor.api('POST', `/deliberations/items/${point.id}/steps`, {
    ...{ verb: 'send_back', comment: 'À revoir' },
  })
  expect(await only(point)).toMatchObject({ status: 'stopped_still_time' })
  expect((await lawyer.visitor.get(`/deliberations/items/${point.id}`)).status).toBe(404)
})

test('D05 who is not asked gives no advice, nor edits that of others; an own initiative is for kinds that allow it', async () => {
  const [type, free] = [await givenType(), await givenType({ uninvited: true })]
  const point = await givenItem(town, {}, 'proposed')
  const offered = (id: string, who = finances) =>
    act(who, 'POST', `/of/${point.id}/own`, { type_id: id })
  expect((await offered(type.id)).status).toBe(404)
  // Whoever cannot see the point cannot begin one; the head of the works sees it and gives none.
  expect((await offered(free.id, town.head)).status).toBe(403)
  const other = await givenType({ giver: `service:${town.works}`, uninvited: true })
  const begun = await offered(other.id, town.head)
  expect([begun.status, begun.json<Told>().nature]).toEqual([201, 'own'])
  await act(town.agent, 'POST', `/of/${point.id}`, { type_id: type.id })
  const advice = (await on(point)).items.find(({ nature }) => nature === 'optional')
  expect(advice && (await draft(town.head, advice, 'positive')).status).toBe(403)
  expect(advice && (await step(town.head, advice, 'give')).status).toBe(403)
})

test('D06 what a rule asked is taken back where the rule asks it no more, but not once it is given', async () => {
  const { agent } = town
  const edit = async (id: string, amount: number | null) => {
    const path = `/deliberations/items/${id}`
    const { version } = (await town.head.visitor.api('GET', path)).json<{ version: number }>()
    return town.head.visitor.api('PUT', path, { version, amount })
  }
  const [open, done] = [
    await givenItem(town, dear, 'proposed'),
    await givenItem(town, dear, 'proposed'),
  ]
  await draft(finances, await only(done), 'positive')
  expect((await step(finances, await only(done), 'give')).status).toBe(200)
  expect((await edit(open.id, 10_00)).status).toBe(200)
  expect((await edit(done.id, 10_00)).status).toBe(200)
  expect((await on(open, agent)).items).toEqual([])
  expect(await only(done, agent)).toMatchObject({ state: 'given', value: 'positive' })
  await edit(open.id, dear.amount ?? null)
  expect(await only(open, agent)).toMatchObject({ state: 'running' })
})

test('D11 a confidential advice is for who asks and who gives it; the organ does not see it', async () => {
  const type = await givenType({ confidential: true })
  const point = await givenItem(town, {}, 'proposed')
  await act(town.agent, 'POST', `/of/${point.id}`, { type_id: type.id })
  const advice = await only(point)
  await draft(lawyer, advice, 'positive')
  await step(lawyer, advice, 'give')
  const others = [town.mayor, town.councillor, town.accountant]
  for (const who of others)
    expect((await who.visitor.get(`/advices/advices/${advice.id}`)).status).toBe(404)
  expect((await town.secretariat.visitor.get(`/advices/advices/${advice.id}`)).status).toBe(200)
})

test('D12 an advice is asked once of its kind, and once of those who give it', async () => {
  const [one, other] = [await givenType(), await givenType()]
  const point = await givenItem(town, {}, 'proposed')
  const ask = (type_id: string) => act(town.agent, 'POST', `/of/${point.id}`, { type_id })
  expect((await ask(one.id)).status).toBe(201)
  expect((await ask(one.id)).status).toBe(422)
  expect((await ask(other.id)).status).toBe(422)
  const [twin, again] = await Promise.all(
    [0, 1].map(async () => {
      const type = await givenType({ giver: `service:${town.finance}` })
      return (await ask(type.id)).status
    }),
  )
  expect([twin, again].toSorted()).toEqual([201, 422])
})

test('D13 who gives a kind of advice and on what is not changed once it was asked', async () => {
  const type = await givenType()
  const rewrite = async (given: object) => {
    const path = `/types/${type.id}`
    const { version } = (await act(administrator, 'GET', path)).json<{ version: number }>()
    return act(administrator, 'PUT', path, { version, ...given })
  }
  expect((await rewrite({ giver: `service:${town.finance}` })).status).toBe(200)
  const point = await givenItem(town, {}, 'proposed')
  await act(town.agent, 'POST', `/of/${point.id}`, { type_id: type.id })
  const refused = await rewrite({ giver: `service:${legal}` })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('déjà été demandé')])
  expect((await rewrite({ days: 12 })).status).toBe(200)
  expect(
    (await act(town.agent, 'POST', '/types', { ...plainType, title: 'X', giver: 'role:agent' }))
      .status,
  ).toBe(403)
})

test('a text of a kind of advice names only what stands for something', async () => {
  const sent = { ...plainType, title: 'Faux', giver: 'role:agent', given_text: 'Vu {avis}' }
  const refused = await act(administrator, 'POST', '/types', sent)
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('{avis}')])
})
