import { expect, test } from 'vitest'
import { queriesOf } from '../../../../test/harness/queries.ts'
import { givenItem, givenTown } from './council.ts'

/** What opens and closes a transaction, and finds the authority before it. */
const around = /^(?:begin|commit|select id, slug)/

test('the list of points asks the database seven things, however many rows it shows', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  for (const more of [1, 4]) {
    for (let one = 0; one < more; one += 1) await givenItem(town, {}, 'created')
    const asked = await queriesOf(() => visitor.get('/deliberations/items'))
    expect(asked.filter((one) => !around.test(one))).toHaveLength(7)
  }
})
