import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { categories } from '../category.ts'
import { addSeat, organs } from '../organ.ts'

let authority: TestAuthority
let works: string
let agent: TestPerson
let head: TestPerson
let dg: TestPerson
let secretariat: TestPerson
let councillor: TestPerson
let council: string
let category: string

beforeAll(async () => {
  authority = await givenAuthority()
  works = await authority.service('Travaux')
  agent = await authority.person({ roles: ['agent'], in: works })
  head = await authority.person({ roles: ['agent'], in: works, as: 'head' })
  dg = await authority.person({ roles: ['agent', 'director_general'] })
  secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
  councillor = await authority.person({ roles: ['councillor'] })
  await authority.asSystem(async () => {
    const [first] = await organs()
    const [some] = await categories()
    council = first?.id ?? ''
    category = some?.id ?? ''
    const validFrom = Temporal.PlainDate.from('2020-01-01')
    await addSeat({
      organId: council,
      personId: councillor.id,
      part: 'member',
      title: 'Conseillère',
      validFrom,
    })
  })
  councillor = await authority.signIn(councillor.id)
})

test('a point goes from its service to a decision, each person making their own step (C01)', async () => {
  const written = await agent.visitor.api('POST', '/deliberations/items', {
    title: 'Réfection de la rue du Moulin',
    organ_id: council,
    service_id: works,
    category_id: category,
    motivation: 'Vu le rapport',
    decision: 'D’approuver',
  })
  expect(written.status).toBe(201)
  const { id } = written.json<{ id: string }>()
  const step = (who: TestPerson, verb: string) =>
    who.visitor.api('POST', `/deliberations/items/${id}/steps`, { verb })
  expect((await step(head, 'endorse')).status).toBe(409)
  expect((await step(agent, 'propose')).status).toBe(200)
  expect((await step(agent, 'endorse')).status).toBe(403)
  expect((await step(head, 'endorse')).status).toBe(200)
  expect((await step(dg, 'validate')).status).toBe(200)
  expect((await councillor.visitor.api('GET', `/deliberations/items/${id}`)).status).toBe(404)

  const planned = await secretariat.visitor.api('POST', '/deliberations/meetings', {
    organ_id: council,
    starts_at: '2026-06-25T20:00',
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
  ).json<{ id: string }[]>()
  await secretariat.visitor.api(
    'PUT',
    `/deliberations/meetings/${meeting}/attendance`,
    Object.fromEntries(seats.map((seat) => [seat.id, 'present'])),
  )
  expect((await run('close')).status).toBe(409)
  const vote = await secretariat.visitor.api('PUT', `/deliberations/items/${id}/vote`, {
    ballots: { [seats[0]?.id ?? '']: 'yes' },
  })
  expect(vote.json()).toMatchObject({ adopted: true, yes: 1 })
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
  ).json<{ state: string; id: string }[]>()
  expect(made?.state).toBe('ready')
  const file = await secretariat.visitor.get(`/documents/${made?.id}`)
  expect(file.text.slice(0, 5)).toBe('%PDF-')
})
