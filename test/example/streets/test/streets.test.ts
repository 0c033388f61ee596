import { expect, test } from 'vitest'
import { today } from '#commons/clock'
import { givenAuthority, prepared } from '#test/harness'
import { ending } from '../occupation.ts'

const given = prepared(async () => {
  const authority = await givenAuthority()
  const service_id = await authority.service('Travaux')
  const agent = await authority.person({ in: service_id })
  const head = await authority.person({ in: service_id, as: 'head' })
  const inspector = await authority.person({ roles: ['road_inspector'] })
  return { authority, service_id, agent, head, inspector }
})
type Town = Awaited<ReturnType<typeof given>>

const ends_on = today().add({ days: 3 }).toString()
const request = {
  ...{ title: 'Échafaudage, rue Haute 12', received_on: '2026-01-07' },
  ...{ surface: 'pavement', starts_on: '2026-02-01', ends_on, fee: '125,50' },
  request: '<p>Un échafaudage de deux étages.</p>',
}

/** A request as an agent writes it; its page. */
async function written({ agent, service_id }: Town, more: object = {}): Promise<string> {
  const answer = await agent.visitor.post('/streets/occupations', {
    ...{ ...request, service_id, 'places.0.street': 'Rue Haute', 'places.0.number': '12' },
    ...more,
  })
  return answer.headers.get('location') ?? ''
}

/** The inspector gives an opinion. */
async function examined(town: Town): Promise<string> {
  const page = await written(town)
  const { agent, inspector } = town
  await agent.visitor.post(`${page}/steps`, { verb: 'submit' })
  const { version } = (await inspector.visitor.api('GET', page)).json<{ version: number }>()
  await inspector.visitor.api('PUT', page, { version, opinion: 'Trottoir trop étroit' })
  await inspector.visitor.post(`${page}/steps`, { verb: 'examine' })
  return page
}

test('a request is numbered, and due twenty days after it came in, by the decree', async () => {
  const town = await given()
  const { text } = await town.agent.visitor.get(await written(town))
  expect(text).toMatch(/OVP\/\d{4}\/0001/)
  expect(text).toContain('Décret du 30 avril 2009, art.\u00A017')
  expect(text).toContain('27 janvier 2026')
})

test('whoever looks for a street finds who occupies it', async () => {
  const town = await given()
  const page = await written(town)
  expect((await town.agent.visitor.get('/streets/occupations?places=HAUTE')).text).toContain(page)
})

test('a closed street needs its diversion, the carriageway a deposit', async () => {
  const { agent, service_id } = await given()
  const sent = { ...request, service_id, closed: true, surface: 'carriageway' }
  const refused = await agent.visitor.api('POST', '/streets/occupations', { ...sent, fee: 12_550 })
  expect(refused.status).toBe(422)
  expect(Object.keys(refused.json<{ errors: object }>().errors)).toEqual(['diversion', 'deposit'])
})

test('the opinion is read by the inspector and the head of service alone', async () => {
  const town = await given()
  const page = await examined(town)
  const opinion = 'Trottoir trop étroit'
  expect((await town.head.visitor.get(page)).text).toContain(opinion)
  for (const path of [page, '/streets/occupations?with=opinion', `${page}/edit`])
    expect((await town.agent.visitor.get(path)).text).not.toContain(opinion)
  expect((await town.agent.visitor.api('GET', page)).json()).not.toHaveProperty('opinion')
})

test('nobody sends a request for decision without the opinion', async () => {
  const town = await given()
  const page = await written(town)
  await town.agent.visitor.post(`${page}/steps`, { verb: 'submit' })
  const step = await town.inspector.visitor.post(`${page}/steps`, { verb: 'examine' })
  expect(step.text).toContain('L’avis du contrôleur manque.')
})

test('who wrote it is told of the decision, draws up the permit, and is reminded of the end of it', async () => {
  const town = await given()
  const page = await examined(town)
  const { agent, head, authority } = town
  await head.visitor.post(`${page}/steps`, { verb: 'grant' })
  expect((await head.visitor.api('GET', page)).json()).toMatchObject({ due_on: ends_on })
  await authority.asSystem(() => ending.timer.task.run({}))
  const asked = { template: 'streets.permit', format: 'pdf' }
  expect((await agent.visitor.post(`${page}/documents`, asked)).status).toBe(303)
  await authority.drain()
  expect((await agent.visitor.get(page)).text).toMatch(/href="\/documents\/[^"]+"/)
  const { text } = await agent.visitor.get('/notices')
  expect(text).toContain('L’occupation prend fin le')
})
