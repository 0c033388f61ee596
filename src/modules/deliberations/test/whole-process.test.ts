import { expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { givenTown, written } from './council.ts'

test('a point goes from its service to a decision, each person making their own step (C01)', async () => {
  const town = await givenTown()
  const { authority, agent, head, dg, secretariat, councillor, council } = town
  const created = await agent.visitor.api('POST', '/deliberations/items', written(town))
  expect(created.status).toBe(201)
  const { id } = created.json<{ id: string }>()
  const step = (who: TestPerson, verb: string) =>
    who.visitor.api('POST', `/deliberations/items/${id}/steps`, { verb })
  expect((await step(head, 'endorse')).status).toBe(409)
  expect((await step(agent, 'propose')).status).toBe(200)
  expect((await step(agent, 'endorse')).status).toBe(403)
  expect((await step(head, 'endorse')).status).toBe(200)
  expect((await step(dg, 'validate')).status).toBe(200)
  expect((await councillor.visitor.api('GET', `/deliberations/items/${id}`)).status).toBe(404)

  const planned = await secretariat.visitor.api('POST', '/deliberations/meetings', {
    organ_id: council.id,
    starts_at: '2026-06-25T20:00',
    held: true,
    place: 'Maison communale',
  })
  const meeting = planned.json<{ id: string }>().id
  const present = await secretariat.visitor.api('POST', `/deliberations/items/${id}/presentation`, {
    meeting_id: meeting,
  })
  expect(present.json()).toMatchObject({ state: 'presented', position: 1 })
  const run = (verb: string) =>
    secretariat.visitor.api('POST', `/deliberations/meetings/${meeting}/steps`, { verb })
  expect((await run('freeze')).json()).toMatchObject({ state: 'frozen', reference: 'CC/2026/1' })
  expect((await councillor.visitor.api('GET', `/deliberations/items/${id}`)).json()).toMatchObject({
    reference: 'CC/20260625-1',
  })
  expect((await run('decide')).status).toBe(200)
  const seats = (
    await secretariat.visitor.api('GET', `/deliberations/meetings/${meeting}/attendance`)
  ).items<{ id: string; part: string }>()
  await secretariat.visitor.api(
    'PUT',
    `/deliberations/meetings/${meeting}/attendance`,
    Object.fromEntries(seats.map((seat) => [seat.id, 'present'])),
  )
  expect((await run('close')).status).toBe(409)
  const voters = seats.filter(({ part }) => part !== 'secretary')
  const vote = await secretariat.visitor.api('PUT', `/deliberations/items/${id}/vote`, {
    ballots: Object.fromEntries(voters.map((seat) => [seat.id, 'yes'])),
  })
  expect(vote.json()).toMatchObject({ adopted: true, yes: voters.length })
  const decided = await secretariat.visitor.api('POST', `/deliberations/items/${id}/decision`, {
    verb: 'accept',
  })
  expect(decided.json()).toMatchObject({ state: 'accepted' })
  expect((await run('close')).json()).toMatchObject({ state: 'closed' })
  const asked = await secretariat.visitor.api(
    'POST',
    `/deliberations/meetings/${meeting}/documents`,
    { template: 'minutes' },
  )
  expect(asked.status).toBe(202)
  await authority.drain()
  const [made] = (
    await secretariat.visitor.api('GET', `/deliberations/meetings/${meeting}/documents`)
  ).items<{ state: string; id: string }>()
  expect(made?.state).toBe('ready')
  const file = await secretariat.visitor.get(`/documents/${made?.id}`)
  expect(file.text.slice(0, 5)).toBe('%PDF-')
})
