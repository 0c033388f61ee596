import { beforeAll, expect, test } from 'vitest'
import { today } from '#commons/clock'
import { annexesOf } from '#commons/annexes'
import {
  givenItem,
  givenMeeting,
  givenPoint,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  type Town,
} from './council.ts'
import { adoptUnanimously, decide } from '#modules/votes'
import { successorsOf } from '../followed.ts'
import { meetingOf } from '../order.ts'
import { stepMeeting } from '../meeting-steps.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const call = (method: string, path: string, body?: object) =>
  town.secretariat.visitor.api(method, `/deliberations${path}`, body)
const page = async (path: string) =>
  mainWords(await town.secretariat.visitor.get(`/deliberations${path}`))
const close = (meeting: { id: string }) =>
  onMeeting(town, town.secretariat, meeting, (found) =>
    stepMeeting(found, { verb: 'close', comment: '' }),
  )
const decided = (item: { id: string }, verb: 'delay' | 'remove') =>
  onItem(town, town.secretariat, item, async (found) => decide(found, await meetingOf(found), verb))

/** The points that follow one, as the API tells them. */
async function followers(item: { id: string }) {
  const found = await town.authority.asSystem(() => successorsOf([item]))
  const read = []
  for (const { id } of found)
    read.push((await call('GET', `/items/${id}`)).json<{ id: string; state: string }>())
  return read
}

test('a point that was put off comes back with its annexes when its meeting closes; each names the other (D10, C20)', async () => {
  const { meeting, item } = await givenPoint(town, { title: 'Un pont reporté' })
  const files = [new File(['Le plan du pont'], 'plan.txt')]
  const added = await town.secretariat.visitor.post(`/deliberations/items/${item.id}/annexes`, {
    files,
  })
  expect(added.status).toBe(303)
  await decided(item, 'delay')
  expect(await followers(item)).toEqual([])
  await close(meeting)
  const [copy, ...others] = await followers(item)
  expect(others).toEqual([])
  expect(copy).toMatchObject({ state: 'validated' })
  expect(await page(`/items/${item.id}`)).toContain('a repris ce point')
  expect(await page(`/items/${copy?.id}`)).toContain('fait suite à ce point')
  const annexes = await town.authority.asSystem(() => annexesOf(copy?.id ?? ''))
  expect(annexes.map(({ file_name }) => file_name)).toEqual(['plan.txt'])
})

test('a point that was taken off comes back by hand, to wait or to be rewritten, and once', async () => {
  const { meeting, item } = await givenPoint(town, { title: 'Un pont retiré' })
  await decided(item, 'remove')
  expect((await call('POST', `/items/${item.id}/return`, {})).status).toBe(409)
  await close(meeting)
  expect(await followers(item)).toEqual([])
  const back = await call('POST', `/items/${item.id}/return`, { state: 'created' })
  expect(back.json()).toMatchObject({ state: 'created', predecessor_id: item.id })
  expect((await call('POST', `/items/${item.id}/return`, {})).status).toBe(409)
  // Its author rewrites it, as what they wrote.
  const { id } = back.json<{ id: string }>()
  expect((await town.agent.visitor.get(`/deliberations/items/${id}/edit`)).status).toBe(200)
})

test('a closed meeting is opened again with a reason, and a point that came back is not decided anew there', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [{ title: 'Pont A' }, { title: 'Pont B' }],
  })
  const [first, second] = points
  if (!first || !second) throw new Error('The meeting has no points')
  await decided(first, 'delay')
  await onItem(town, town.secretariat, second, async (found) =>
    adoptUnanimously(found, await meetingOf(found)),
  )
  await close(meeting)
  const steps = `/meetings/${meeting.id}/steps`
  expect((await call('POST', steps, { verb: 'reopen' })).status).toBe(422)
  const why = { verb: 'reopen', comment: 'Erreur dans le point 2' }
  expect((await call('POST', steps, why)).json()).toMatchObject({ state: 'decided' })
  expect((await call('GET', `/meetings/${meeting.id}/history`)).text).toContain(why.comment)
  const anew = (id: string) => call('POST', `/items/${id}/decision`, { verb: 'reopen' })
  expect((await anew(first.id)).status).toBe(409)
  expect((await anew(second.id)).status).toBe(200)
})

test('a meeting that is called off before its agenda is frozen leaves its hour and its points', async () => {
  const { meeting, points } = await givenMeeting(town, {
    day: '2031-03-06',
    until: 'created',
    items: [{ title: 'Pont C' }],
  })
  const off = { verb: 'cancel', comment: 'Neige' }
  expect((await call('POST', `/meetings/${meeting.id}/steps`, off)).json()).toMatchObject({
    state: 'cancelled',
  })
  expect((await call('GET', `/items/${points[0]?.id}`)).json()).toMatchObject({
    state: 'validated',
    meeting_id: null,
  })
  const again = { organ_id: town.council.id, starts_at: '2031-03-06T20:00', place: '' }
  expect((await call('POST', '/meetings', again)).status).toBe(201)
  expect((await call('POST', '/meetings', again)).status).toBe(422)
})

test('before anybody is convoked day, hour and place change freely, and what follows from the day with them (A20)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    day: '2031-04-10',
    until: 'frozen',
    items: [{ title: 'Pont D' }],
  })
  const to = { starts_at: '2031-04-17T19:00', place: 'École' }
  const moved = await call('PUT', `/meetings/${meeting.id}/arrangement`, to)
  expect(moved.json()).toMatchObject({
    title: 'Conseil communal du jeudi 17 avril 2031',
    place: 'École',
  })
  const { reference } = (await call('GET', `/items/${points[0]?.id}`)).json<{ reference: string }>()
  expect(reference).toBe('CC/20310417-1')
  expect((await call('GET', `/meetings/${meeting.id}/history`)).text).toContain('École')
})

test('a meeting in the past is one that was held, and says so', async () => {
  const past = {
    organ_id: town.college.id,
    starts_at: `${today().subtract({ days: 9 }).toString()}T20:00`,
    place: '',
  }
  const refused = await call('POST', '/meetings', past)
  expect(refused.json()).toMatchObject({
    errors: { starts_at: [expect.stringContaining('déjà tenue')] },
  })
  expect((await call('POST', '/meetings', { ...past, held: true })).status).toBe(201)
  const ahead = { ...past, starts_at: `${today().add({ days: 9 }).toString()}T20:00`, held: true }
  expect((await call('POST', '/meetings', ahead)).status).toBe(422)
})

test('a point is abandoned with a reason, and taken up again', async () => {
  const item = await givenItem(town, { title: 'Pont E' })
  const step = (verb: string, comment = '') =>
    call('POST', `/items/${item.id}/steps`, { verb, comment })
  expect((await step('cancel')).status).toBe(422)
  expect((await step('cancel', 'Sans objet')).json()).toMatchObject({ state: 'cancelled' })
  expect((await town.councillor.visitor.get(`/deliberations/items/${item.id}`)).status).toBe(404)
  expect((await step('restore')).json()).toMatchObject({ state: 'created' })
})

test('a level where nobody can act is skipped, by any door, and history says so', async () => {
  const service = await town.authority.service('Cimetières')
  const { visitor } = await town.authority.person({ in: service })
  const written = await visitor.api('POST', '/deliberations/items', {
    ...{ title: 'Concession', organ_id: town.council.id, service_id: service },
    ...{ category_id: town.roads, motivation: 'Vu', decision: 'D’accorder' },
  })
  const { id } = written.json<{ id: string }>()
  const sent = await visitor.api('POST', `/deliberations/items/${id}/steps`, { verb: 'propose' })
  expect(sent.json()).toMatchObject({ state: 'proposed', level: 'Direction générale' })
  expect(mainWords(await visitor.get(`/deliberations/items/${id}`))).toContain('sans personne')
})

test('the way to the vote is shown once the sitting is open, not weeks before', async () => {
  const frozen = await givenMeeting(town, {
    day: '2031-05-08',
    until: 'frozen',
    items: [{ title: 'Pont F' }],
  })
  expect(await page(`/items/${frozen.points[0]?.id}`)).not.toContain('Voter')
  const { item } = await givenPoint(town, { title: 'Pont G' })
  expect(await page(`/items/${item.id}`)).toContain('Voter')
})
