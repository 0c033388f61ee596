import { beforeAll, expect, test } from 'vitest'
import { figure, queriesOf } from '#test/harness'
import { givenItem, givenMeeting, givenTown, seen, type Town } from './council.ts'

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

/** What the secretariat sends to take this step for these points at once. */
async function presenting(count: number, until: 'created' | 'frozen'): Promise<number> {
  const { meeting } = await givenMeeting(town, { items: [{}], until })
  const points = []
  for (const { title } of named(count)) points.push(await givenItem(town, { title }))
  const dossiers = points.map(({ id, version }) => ({ id, version }))
  const { visitor } = town.secretariat
  const sent = { verb: 'present', dossiers, answers: { meeting_id: meeting.id } }
  const queries = await queriesOf(async () => {
    expect((await visitor.api('POST', '/deliberations/items/acts', sent)).status).toBe(200)
  })
  const late = until === 'frozen'
  for (const [at, point] of points.entries())
    expect(await seen(town, point)).toMatchObject({
      state: late ? 'frozen' : 'presented',
      position: at + 2,
    })
  return figure(
    `Presenting ${count} points at once${late ? ', late' : ''}`,
    queries.length,
    'queries',
  )
}

test.for([2, 20])('presenting %i points at once takes at most 25 queries', async (count) => {
  expect(await presenting(count, 'created')).toBeLessThanOrEqual(25)
})

test.for([2, 20])('presenting %i late points at once takes at most 35 queries', async (count) => {
  expect(await presenting(count, 'frozen')).toBeLessThanOrEqual(35)
})

test.for([2, 20])('the page of a meeting of %i points takes at most 17 queries', async (count) => {
  const { meeting } = await givenMeeting(town, { items: named(count), until: 'frozen' })
  const queries = await queriesOf(async () => {
    const page = await town.secretariat.visitor.get(`/deliberations/meetings/${meeting.id}`)
    expect(page.text).toContain(`Point ${count}`)
  })
  const what = `The page of a meeting of ${count} points`
  expect(figure(what, queries.length, 'queries')).toBeLessThanOrEqual(17)
})

test.for([2, 20])(
  'freezing %i points takes at most 25 queries, the version of its agenda among them',
  async (count) => {
    expect(await freezing(count)).toBeLessThanOrEqual(25)
  },
)

test.for([2, 20])('adopting the rest of %i points takes at most 30 queries', async (count) => {
  expect(await adopting(count)).toBeLessThanOrEqual(30)
})
