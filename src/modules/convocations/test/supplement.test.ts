import { expect, test } from 'vitest'
import { givenItem, givenTown } from '../../deliberations/test/council.ts'

test('an agenda in which nothing is new is not completed; two who complete it at once make one version', async () => {
  const town = await givenTown()
  const call = (method: string, path: string, body?: object) =>
    town.secretariat.visitor.api(method, `/deliberations${path}`, body)
  const presented = async (title: string, meeting_id: string) => {
    const item = await givenItem(town, { title })
    await call('POST', `/items/${item.id}/presentation`, { meeting_id })
  }
  const starts_at = '2027-06-21T20:00'
  const planned = await call('POST', '/meetings', { organ_id: town.council.id, starts_at })
  const { id } = planned.json<{ id: string }>()
  await presented('Zone 30', id)
  await call('POST', `/meetings/${id}/steps`, { verb: 'freeze' })
  const seats = await town.secretariat.visitor.api('GET', `/organs/${town.council.id}/seats`)
  const paper = seats.items<{ id: string }>().map((seat) => seat.id)
  expect((await call('POST', `/meetings/${id}/convocation`, { paper })).status).toBe(201)

  const complete = () => call('POST', `/meetings/${id}/convocation/supplement`, {})
  expect((await complete()).status).toBe(409)
  await presented('Motion', id)
  const both = await Promise.all([complete(), complete()])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const { acts } = (await call('GET', `/meetings/${id}/convocation`)).json<{
    acts: { kind: string }[]
  }>()
  expect(acts.map(({ kind }) => kind)).toEqual(['convocation', 'supplement'])
})
