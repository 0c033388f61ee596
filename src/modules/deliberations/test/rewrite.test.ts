import { beforeAll, expect, test } from 'vitest'
import { givenItem, givenTown, seen, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

test('what a program leaves out when it rewrites a point stays as it was', async () => {
  const said = {
    privacy: 'secret',
    poll_type: 'secret',
    motivation: '<p>Vu le dossier</p>',
  } as const
  const item = await givenItem(town, said, 'created')
  const { version } = await seen(town, item)
  const sent = { title: 'Nomination', version }
  const done = await town.head.visitor.api('PUT', `/deliberations/items/${item.id}`, sent)
  expect(done.status).toBe(200)
  const now = await seen(town, item)
  expect(now).toMatchObject({ title: 'Nomination', privacy: 'secret', poll_type: 'secret' })
  expect(now.motivation).toEqual(item.motivation)
})
