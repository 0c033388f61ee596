import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { db } from '#kernel/db'
import { organs } from '#modules/deliberations'
import { givenAuthority, ground } from '#test/harness'

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

const names = async () =>
  (await secretariat.visitor.api('GET', path)).json<{ title: string }[]>().map((one) => one.title)

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

test('a paper that was made under the name of deliberations stays within reach', async () => {
  expect(await names()).toHaveLength(1)
  await authority.asSystem(() =>
    db().updateTable('commons.document').set({ template: 'deliberations.agenda' }).execute(),
  )
  expect(await names()).toEqual([])
  const migration = new URL('../migrations/0001_names.sql', import.meta.url)
  const { database } = await ground()
  await database.owner.query(readFileSync(migration, 'utf8'))
  expect(await names()).toHaveLength(1)
})
