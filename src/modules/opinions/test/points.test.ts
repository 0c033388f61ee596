import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { atItsTime } from '#kernel/jobs'
import { today } from '#commons/clock'
import { ground, type TestPerson } from '#test/harness'
import { tellOfDays } from '../../../commons/advices/reminding.ts'
import {
  givenItem,
  givenTown,
  mainWords,
  onItem,
  refusal,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { bringBack } from '../../deliberations/coming-back.ts'
import { presentMany } from '../../deliberations/order.ts'
import { planMeeting } from '../../deliberations/planning.ts'
import { paragraphsOf } from '#commons/advices'

let town: Town
let finances: TestPerson
let lawyer: TestPerson
let administrator: TestPerson
let legal: string
beforeAll(async () => {
  town = await givenTown()
  const { authority } = town
  legal = await authority.service('Juridique')
  finances = await authority.person({ roles: ['agent', 'financial_director'] })
  lawyer = await authority.person({ roles: ['agent'], in: legal })
  administrator = await authority.person({ roles: ['agent', 'administrator'] })
})

interface Told {
  id: string
  state: string
  status: string
  nature: string
  due_on: string | null
  started_on: string | null
  value: string | null
  given_on: string | null
  why: string
  inherited: boolean
  draft_value?: string | null
}

const on = async ({ id }: { id: string }, who = town.agent) =>
  (await who.visitor.api('GET', `/advices/of/${id}`)).json<{
    items: Told[]
    may_ask: { id: string; title: string }[]
    may_offer: { id: string; title: string }[]
  }>()
const only = async (item: { id: string }, who = town.agent): Promise<Told> => {
  const [one] = (await on(item, who)).items
  if (!one) throw new Error('No advice is there')
  return one
}
const act = (who: TestPerson, method: string, path: string, body?: object) =>
  who.visitor.api(method, `/advices${path}`, body)
const step = (who: TestPerson, { id }: { id: string }, verb: string, comment = 'Parce que') =>
  act(who, 'POST', `/advices/${id}/steps`, { verb, comment })
const draft = (who: TestPerson, { id }: { id: string }, value: string, words = '') =>
  act(who, 'PUT', `/advices/${id}/draft`, { draft_value: value, draft_words: words })

const plainType = {
  ...{ about: 'deliberations.item', nature: 'optional', days: 7, unit: 'working' },
  offers: ['positive', 'negative', 'nil'],
}
let made = 0
/** A kind of advice of the lawyers. */
async function givenType(more: object = {}): Promise<{ id: string; title: string }> {
  const title = `Avis juridique ${(made += 1)}`
  const sent = { ...plainType, title, giver: `service:${legal}`, ...more }
  const written = await act(administrator, 'POST', '/types', sent)
  expect(written.status).toBe(201)
  return { id: written.json<{ id: string }>().id, title }
}
const ended = (type: { id: string }) =>
  act(administrator, 'POST', `/types/${type.id}/steps`, { verb: 'end', comment: '' })

/** Days pass, for what is asked of a dossier. */
async function later(advice: { id: string }, days: number): Promise<void> {
  const { database } = await ground()
  await database.owner.query('update commons.dossier set due_on = due_on - $2::int where id = $1', [
    advice.id,
    days,
  ])
  await database.owner.query(
    'update commons.advice set alert_on = alert_on - $2::int, started_on = started_on - $2::int where id = $1',
    [advice.id, days],
  )
}

const dear: Sketch = { amount: 2_200_001 }

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
      const { db } = await import('#kernel/db')
      await sql`update commons.advice_version set words = ''`.execute(db())
    }),
  ).rejects.toThrow(/permission denied/)
})

test('D08 the day on which it was given stays when it is corrected', async () => {
  const point = await givenItem(town, dear, 'proposed')
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  const { database } = await ground()
  await database.owner.query("update commons.advice set given_on = '2026-01-05' where id = $1", [
    advice.id,
  ])
  await draft(finances, advice, 'negative', '<p>Erreur de plume</p>')
  expect((await step(finances, advice, 'correct')).json()).toMatchObject({
    ...{ value: 'negative', given_on: '2026-01-05' },
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
      .json<{ notices: { dossier_id: string; words: string }[] }>()
      .notices.filter(({ dossier_id }) => dossier_id === advice.id)
      .map(({ words }) => words)
  const morning = async () => {
    await atItsTime(database, tellOfDays)
    await town.authority.drain()
  }
  await database.owner.query('update commons.advice set alert_on = current_date where id = $1', [
    advice.id,
  ])
  await morning()
  await morning()
  expect((await told(finances)).filter((words) => words.startsWith('Avis à rendre'))).toHaveLength(
    1,
  )
  await later(advice, 40)
  await database.owner.query('update commons.advice set told_on = told_on - 41 where id = $1', [
    advice.id,
  ])
  await morning()
  await morning()
  expect((await told(town.agent)).filter((words) => words.includes('non rendu'))).toHaveLength(1)
})

test('a point that follows another inherits its advices, which may be asked again', async () => {
  const point = await givenItem(town, dear)
  const advice = await only(point)
  await draft(finances, advice, 'positive')
  await step(finances, advice, 'give')
  const [heir] = await onItem(town, town.secretariat, point, (item) => bringBack([item]))
  if (!heir) throw new Error('Nothing came back')
  expect(await only(heir)).toMatchObject({ state: 'given', value: 'positive', inherited: true })
  expect((await step(town.agent, await only(heir), 'ask_again')).json()).toMatchObject({
    ...{ state: 'running', inherited: false },
  })
})

test('a text of a kind of advice names only what stands for something', async () => {
  const sent = { ...plainType, title: 'Faux', giver: 'role:agent', given_text: 'Vu {avis}' }
  const refused = await act(administrator, 'POST', '/types', sent)
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('{avis}')])
})
