import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { itemFields } from '../item.ts'
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

test('what a program reads of a point is what it may send back: every field, under its name', async () => {
  const { id } = await givenItem(town, { privacy: 'secret', motivation: '<p>Vu</p>' }, 'created')
  const { visitor } = town.head
  const read = (await visitor.api('GET', `/deliberations/items/${id}`)).json()
  const { version, ...said } = z.object({ version: z.int() }).loose().parse(read)
  const fields = Object.keys(itemFields).map((name) => [name, said[name]] as const)
  expect(fields.filter(([, value]) => value === undefined)).toEqual([])
  const sent = { ...Object.fromEntries(fields), version }
  const again = await visitor.api('PUT', `/deliberations/items/${id}`, sent)
  expect([again.status, again.json()]).toEqual([200, read])
})
