import { beforeEach, expect, test } from 'vitest'
import { givenItem, givenMeeting, givenTown, seen, type Town } from './council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

type Named = { id: string }
const stepMeeting = ({ id }: Named, verb: string, comment = '') =>
  town.secretariat.visitor.api('POST', `/deliberations/meetings/${id}/steps`, { verb, comment })
const decide = ({ id }: Named, verb: string) =>
  town.secretariat.visitor.api('POST', `/deliberations/items/${id}/decision`, { verb })
const present = (item: Named, meeting: Named) =>
  town.secretariat.visitor.api('POST', `/deliberations/items/${item.id}/presentation`, {
    meeting_id: meeting.id,
  })
const stateOf = async (item: Named) => (await seen(town, item)).state
const heard = { purpose: 'takes_note', poll_type: 'no_vote' } as const

test('C07 a point that joins an agenda which stands is late and fixed with it; the others stay what they were', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'frozen' })
  const late = await givenItem(town, { title: 'En urgence' })
  expect((await present(late, meeting)).status).toBe(200)
  expect(await seen(town, late)).toMatchObject({ state: 'frozen', list_type: 'late' })
  const [first] = points
  expect(first && (await seen(town, first))).toMatchObject({ state: 'frozen', list_type: 'normal' })
})

test('C09 as long as a point is not decided the secretariat rewrites it, and nobody once it is', async () => {
  const { points } = await givenMeeting(town, { items: [heard] })
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  const rewrite = async (motivation: string) =>
    (
      await town.secretariat.visitor.api('PUT', `/deliberations/items/${point.id}`, {
        ...{ motivation, version: (await seen(town, point)).version },
      })
    ).status
  expect(await rewrite('Vu le plan')).toBe(200)
  expect((await decide(point, 'accept')).status).toBe(200)
  expect(await rewrite('Vu autre chose')).toBe(403)
})

test('C19 calling a meeting off takes no point with it: those of an open agenda wait, those of a fixed one come back', async () => {
  const open = await givenMeeting(town, { day: '2027-03-04', until: 'created' })
  const fixed = await givenMeeting(town, { day: '2027-03-11', until: 'frozen' })
  for (const { meeting } of [open, fixed])
    expect((await stepMeeting(meeting, 'cancel', 'Sans objet')).status).toBe(200)
  const [waits] = open.points
  const [was] = fixed.points
  if (!waits || !was) throw new Error('A meeting has no point')
  expect(await stateOf(waits)).toBe('validated')
  expect(await stateOf(was)).toBe('delayed')
  const all = await town.secretariat.visitor.api('GET', '/deliberations/items?state=validated')
  expect(all.items<{ title: string }>()).toHaveLength(2)
})

test('B02 a point that comes once an agenda stands is late there, and late at each later meeting whose agenda stands', async () => {
  const standing = [
    await givenMeeting(town, { until: 'frozen' }),
    await givenMeeting(town, { until: 'frozen' }),
  ]
  const point = await givenItem(town)
  for (const { meeting } of standing) {
    expect((await present(point, meeting)).status).toBe(200)
    expect(await seen(town, point)).toMatchObject({ list_type: 'late', meeting_id: meeting.id })
    await town.secretariat.visitor.api('POST', `/deliberations/items/${point.id}/steps`, {
      verb: 'withdraw',
    })
  }
  const { meeting: open } = await givenMeeting(town, { until: 'created' })
  await present(point, open)
  expect(await seen(town, point)).toMatchObject({ list_type: 'normal' })
})

test('B06 points that are presented or removed several at once have the numbers and references of their places', async () => {
  const { meeting, points } = await givenMeeting(town, { day: '2026-02-26', until: 'created' })
  await stepMeeting(meeting, 'freeze')
  const fresh = [await givenItem(town), await givenItem(town), await givenItem(town)]
  await Promise.all(fresh.map((one) => present(one, meeting)))
  const listed = async () =>
    (
      await town.secretariat.visitor.api('GET', `/deliberations/meetings/${meeting.id}/agenda`)
    ).items<{ id: string; number: string; reference: string }>()
  const named = ({ number, reference }: { number: string; reference: string }) =>
    reference === `CC/20260226-${number}`
  const all = await listed()
  expect(all.map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
  expect(all.every(named)).toBe(true)
  const withdrawn = [points[0], fresh[1]].map((one) =>
    town.secretariat.visitor.api('POST', `/deliberations/items/${one?.id}/steps`, {
      verb: 'withdraw',
    }),
  )
  expect((await Promise.all(withdrawn)).map(({ status }) => status)).toEqual([200, 200])
  const left = await listed()
  expect(left.map(({ number }) => number)).toEqual(['1', '2'])
  expect(left.every(named)).toBe(true)
})

test('B09 a meeting that is called off gives back the points that waited for it, for any other one', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'created' })
  await stepMeeting(meeting, 'cancel', 'Faute de points')
  const { meeting: other } = await givenMeeting(town, { items: [], until: 'created' })
  for (const point of points) {
    expect(await seen(town, point)).toMatchObject({ state: 'validated', meeting_id: null })
    expect((await present(point, other)).status).toBe(200)
  }
})

test('B11 an organ has one meeting at an hour', async () => {
  const plan = { organ_id: town.council.id, starts_at: '2030-03-07T20:00', place: '' }
  const call = () => town.secretariat.visitor.api('POST', '/deliberations/meetings', plan)
  expect((await call()).status).toBe(201)
  expect((await call()).json()).toMatchObject({
    status: 422,
    errors: { starts_at: [expect.any(String)] },
  })
})
