import { expect, test } from 'vitest'
import { organs } from '#modules/deliberations'
import { givenAuthority } from '#test/harness'

const authority = await givenAuthority()
const secretariat = await authority.person({ roles: ['secretariat'] })
const agent = await authority.person({ roles: ['agent'] })

const [council] = await authority.asSystem(organs)
const planned = await secretariat.visitor.api('POST', '/deliberations/meetings', {
  organ_id: council?.id,
  starts_at: '2026-06-25T20:00',
  place: 'Maison communale',
})
const path = `/deliberations/meetings/${planned.json<{ id: string }>().id}/documents`

test('the secretariat makes the papers of a meeting; an agent sees the meeting and makes none', async () => {
  const asked = { template: 'agenda' }
  expect((await agent.visitor.get(path)).status).toBe(200)
  expect((await agent.visitor.api('POST', path, asked)).status).toBe(403)
  expect((await secretariat.visitor.api('POST', path, asked)).status).toBe(202)
})

test('there are no minutes of a meeting that has not begun', async () => {
  const asked = await secretariat.visitor.api('POST', path, { template: 'minutes' })
  expect(asked.status).toBe(409)
})
