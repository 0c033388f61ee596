import { beforeAll, expect, test } from 'vitest'
import { figure, queriesOf } from '#test/harness'
import { givenMeeting, givenTown, seen, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `Point ${at + 1}` }))

async function freezing(count: number): Promise<number> {
  const { meeting, points } = await givenMeeting(town, { items: named(count), until: 'created' })
  const path = `/deliberations/meetings/${meeting.id}/steps`
  const queries = await queriesOf(async () => {
    expect((await town.secretariat.visitor.post(path, { verb: 'freeze' })).status).toBe(303)
  })
  for (const point of points) expect(await seen(town, point)).toMatchObject({ state: 'frozen' })
  return figure(`Freezing ${count} points`, queries.length, 'queries')
}

async function adopting(count: number): Promise<number> {
  const { meeting, points } = await givenMeeting(town, { items: named(count) })
  const path = `/deliberations/meetings/${meeting.id}/adoption`
  const queries = await queriesOf(async () => {
    expect((await town.secretariat.visitor.post(path)).status).toBe(303)
  })
  for (const point of points) expect(await seen(town, point)).toMatchObject({ state: 'accepted' })
  return figure(`Adopting the rest of ${count}`, queries.length, 'queries')
}

test.for([2, 20])('freezing %i points takes at most 25 queries', async (count) => {
  expect(await freezing(count)).toBeLessThanOrEqual(25)
})

test.for([2, 20])('adopting the rest of %i points takes at most 30 queries', async (count) => {
  expect(await adopting(count)).toBeLessThanOrEqual(30)
})
