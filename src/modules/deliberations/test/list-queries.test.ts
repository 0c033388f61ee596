import { expect, test } from 'vitest'
import { figure, queriesOf } from '#test/harness'
import { givenItem, givenTown } from './council.ts'

/** What opens and closes a transaction, and finds the authority before it. */
const around = /^(?:begin|commit|select id, slug)/
const own = (asked: readonly string[]) => asked.filter((one) => !around.test(one)).length

test('the list of points asks five things besides the three of every page, however many rows it shows', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  for (const more of [1, 4]) {
    for (let one = 0; one < more; one += 1) await givenItem(town, {}, 'created')
    const asked = own(await queriesOf(() => visitor.get('/deliberations/items')))
    expect(figure('A page of the list of points', asked, 'queries')).toBe(8)
  }
})
