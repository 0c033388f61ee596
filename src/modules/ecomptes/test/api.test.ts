import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import { sampleFile } from '../sample.ts'

const { name, bytes } = sampleFile()
const file = { name, base64: Buffer.from(bytes).toString('base64') }
const path = '/strategy/ecomptes'

test('a program sees what a file of eComptes asks, answers and imports it; twice changes nothing (P3)', async () => {
  const authority = await givenAuthority()
  await authority.service('Travaux')
  const { visitor } = await authority.person({ roles: ['agent', 'coordinator'] })
  const agent = await authority.person({ roles: ['agent'] })
  expect((await agent.visitor.api('POST', path, { file })).status).toBe(403)
  const seen = await visitor.api('POST', `${path}/preview`, { file })
  const { departments } = seen.json<{ departments: Record<string, string> }>()
  expect(seen.json()).toMatchObject({ state: 'questions', plan: null })
  const asked = Object.keys(departments).filter((one) => departments[one] === 'asked')
  const refused = await visitor.api('POST', path, { file })
  expect(refused.json()).toMatchObject({ status: 422, errors: { file: asked } })
  const answers = Object.fromEntries(asked.map((one) => [one, 'name']))
  const made = await visitor.api('POST', path, { file, departments: answers })
  expect(made.status).toBe(200)
  const { plan_id, added } = made.json<{ plan_id: string; added: number }>()
  expect(added).toBeGreaterThan(3)
  expect((await visitor.api('GET', `/strategy/plans/${plan_id}`)).status).toBe(200)
  const again = await visitor.api('POST', path, { file, departments: answers })
  expect(again.json()).toEqual({ plan_id, added: 0, changed: 0 })
  const late = { file, departments: answers, fields: true, edition: 'of-another-plan' }
  expect((await visitor.api('POST', path, late)).status).toBe(409)
  const wrong = { name, base64: Buffer.from('<pst>').toString('base64') }
  expect((await visitor.api('POST', path, { file: wrong })).status).toBe(422)
})
