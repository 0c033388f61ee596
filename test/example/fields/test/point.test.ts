import { expect, test } from 'vitest'
import { asTyped, givenTown } from '../../../../src/modules/deliberations/test/council.ts'

test('a field that was added to a point is in form, page, list, file, API, import and history', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  const list = '/deliberations/items'
  expect((await visitor.get(`${list}/new`)).text).toContain('name="urgency"')
  const written = await visitor.post(list, asTyped(town, { urgency: 'urgent' }))
  const point = written.headers.get('location') ?? ''
  expect((await visitor.get(point)).text).toContain('Pressante')
  expect((await visitor.get(`${list}?urgency=urgent&sort=urgency`)).text).toContain(point)
  expect((await visitor.get(`${list}?urgency=usual`)).text).not.toContain(point)
  await visitor.post('/views/columns', { list: 'deliberations.items', columns: ['urgency'] })
  expect((await visitor.get(`${list}?as=csv`)).text).toMatch(/Urgence[\s\S]*Pressante/)
  expect((await visitor.get(`${list}/import/model`)).text).toContain('Urgence')
  const told = (await visitor.api('GET', point)).json<{ urgency: string; version: number }>()
  expect(told.urgency).toBe('urgent')
  await visitor.api('PUT', point, { version: told.version, urgency: 'usual' })
  expect((await visitor.get(point)).text).toMatch(/Urgence\s+: Pressante → Ordinaire/)
})
