import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { releaseAll } from '#modules/preparation'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

interface Told {
  state: string
  open: string[]
  steps: { verb: string; comment: string; by: string }[]
}
interface Prepared {
  taken_by: { person_id: string } | null
  emergency: Told
  completeness: Told
}

type Point = { id: string }
const of = async (who: TestPerson, { id }: Point) =>
  (await who.visitor.api('GET', `/preparation/of/${id}`)).json<Prepared>()
const say = async (who: TestPerson, { id }: Point, verb: string, comment = 'Parce que') => {
  const [cycle] = verb.split('_')
  return (await who.visitor.api('POST', `/preparation/of/${id}/${cycle}`, { verb, comment })).status
}
const take = async (who: TestPerson, { id }: Point, verb = 'take_over') =>
  (await who.visitor.api('POST', `/preparation/of/${id}/taking`, { verb })).status
const step = (who: TestPerson, { id }: Point, verb: string, comment = '') =>
  who.visitor.api('POST', `/deliberations/items/${id}/steps`, { verb, comment })

test('C15 asking for urgency needs a comment, the asker may only take it back, the secretariat alone decides; each step is kept', async () => {
  const point = await givenItem(town, {}, 'created')
  expect(await say(town.agent, point, 'emergency_ask', ' ')).toBe(422)
  expect(await say(town.agent, point, 'emergency_accept')).toBe(403)
  expect(await say(town.agent, point, 'emergency_ask', 'Le toit fuit')).toBe(200)
  expect((await of(town.agent, point)).emergency).toMatchObject({
    state: 'asked',
    open: ['emergency_withdraw'],
  })
  expect(await say(town.agent, point, 'emergency_ask')).toBe(409)
  expect(await say(town.head, point, 'emergency_withdraw')).toBe(403)
  expect(await say(town.agent, point, 'emergency_withdraw')).toBe(200)
  expect(await say(town.agent, point, 'emergency_ask', 'Le toit fuit encore')).toBe(200)
  await step(town.agent, point, 'propose')
  await step(town.head, point, 'endorse')
  await step(town.dg, point, 'validate')
  expect(await say(town.secretariat, point, 'emergency_refuse', 'Il attendra')).toBe(200)
  expect(await say(town.secretariat, point, 'emergency_accept', 'Non, c’est vrai')).toBe(200)
  const { emergency } = await of(town.agent, point)
  expect(emergency.state).toBe('accepted')
  expect(emergency.steps.map(({ verb }) => verb).toReversed()).toEqual([
    ...['emergency_ask', 'emergency_withdraw', 'emergency_ask'],
    ...['emergency_refuse', 'emergency_accept'],
  ])
  const page = mainWords(await town.agent.visitor.get(`/deliberations/items/${point.id}`))
  expect(page).toContain('a accepté l’urgence')
  expect(page).toContain('L’organe déclare encore lui-même l’urgence en séance')
})

test('C16 who examines a point says whether it is complete; who writes it may only ask again once it was found incomplete', async () => {
  const point = await givenItem(town, {}, 'created')
  expect(await say(town.agent, point, 'completeness_complete')).toBe(403)
  expect(await say(town.agent, point, 'completeness_ask')).toBe(409)
  expect(await say(town.head, point, 'completeness_incomplete', 'Il manque le devis')).toBe(200)
  expect((await of(town.agent, point)).completeness.open).toEqual(['completeness_ask'])
  expect(await say(town.agent, point, 'completeness_ask', 'Le voici')).toBe(200)
  expect(await say(town.accountant, point, 'completeness_ask')).toBe(404)
  await step(town.agent, point, 'propose')
  expect(await say(town.agent, point, 'completeness_complete')).toBe(403)
  expect(await say(town.head, point, 'completeness_complete', 'Tout y est')).toBe(200)
})

test('an incomplete point is not presented, and says why', async () => {
  const { meeting } = await givenMeeting(town, { items: [], until: 'created' })
  const point = await givenItem(town)
  const present = () =>
    town.secretariat.visitor.api('POST', `/deliberations/items/${point.id}/presentation`, {
      meeting_id: meeting.id,
    })
  await say(town.secretariat, point, 'completeness_incomplete', 'Le plan manque')
  const refused = await present()
  expect([refused.status, refused.text.includes('trouvé incomplet')]).toEqual([409, true])
  await say(town.secretariat, point, 'completeness_complete', 'Le voici')
  expect((await present()).status).toBe(200)
})

test('C17 who takes a point over has it where it stands; it is free elsewhere, and theirs again when it comes back', async () => {
  const point = await givenItem(town, {}, 'proposed')
  expect(await take(town.agent, point)).toBe(403)
  expect(await take(town.head, point)).toBe(200)
  expect(await take(town.head, point)).toBe(409)
  const holder = async () => (await of(town.head, point)).taken_by?.person_id
  expect(await holder()).toBe(town.head.id)
  await step(town.head, point, 'endorse')
  expect(await holder()).toBeUndefined()
  await step(town.dg, point, 'step_back', 'À revoir')
  expect(await holder()).toBe(town.head.id)
  expect(await take(town.head, point, 'release')).toBe(200)
  expect(await holder()).toBeUndefined()
  const sent = await town.head.visitor.post(`/preparation/of/${point.id}/taking`, {
    verb: 'take_over',
  })
  expect(sent.status).toBe(303)
  const page = mainWords(await town.agent.visitor.get(`/deliberations/items/${point.id}`))
  expect(page).toContain('Prise en charge')
  expect(page).toContain('a pris le point en charge')
})

test('the points in preparation are listed over all organs to whoever sees them, and what somebody who is away has in hand is given back', async () => {
  const [mine, other] = [
    await givenItem(town, { title: 'En main' }, 'proposed'),
    await givenItem(town, { title: 'Urgent' }, 'created'),
  ]
  await take(town.head, mine)
  await say(town.agent, other, 'emergency_ask')
  const listed = async (who: TestPerson) =>
    (await who.visitor.api('GET', '/preparation/points')).items<{
      title: string
      emergency: string
      taken_by: string
    }>()
  const told = (await listed(town.dg)).map(({ title, emergency, taken_by }) => [
    title,
    emergency,
    taken_by !== '',
  ])
  expect(told.toSorted()).toEqual([
    ['En main', '', true],
    ['Urgent', 'asked', false],
  ])
  expect(await listed(town.accountant)).toEqual([])
  await step(town.head, mine, 'endorse')
  await take(town.dg, mine)
  expect(await town.authority.asSystem(() => releaseAll(town.head.id))).toBe(0)
  expect(await town.authority.asSystem(() => releaseAll(town.dg.id))).toBe(1)
  expect((await of(town.dg, mine)).taken_by).toBeNull()
  await step(town.dg, mine, 'step_back', 'À revoir')
  expect((await of(town.head, mine)).taken_by).toBeNull()
})

test('C08 marginal notes are written after a decision and after closing too, while the words of the point are not; others do not read them', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [{ purpose: 'takes_note', poll_type: 'no_vote' }],
  })
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  const api = (who: TestPerson, path: string, body: object, method = 'POST') =>
    who.visitor.api(method, path, body)
  await api(town.secretariat, `/deliberations/items/${point.id}/decision`, { verb: 'accept' })
  const steps = `/deliberations/meetings/${meeting.id}/steps`
  expect((await api(town.secretariat, steps, { verb: 'close' })).status).toBe(200)
  const note = (who: TestPerson, words: string) =>
    api(who, `/preparation/of/${point.id}/note`, { words })
  expect((await note(town.secretariat, 'Le demandeur a rappelé')).status).toBe(200)
  expect((await note(town.agent, 'Moi aussi')).status).toBe(403)
  const notes = async (who: TestPerson) =>
    (await who.visitor.api('GET', `/preparation/of/${point.id}`)).json<{ notes: string | null }>()
      .notes
  expect([await notes(town.secretariat), await notes(town.agent)]).toEqual([
    'Le demandeur a rappelé',
    null,
  ])
  const rewritten = await api(
    town.secretariat,
    `/deliberations/items/${point.id}`,
    { motivation: 'Autre', version: 1 },
    'PUT',
  )
  expect([403, 409]).toContain(rewritten.status)
  const page = (who: TestPerson) => who.visitor.get(`/deliberations/items/${point.id}`)
  expect(mainWords(await page(town.secretariat))).toContain('Le demandeur a rappelé')
  expect(mainWords(await page(town.agent))).not.toContain('Le demandeur a rappelé')
  const stale = await town.secretariat.visitor.post(`/preparation/of/${point.id}/note`, {
    ...{ words: 'Par-dessus', edition: 'made-before' },
  })
  expect(stale.status).toBe(409)
})
