import { expect, test } from 'vitest'
import { figure, queriesOf } from '#test/harness'
import { services } from '#commons/directory'
import { givenItem, givenTown } from './council.ts'

/** What opens and closes a transaction. */
const around = /^(?:begin|commit)/
const own = (asked: readonly string[]) => asked.filter((one) => !around.test(one)).length

test('the list of points asks five things besides the four of every page with a form, however many rows it shows', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  for (const more of [1, 4]) {
    for (let one = 0; one < more; one += 1) await givenItem(town, {}, 'created')
    const asked = own(await queriesOf(() => visitor.get('/deliberations/items')))
    expect(figure('A page of the list of points', asked, 'queries')).toBe(9)
  }
})

test('the views of a list are checked together: one that is saved asks for no choices of its own', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  const [one, two] = (await town.authority.asSystem(() => services())).map(({ id }) => id)
  const save = (query: string) =>
    visitor.post('/views', { list: 'deliberations.items', query, name: query, back: '/' })
  const asked = async () => own(await queriesOf(() => visitor.get('/deliberations/items')))
  await save(`service=${one}`)
  const before = await asked()
  await save(`service=${two ?? one}&state=created`)
  await save(`service=${one}&state=proposed`)
  expect(await asked()).toBe(before)
})
